using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What became of an attempt to see content or a key.</summary>
public abstract record Shown<T>
{
    private Shown()
    {
    }

    public sealed record Ok(T Value, Referral Referral) : Shown<T>
    {
        /// <summary>Prints nothing of what is shown.</summary>
        public override string ToString() => nameof(Ok);
    }

    public sealed record Refused(Refusal Refusal) : Shown<T>;
}

/// <summary>The two things that are shown to people: content to the social worker, the key to the team member. Recorded first, shown after.</summary>
public sealed class ReferralReading(ReferralDesk desk, ReferralSealing sealing, IKeyStore keys, IBlobStore blobs)
{
    private static readonly Refusal Gone = new("doorverwijzing-beeindigd", "art. 3", "Deze doorverwijzing is beëindigd en wordt gewist. De inhoud is er niet meer.");

    // No fact is recorded of it: a receipt of what could not be opened would be false.
    private static readonly Refusal Damaged = new("bestand-beschadigd", "art. 6",
        "Het verzegelde bestand in dit systeem is beschadigd of onleesbaar en wordt niet geopend. Er is niets vastgelegd en niets gewist. Het bestand in de mailbox kan nog goed zijn; lukt dat niet, vraag het team dan om opnieuw door te verwijzen.");

    /// <summary>
    /// Opens the referral in the application (W3). The recorded opening is the claim: content without a trace does not exist. The archive is
    /// opened before that, in memory: the opening is the receipt, and a receipt of what cannot be opened would be false.
    /// </summary>
    public async Task<Shown<ReferralDocument>> OpenAsync(ActedBy actor, ExchangeId exchange, string purpose, string factId, CancellationToken cancellation)
    {
        ReferralDocument? document;
        try
        {
            document = await UnsealAsync(exchange, cancellation);
        }
        catch (SealedArchiveException)
        {
            return new Shown<ReferralDocument>.Refused(Damaged);
        }

        // Sealed, not ended, and still nothing to read: the key is missing.
        if (document is null && await desk.CurrentAsync(exchange, cancellation) is not null)
            return new Shown<ReferralDocument>.Refused(Damaged);
        return await desk.DoAsync(actor, exchange, new ReferralCommand.Open(purpose), factId, cancellation) switch
        {
            DeskResult.Refused refused => new Shown<ReferralDocument>.Refused(refused.Refusal),
            DeskResult.Ok ok when document is not null => new Shown<ReferralDocument>.Ok(document, ok.Referral),
            _ => new Shown<ReferralDocument>.Refused(Gone),
        };
    }

    /// <summary>Shows the key once, to be read over the telephone (F4).</summary>
    public async Task<Shown<string>> RevealKeyAsync(ActedBy actor, ExchangeId exchange, string purpose, string factId, CancellationToken cancellation)
    {
        var result = await desk.DoAsync(actor, exchange, new ReferralCommand.RevealKey(purpose), factId, cancellation);
        if (result is not DeskResult.Ok { Referral: var referral })
            return new Shown<string>.Refused(((DeskResult.Refused)result).Refusal);
        return await keys.GetAsync(exchange, cancellation) is { } key && TelephoneKey.Check(key) is KeyCheck.Valid
            ? new Shown<string>.Ok(key, referral)
            : new Shown<string>.Refused(Gone);
    }

    /// <summary>The sealed archive as it is, for who opens it with 7-Zip.</summary>
    public async Task<Shown<Stream>> FetchAsync(ActedBy actor, ExchangeId exchange, string purpose, string factId, CancellationToken cancellation)
    {
        if (await desk.CurrentAsync(exchange, cancellation) is { } current && !await sealing.IsIntactAsync(new(exchange, current.Id), current.Sha256, cancellation))
            return new Shown<Stream>.Refused(Damaged);
        var result = await desk.DoAsync(actor, exchange, new ReferralCommand.Fetch(purpose), factId, cancellation);
        if (result is not DeskResult.Ok { Referral: var referral })
            return new Shown<Stream>.Refused(((DeskResult.Refused)result).Refusal);
        return await blobs.OpenAsync(new(exchange, referral.State.Current!.Id), cancellation) is { } archive
            ? new Shown<Stream>.Ok(archive, referral)
            : new Shown<Stream>.Refused(Gone);
    }

    private async Task<ReferralDocument?> UnsealAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await desk.CurrentAsync(exchange, cancellation) is { } current
            ? await sealing.OpenAsync(new(exchange, current.Id), current.Sha256, cancellation)
            : null;
}
