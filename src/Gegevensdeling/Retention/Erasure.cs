using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Retention;

/// <summary>One exchange whose purpose is served or whose term ended.</summary>
public sealed record ErasureInput(ExchangeId Exchange) : IStepOfExchange;

/// <summary>One deletion at one place.</summary>
public sealed record EraseAtInput(ExchangeId Exchange, string Place) : IStepOfExchange;

/// <summary>What was found when every place was looked at again.</summary>
/// <param name="StillFound">Places that still hold something; empty when the erasure is proven.</param>
public sealed record LookAgainResult(IReadOnlyList<string> StillFound);

/// <summary>The activities of erasure. The sweep calls the very same code without an engine (<see cref="Eraser"/>).</summary>
public static class ErasureActivities
{
    public static Activity<EraseAtInput, Done> EraseAt { get; } = new("Wissen", RetryPolicy.Patient);

    public static Activity<ErasureInput, LookAgainResult> LookAgainAndCertify { get; } = new("WissingAantonen", RetryPolicy.Patient);
}
