using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What happens while somebody must do something about a reported defect ('binnen redelijke termijn', art. 7): the same for every exchange.</summary>
internal static class DefectTerms
{
    /// <summary>Each term that passes reminds once more; from the second on it escalates.</summary>
    /// <param name="phase">What is waited for; in the code of each step.</param>
    /// <param name="from">The terms count from here on: to acknowledge late leaves less time to investigate.</param>
    /// <param name="term">In Belgian working days.</param>
    /// <param name="every">After the first term, in working days; the same as the term where nothing else is agreed.</param>
    /// <param name="ahead">The end of the running term is added.</param>
    public static IEnumerable<DossierStep?> Waiting(
        string phase, DateTimeOffset from, int term, DateTimeOffset now, List<DateTimeOffset?> ahead, (IReadOnlyList<Audience> To, MailText Text) remind, (IReadOnlyList<Audience> To, MailText Text) escalate,
        int? every = null)
    {
        var passed = 0;
        while (End(passed + 1) <= now)
            passed++;
        ahead.Add(End(passed + 1));
        return
        [
            passed > 0 ? new DossierStep.Tell(string.Create(CultureInfo.InvariantCulture, $"herinnering:{phase}:{passed}"), remind.To, remind.Text) : null,
            passed > 1 ? new DossierStep.Tell(string.Create(CultureInfo.InvariantCulture, $"escalatie:{phase}:{passed}"), escalate.To, escalate.Text) : null,
        ];

        DateTimeOffset End(int number) => LegalCalendar.AddWorkingDays(from, term + ((every ?? term) * (number - 1)));
    }
}
