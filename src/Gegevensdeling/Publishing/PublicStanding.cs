using System.Text.Json.Serialization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>Where a protocol stands, as a citizen wants to know it.</summary>
public enum PublicState
{
    [JsonStringEnumMemberName("nog-niet-in-werking")] NotYet,
    [JsonStringEnumMemberName("in-werking")] InForce,
    [JsonStringEnumMemberName("geschorst")] Suspended,
    [JsonStringEnumMemberName("beeindigd")] Ended,
}

/// <summary>The standing of a protocol without the reason: what a party still has to put in order is between the parties.</summary>
/// <param name="Since">The first day in force; null while it is not in force yet.</param>
/// <param name="LastDay">The last day of exchange, where an end is known.</param>
public sealed record PublicStanding(PublicState State, DateOnly? Since, DateOnly? LastDay)
{
    /// <summary>The code that a refusal carries while a protocol is suspended (art. 8).</summary>
    public const string SuspendedCode = "protocol-geschorst";

    /// <summary>What the rules say of a protocol at an instant, as far as it is public.</summary>
    public static PublicStanding Of(Protocol protocol, ProtocolStanding standing) => standing switch
    {
        ProtocolStanding.InForce(var last) => new(PublicState.InForce, protocol.Duration.Start.Date, last),
        ProtocolStanding.NotInForce(var refusal) => Of(protocol, refusal.Code),
        _ => throw new InvalidOperationException(standing.GetType().Name),
    };

    /// <summary>The status line.</summary>
    public string Say() => State switch
    {
        PublicState.InForce => $"In werking sinds {Day(Since)}{(LastDay is null ? "." : $", tot en met {Day(LastDay)}.")}",
        PublicState.Suspended => "Geschorst: er worden nu geen gegevens uitgewisseld.",
        PublicState.Ended => LastDay is null ? "Beëindigd: er worden geen gegevens meer uitgewisseld." : $"Beëindigd. De laatste dag was {Day(LastDay)}.",
        PublicState.NotYet => "Nog niet in werking: er worden geen gegevens uitgewisseld.",
        _ => throw new InvalidOperationException($"{State}"),
    };

    private static PublicStanding Of(Protocol protocol, string code) => code switch
    {
        "protocol-beeindigd" or "protocol-opgezegd" => new(PublicState.Ended, protocol.Duration.Start.Date, ProtocolRules.LastDay(protocol)),
        SuspendedCode => new(PublicState.Suspended, protocol.Duration.Start.Date, ProtocolRules.LastDay(protocol)),
        _ => new(PublicState.NotYet, null, null),
    };

    private static string Day(DateOnly? day) => DutchDate.Say(day!.Value);
}
