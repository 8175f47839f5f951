using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>One member of staff in one role, as the audit chain has them: by reference.</summary>
/// <param name="Times">What was done or read.</param>
/// <param name="Refused">What was tried and refused.</param>
public sealed record AccessOfOne(StaffRef Staff, string Role, DateTimeOffset First, DateTimeOffset Last, int Times, int Refused);

/// <summary>Who of one party did anything under a protocol in a period. A pure count over audit entries.</summary>
public static class AccessList
{
    /// <summary>The chains in which the entries of this period stand: chains are UTC months, the period is one of Belgian days.</summary>
    public static IReadOnlyList<string> ChainsOf(ProtocolId protocol, DateOnly from, DateOnly until)
    {
        var (first, last) = (LegalCalendar.StartOf(from).UtcDateTime, LegalCalendar.EndOf(until).UtcDateTime);
        var months = new List<string>();
        for (var month = new DateTimeOffset(first.Year, first.Month, 1, 0, 0, 0, TimeSpan.Zero); month < last; month = month.AddMonths(1))
            months.Add(AuditChain.NameOf(protocol, month));
        return months;
    }

    public static IReadOnlyList<AccessOfOne> Of(IEnumerable<AuditEvent> events, PartyId party, DateOnly from, DateOnly until) =>
    [
        .. events.Where(one => one.Actor.Party == party && one.Actor.Staff != StaffRef.System && LegalCalendar.DateOf(one.At) is var day && day >= from && day <= until)
            .GroupBy(one => (one.Actor.Staff, one.Actor.Role))
            .Select(group => new AccessOfOne(
                group.Key.Staff, group.Key.Role, group.Min(one => one.At), group.Max(one => one.At),
                group.Count(one => one.Outcome != AuditOutcome.Refused), group.Count(one => one.Outcome == AuditOutcome.Refused)))
            .OrderBy(one => one.Role, StringComparer.Ordinal).ThenBy(one => one.Staff.Value, StringComparer.Ordinal),
    ];
}
