using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>One message that is due from a moment on, unless people did what it asks for.</summary>
/// <param name="Code">Unique in the dossier, with its ordinal: <c>herinnering:1</c>.</param>
public sealed record DossierReminder(string Code, DateTimeOffset At, IReadOnlyList<Audience> To, MailText Text);

/// <summary>Reminders and escalations that follow one another.</summary>
public static class DossierReminders
{
    /// <summary>The latest that is due: after an outage nobody hears all of them at once.</summary>
    /// <param name="ladder">In order of time.</param>
    public static DossierStep? Due(IEnumerable<DossierReminder> ladder, DateTimeOffset now) =>
        ladder.LastOrDefault(reminder => reminder.At <= now) is { } due ? new DossierStep.Tell(due.Code, due.To, due.Text) : null;

    /// <summary>When to look again.</summary>
    public static IEnumerable<DateTimeOffset?> Moments(IEnumerable<DossierReminder> ladder) => ladder.Select(reminder => (DateTimeOffset?)reminder.At);
}
