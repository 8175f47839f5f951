using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Proofs;

/// <summary>A party asks for proof.</summary>
public sealed record ProofCommand(PartyId For);

/// <summary>What the facts of one request add up to. Derived, never stored.</summary>
/// <param name="ToldAt">When the officers whose duty it is had been told: then nothing is left to do.</param>
public sealed record ProofState(ProofFact.Asked Asked, DateTimeOffset? ToldAt)
{
    /// <summary>Days in which the pack can be fetched; after that one asks again, and the other side hears of it again.</summary>
    public const int OpenDays = 30;

    public string Word => ToldAt is null ? "gevraagd" : "gegeven";

    public bool IsOpenAt(DateTimeOffset at) => at < Asked.At.AddDays(OpenDays);

    /// <exception cref="InvalidOperationException">The first fact is not the request.</exception>
    public static ProofState Of(IReadOnlyList<ExchangeFact> facts) => new(
        facts is [ProofFact.Asked asked, ..] ? asked : throw new InvalidOperationException("A request for proof begins when it is asked"),
        facts.OfType<DossierFact.Taken>().FirstOrDefault(taken => taken.Step == ProofPlan.Tell)?.At);
}
