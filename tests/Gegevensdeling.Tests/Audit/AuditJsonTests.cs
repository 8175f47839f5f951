using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Xunit;

namespace Gegevensdeling.Tests.Audit;

public sealed class AuditJsonTests
{
    [Fact]
    public void The_wire_form_is_settled() =>
        Assert.Equal(
            """{"actor":{"medewerker":"m-2026-17","partij":"ocmw-voorbeeld","rol":"maatschappelijk-werker"},"bestand":"bestand-1","code":"niet-bevoegd","correlatie":"4bf92f3577b34da6a3ce929d0e0e4736","doel":"hulpvraag","einde":"2026-03-02T12:00:05.000Z","grondslag":"art. 2","handeling":"geopend","keten":"voorbeeld-2026/2026-03","protocol":"voorbeeld-2026","protocolversie":1,"sha256":"HASH","systeem":"gegevensdeling/0.1.0","tijd":"2026-03-02T12:00:00.000Z","uitkomst":"geweigerd","verwijzing":"X-0","volgnummer":1,"vorige":"0000000000000000000000000000000000000000000000000000000000000000"}""",
            AuditJson.Write(AuditChain.Next(null, AuditSamples.Full())).Replace(Sha256Hex.Of("verzegeld"), "HASH", StringComparison.Ordinal));

    [Property(MaxTest = 500)]
    public bool What_is_written_by_hand_is_canonical_and_reads_back(NonNull<string> role, NonNull<string> purpose, NonNull<string> ground, string? code, bool full, int ticks)
    {
        var draft = full ? AuditSamples.Full() : AuditSamples.Draft();
        draft = draft with
        {
            At = draft.At.AddTicks(Math.Abs((long)ticks)),
            Actor = draft.Actor with { Role = Whole(role.Get) },
            Purpose = Whole(purpose.Get),
            Ground = Whole(ground.Get),
            Code = code is null ? null : Whole(code),
        };
        var entry = AuditChain.Next(null, draft);
        var written = AuditJson.Write(entry);
        var bytes = Encoding.UTF8.GetBytes(written);
        return CanonicalJson.Canonicalize(bytes).AsSpan().SequenceEqual(bytes)
            && entry.Hash == Sha256Hex.Of(bytes)
            && AuditEntryReader.Read(written, entry.Hash) == entry
            && AuditChain.Verify([AuditEntryReader.Read(written, entry.Hash)]) is AuditVerdict.Intact;
    }

    [Fact]
    public void Every_action_and_outcome_has_a_word_of_its_own()
    {
        var actions = Enum.GetValues<AuditAction>().Select(AuditWords.Of).ToList();
        Assert.Equal(actions.Count, actions.Distinct().Count());
        Assert.All(actions, word => Assert.Matches("^[a-z-]+$", word));
        foreach (var action in Enum.GetValues<AuditAction>())
        {
            var entry = AuditChain.Next(null, AuditSamples.Draft(action: action));
            Assert.Equal(entry, AuditEntryReader.Read(AuditJson.Write(entry), entry.Hash));
        }
    }

    [Theory]
    [InlineData("{", "[")]
    [InlineData("\"doel\":\"hulpvraag\",", "")]
    [InlineData("\"doel\":\"hulpvraag\"", "\"doel\":1")]
    [InlineData("\"doel\":\"hulpvraag\"", "\"doel\":null")]
    [InlineData("\"volgnummer\":1", "\"volgnummer\":\"1\"")]
    [InlineData("\"volgnummer\":1", "\"volgnummer\":1.5")]
    [InlineData("\"volgnummer\":1", "\"volgnummer\":1,\"volgnummer\":1")]
    [InlineData("geopend", "gehackt")]
    [InlineData("12:00:00.000Z", "12:00:00Z")]
    [InlineData("}", "}}")]
    [InlineData("000\"}", "000\",\"z\":1}")]
    public void What_is_no_entry_is_refused(string old, string changed)
    {
        var written = AuditJson.Write(AuditChain.Next(null, AuditSamples.Full()));
        Assert.Contains(old, written, StringComparison.Ordinal);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => AuditEntryReader.Read(written.Replace(old, changed, StringComparison.Ordinal), "x"));
    }

    // JSON text has no half surrogates; our own records never have them either.
    private static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
