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
    /// <exception cref="InvalidDataException">Some dossier could not be read. All the others were measured, and that one counts as overdue: nobody can say that it is not.</exception>
    public async Task MeasureAsync(CancellationToken cancellation)
    {
        var (count, unread) = (0, 0);
        foreach (var protocol in protocols.All)
        {
            foreach (var head in await file.OpenHeadsAsync(kind, protocol.Id, cancellation).ToListAsync(cancellation))
            {
                try
                {
                    count += Is(new((await file.GetAsync(head.Id, cancellation)).Facts), clock.GetUtcNow()) ? 1 : 0;
                }
#pragma warning disable CA1031 // one dossier that cannot be read must not silence the alarm about the others
                catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
                {
                    unread++;
                }
            }
        }

        BreachesOverdue.Record(count + unread);
        if (unread > 0)
            throw new InvalidDataException("A dossier of a breach cannot be read");
    }

    /// <summary>Whether this breach counts now.</summary>
    public static bool Is(BreachState state, DateTimeOffset now) =>
        state.ClosedAt is null && BreachClock.Of(state).Any(one => one.Decision is null && (one.From ?? state.Report.At).AddHours(BreachClock.CountedAfter) <= now);
}
