using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Tests.Evidence;

namespace Gegevensdeling.Tests.Audit;

/// <summary>Synthetic entries.</summary>
internal static class AuditSamples
{
    public static AuditEvent Draft(int number = 0, AuditAction action = AuditAction.Opened) => new(
        Samples.Noon.AddMilliseconds(number),
        new ProtocolId("voorbeeld-2026"),
        1,
        new ExchangeId($"X-{number}"),
        Samples.Worker,
        action,
        "hulpvraag",
        "art. 2",
        AuditOutcome.Ok,
        "4bf92f3577b34da6a3ce929d0e0e4736",
        "gegevensdeling/0.1.0");

    public static AuditEvent Full(int number = 0) => Draft(number) with
    {
        Outcome = AuditOutcome.Refused,
        Code = "niet-bevoegd",
        Artefact = new ArtefactId("bestand-1"),
        Sha256 = Sha256Hex.Of("verzegeld"),
        Until = Samples.Noon.AddSeconds(5),
    };

    public static List<ChainedAuditEvent> Chain(int length)
    {
        var chain = new List<ChainedAuditEvent>(length);
        AuditTip? tip = null;
        for (var number = 0; number < length; number++)
        {
            chain.Add(AuditChain.Next(tip, number % 2 == 0 ? Draft(number) : Full(number)));
            tip = chain[^1].Tip;
        }

        return chain;
    }
}
