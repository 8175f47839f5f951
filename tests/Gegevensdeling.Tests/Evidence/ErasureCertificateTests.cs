using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

public sealed class ErasureCertificateTests
{
    [Fact]
    [Requirement("F2")]
    public void A_certificate_states_what_is_shown_what_is_declared_and_what_cannot_be_seen()
    {
        using var key = SigningKey.Create();
        var document = SignedDocument.Sign(Samples.Certificate(), ErasureCertificate.JwsType, key);
        var verdict = Assert.IsType<DocumentVerdict.ValidCertificate>(DocumentVerifier.Verify(Samples.Bytes(document), Samples.Set(key)));
        Assert.Equal(
            [
                "Wisbewijs 1 van uitwisseling D7K2-M9PX onder protocol voorbeeld-2026, versie 1",
                "Van opgroeien naar ocmw-voorbeeld",
                "Gewist op 02/03/2026 13:01:00 (Belgische tijd). Reden: de cliënt wenst geen verdere hulp (sinds 02/03/2026 13:00:00 (Belgische tijd))",
                $"Bestand dat bestond: bestand-1, SHA-256 {Sha256Hex.Of("verzegeld")}",
                "Aangetoond: opslag van bestanden: gezocht naar verzegelde bestanden van deze uitwisseling op 02/03/2026 13:02:00 (Belgische tijd), gevonden: 0",
                "Verklaard: ocmw-voorbeeld verklaart dat de kopie in de mailbox gewist is (maatschappelijk-werker van ocmw-voorbeeld, medewerker m-2026-17, 02/03/2026 13:03:00 (Belgische tijd))",
                "Nog niet verklaard: opgroeien, de genoteerde sleutel",
                "Niet hier na te gaan: kopieën bij mailproviders onderweg",
                "Wat blijft: dit bewijs",
                "Historiek van de verwerking: volgens ontwerp zonder persoonsgegevens, op te schonen op 01/04/2026 14:00:00 (Belgische tijd)",
                $"Opgemaakt op 02/03/2026 13:05:00 (Belgische tijd), ondertekend met sleutel {key.Public.KeyId}",
            ],
            verdict.Summary);
        Assert.True(verdict.IsAbout(Sha256Hex.Of("verzegeld"), 9));
        Assert.False(verdict.IsAbout(Sha256Hex.Of("verzegeld"), 10));
    }

    [Fact]
    [Requirement("F2")]
    public void An_erasure_that_left_something_is_open_and_never_certified()
    {
        var left = new PlaceLookedAt("sleutelkluis", "de sleutel", Samples.Noon.AddMinutes(2), 1);
        var open = Assert.IsType<ErasureOutcome.Open>(ErasureCertificate.Issue(Samples.Exchange, Samples.Facts(left), Samples.Noon.AddMinutes(5)));
        Assert.Equal([left], open.Places);
    }

    [Fact]
    [Requirement("F2")]
    public void A_look_before_the_deletion_proves_nothing()
    {
        var early = new PlaceLookedAt("sleutelkluis", "de sleutel", Samples.Noon, 0);
        Assert.IsType<ErasureOutcome.Open>(ErasureCertificate.Issue(Samples.Exchange, Samples.Facts(early), Samples.Noon.AddMinutes(5)));
    }

    [Fact]
    public void Nobody_having_looked_anywhere_proves_nothing() =>
        Assert.IsType<ErasureOutcome.Open>(ErasureCertificate.Issue(Samples.Exchange, Samples.Facts() with { Proven = [] }, Samples.Noon.AddMinutes(5)));

    [Fact]
    public void The_second_certificate_names_the_first_by_the_hash_of_its_document()
    {
        using var key = SigningKey.Create();
        var first = SignedDocument.Sign(Samples.Certificate(), ErasureCertificate.JwsType, key).ToJson();
        var facts = Samples.Facts() with { History = EngineHistory.WasPurged(Samples.Noon.AddDays(30)) };
        var second = Assert.IsType<ErasureOutcome.Proven>(ErasureCertificate.IssueNext(Samples.Exchange, facts, 2, first, Samples.Noon.AddDays(30))).Certificate;
        Assert.Equal((2, Sha256Hex.Of(Encoding.UTF8.GetBytes(first))), (second.Number, second.Previous));
        Assert.IsType<DocumentVerdict.ValidCertificate>(
            DocumentVerifier.Verify(Samples.Bytes(SignedDocument.Sign(second, ErasureCertificate.JwsType, key)), Samples.Set(key)));
    }

    [Fact]
    public void A_declaration_names_who_made_it_or_is_awaited() =>
        Assert.Throws<ArgumentException>(() => new Declaration(DeclaredCopy.Paper, DeclarationState.Declared, Samples.Exchange.Receiver));

    [Fact]
    public void Every_reason_and_every_copy_has_its_Dutch_words()
    {
        using var key = SigningKey.Create();
        foreach (var reason in Enum.GetValues<ErasureReason>())
        {
            var certificate = Samples.Certificate() with
            {
                Reason = reason,
                Declared = [.. Enum.GetValues<DeclaredCopy>().Select(copy => Declaration.Awaited(copy, Samples.Exchange.Receiver))],
            };
            var document = SignedDocument.Sign(certificate, ErasureCertificate.JwsType, key);
            Assert.IsType<DocumentVerdict.ValidCertificate>(DocumentVerifier.Verify(Samples.Bytes(document), Samples.Set(key)));
        }
    }

    [Fact]
    public void The_wire_form_of_both_documents_is_settled()
    {
        Assert.Equal(
            """{"afzender":"opgroeien","bestand":{"bytes":9,"kenmerk":"bestand-1","sha256":"HASH"},"ontvanger":"ocmw-voorbeeld","ontvangst":{"door":{"medewerker":"m-2026-17","partij":"ocmw-voorbeeld","rol":"maatschappelijk-werker"},"op":"2026-03-02T14:00:00Z","wijze":"geopend-in-toepassing"},"opgemaaktOp":"2026-03-02T14:00:01Z","protocol":"voorbeeld-2026","protocolversie":1,"type":"ontvangstbewijs","versie":1,"verwijzing":"D7K2-M9PX","verzending":{"kanaal":"mail","op":"2026-03-02T12:00:00Z"}}""",
            Text(Samples.Receipt()));
        Assert.Equal(
            """{"aangetoond":[{"bekekenOp":"2026-03-02T12:02:00Z","gevonden":0,"gezochtNaar":"verzegelde bestanden van deze uitwisseling","plaats":"opslag van bestanden"}],"aanleidingOp":"2026-03-02T12:00:00Z","afzender":"opgroeien","bestanden":[{"bytes":9,"kenmerk":"bestand-1","sha256":"HASH"}],"geschiedenis":{"datum":"2026-04-01T12:00:00Z","opgeschoond":false,"persoonsgegevens":false},"gewistOp":"2026-03-02T12:01:00Z","nietHierNaTeGaan":["kopieën bij mailproviders onderweg"],"ontvanger":"ocmw-voorbeeld","opgemaaktOp":"2026-03-02T12:05:00Z","protocol":"voorbeeld-2026","protocolversie":1,"reden":"geen-hulp-gewenst","type":"wisbewijs","verklaard":[{"door":{"medewerker":"m-2026-17","partij":"ocmw-voorbeeld","rol":"maatschappelijk-werker"},"op":"2026-03-02T12:03:00Z","partij":"ocmw-voorbeeld","stand":"verklaard","wat":"mailbox"},{"partij":"opgroeien","stand":"nog niet verklaard","wat":"sleutel"}],"versie":1,"verwijzing":"D7K2-M9PX","volgnummer":1,"watBlijft":["dit bewijs"]}""",
            Text(Samples.Certificate()));
    }

    private static string Text<T>(T document) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(document)).Replace(Sha256Hex.Of("verzegeld"), "HASH", StringComparison.Ordinal);
}
