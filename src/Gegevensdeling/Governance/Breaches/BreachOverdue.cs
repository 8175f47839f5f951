using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Telemetry.Instruments;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>
/// Counts open breaches of which some controller has not decided 48 hours after it became aware, for the alarm. Read from the register: an
/// orchestration that stands still hides none. A party that could not be told counts from the report.
/// </summary>
public sealed class BreachOverdue(BreachKind kind, DossierFile file, ProtocolCatalog protocols, TimeProvider clock)
{
    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var protocol in protocols.All)
            count += (await file.ListAsync(kind, protocol.Id, openOnly: true, cancellation)).Count(dossier => Is(new(dossier.Facts), clock.GetUtcNow()));
        BreachesOverdue.Record(count);
    }

    /// <summary>Whether this breach counts now.</summary>
    public static bool Is(BreachState state, DateTimeOffset now) =>
        state.ClosedAt is null && BreachClock.Of(state).Any(one => one.Decision is null && (one.From ?? state.Report.At).AddHours(BreachClock.CountedAfter) <= now);
}
