using System.Globalization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Keys;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>
/// Erases an archive that was replaced, looks again and certifies that one archive. The referral itself goes on: what counts is found in the same
/// places, and is not counted.
/// </summary>
public sealed class ReplacedArchive(
    IRegister register, ReferralFile referrals, ReferralSealing sealing, ReferralPseudonyms pseudonyms, IBlobStore blobs, IKeyStore keys, IOutbox outbox, IEvidenceStore evidence, SigningKeys signing, TimeProvider clock)
{
    /// <summary>The name under which the certificate is kept. It does not begin as the referral's own certificates do: those are numbered by counting.</summary>
    public static string CertificateName(int archive) => string.Create(CultureInfo.InvariantCulture, $"bestandswisbewijs-{archive}");

    /// <returns>The certificate as it is kept; null where the referral has ended (its own certificate names every archive), or something is still found.</returns>
    public async Task<(string Name, string Sha256)?> EraseAsync(Referral referral, CorrectionFact.Replaced replaced, CancellationToken cancellation)
    {
        var (exchange, state) = (referral.Id, referral.State);
        if (state is not { End: null, Current: { } current })
            return null;
        var archive = state.Archives.Single(known => known.Id == replaced.Voided);
        var name = CertificateName(state.Archives.ToList().IndexOf(archive) + 1);
        if (await evidence.FindAsync(exchange, name, cancellation) is { } kept)
            return (name, Sha256Hex.Of(kept));

        // Another request may have sealed and died before it was recorded: then its archive is the readable one, and nothing is thrown away yet.
        var now = clock.GetUtcNow();
        if (ReplacementDecisions.Runs(state, now) || await sealing.FindAsync(new(exchange, current.Id), cancellation) is not { } content)
            return null;

        // Every archive that does not count: voided ones, and those of requests that never came to their end.
        ArtefactId[] gone = [.. state.Archives.Select(known => known.Id).Concat(state.Claims.Select(claim => claim.Artefact)).Distinct().Where(id => id != current.Id)];
        foreach (var one in gone)
            await blobs.DeleteAsync(new BlobName(exchange, one), cancellation);
        await outbox.DeleteAttachmentsAsync(exchange, cancellation);

        // W8: the pseudonyms of the wrong name or number go too. Who linked to that person does not any more; who may be the right one stands in the head.
        var renewed = await pseudonyms.OnAsync(referral.Head, content.Client, cancellation);
        await register.UnlinkAsync(exchange, cancellation);
        await register.RenewPersonAsync(renewed, cancellation);
        await register.ScrubAsync(cancellation);
        if ((await referrals.GetAsync(exchange, cancellation)).State.Current?.Id != current.Id)
            return null; // replaced again meanwhile, or ended: what was renewed is old already

        var head = referral.Head;
        var outcome = ErasureCertificate.Issue(
            new(exchange, head.Protocol, head.ProtocolVersion, head.Sender, head.Receiver),
            ReferralErasure.OfArchive(referral.Protocol, state, archive, replaced.At, now, await LookAsync(exchange, current.Id, renewed.Salt!, now, cancellation)),
            now);
        if (outcome is not ErasureOutcome.Proven { Certificate: var certificate })
            return null; // what cannot be proven is not certified: it is looked at again

        using var key = await signing.CurrentAsync(cancellation);
        var document = SignedDocument.Sign(certificate, ErasureCertificate.JwsType, key).ToJson();
        return (name, Sha256Hex.Of(await evidence.KeepAsync(exchange, name, document, cancellation) ? document : (await evidence.FindAsync(exchange, name, cancellation))!));
    }

    private async Task<IReadOnlyList<PlaceLookedAt>> LookAsync(ExchangeId exchange, ArtefactId current, string salt, DateTimeOffset now, CancellationToken cancellation)
    {
        await using var counts = await blobs.OpenAsync(new(exchange, current), cancellation);
        return
        [
            new(CopyPlaces.Key, "een andere sleutel dan die van het nieuwe bestand, verwijderde versies inbegrepen", now, Math.Max(0, await keys.CountAsync(exchange, cancellation) - 1)),
            new(CopyPlaces.Archives, "een ander verzegeld bestand dan het nieuwe, oudere versies en half geschreven bestanden inbegrepen", now,
                Math.Max(0, await blobs.CountAsync(exchange, cancellation) - (counts is null ? 0 : 1))),
            new(CopyPlaces.Outbox, "berichten van dit systeem waar een verzegeld bestand nog bij zit", now, await outbox.CountAttachmentsAsync(exchange, cancellation)),
            new(CopyPlaces.Register, "pseudoniemen van de vorige gegevens en koppelingen die erop berusten", now,
                await register.CountLinksToAsync(exchange, cancellation) + ((await register.FindAsync(exchange, cancellation))?.Salt == salt ? 0 : 1)),
        ];
    }
}
