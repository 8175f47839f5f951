using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>How a request of a signed-in caller ended before it was answered.</summary>
public enum AccessOutcome
{
    /// <summary>Recorded before the handler runs: what cannot be recorded does not happen.</summary>
    Allowed,
    Refused,

    /// <summary>An earlier answer was given again; the handler did not run.</summary>
    Replayed,

    /// <summary>An outage or a defect: nothing was answered, but something may have been touched.</summary>
    Failed,
}

/// <summary>One entry for the audit log: ids and codes, nothing of the body.</summary>
/// <param name="Action">The word of the action, or null where the refusal came before it was known.</param>
/// <param name="Caller">For its <see cref="Exchanges.StaffRef"/>; name and address are never kept (W23).</param>
/// <param name="Values">The references in the path, and the protocol where the query names it.</param>
/// <param name="Purpose">The purpose code, where the action needs one.</param>
/// <param name="Refusal">The code of the refusal or failure.</param>
/// <param name="Article">The article that refused.</param>
public sealed record AccessRecord(
    DateTimeOffset At,
    string Route,
    string? Action,
    Caller Caller,
    IReadOnlyDictionary<string, string> Values,
    string? Purpose,
    AccessOutcome Outcome,
    string? Refusal,
    string? Article,
    string Correlation);

/// <summary>
/// Writes an <see cref="AccessRecord"/> to the audit log. Requests without a valid token are not reported: anybody on the network could
/// fill the chain with them; they are counted in the log.
/// </summary>
public delegate Task RecordAccess(AccessRecord record, CancellationToken cancellation);
