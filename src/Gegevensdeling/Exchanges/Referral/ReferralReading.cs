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

    /// <summary>Opens the referral in the application (W3). The recorded opening is the claim: content without a trace does not exist.</summary>
    public async Task<Shown<ReferralDocument>> OpenAsync(ActedBy actor, ExchangeId exchange, string purpose, string factId, CancellationToken cancellation)
    {
        var result = await desk.DoAsync(actor, exchange, new ReferralCommand.Open(purpose), factId, cancellation);
        if (result is not DeskResult.Ok { Referral: var referral })
            return new Shown<ReferralDocument>.Refused(((DeskResult.Refused)result).Refusal);
        var current = referral.State.Current!;
        return await sealing.OpenAsync(new(exchange, current.Id), current.Sha256, cancellation) is { } document
            ? new Shown<ReferralDocument>.Ok(document, referral)
            : new Shown<ReferralDocument>.Refused(Gone);
    }

    /// <summary>Shows the key once, to be read over the telephone (F4).</summary>
    public async Task<Shown<string>> RevealKeyAsync(ActedBy actor, ExchangeId exchange, string factId, CancellationToken cancellation)
    {
        var result = await desk.DoAsync(actor, exchange, new ReferralCommand.RevealKey(), factId, cancellation);
        if (result is not DeskResult.Ok { Referral: var referral })
            return new Shown<string>.Refused(((DeskResult.Refused)result).Refusal);
        return await keys.GetAsync(exchange, cancellation) is { } key && TelephoneKey.Check(key) is KeyCheck.Valid
            ? new Shown<string>.Ok(key, referral)
            : new Shown<string>.Refused(Gone);
    }

    /// <summary>The sealed archive as it is, for who opens it with 7-Zip.</summary>
    public async Task<Shown<Stream>> FetchAsync(ActedBy actor, ExchangeId exchange, string factId, CancellationToken cancellation)
    {
        var result = await desk.DoAsync(actor, exchange, new ReferralCommand.Fetch(), factId, cancellation);
        if (result is not DeskResult.Ok { Referral: var referral })
            return new Shown<Stream>.Refused(((DeskResult.Refused)result).Refusal);
        return await blobs.OpenAsync(new(exchange, referral.State.Current!.Id), cancellation) is { } archive
            ? new Shown<Stream>.Ok(archive, referral)
            : new Shown<Stream>.Refused(Gone);
    }
}
