using Gegevensdeling.Governance.Dossiers;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.AccessReviews;

/// <summary>The system opens a review; the party says 'klopt', or how many must go, and then that they are gone (G21).</summary>
public static class AccessReviewDecisions
{
    private const int Most = 500;

    public static DossierDecision Decide(AccessReviewState? state, AccessReviewCommand command, DossierContext now) => (state, command) switch
    {
        (null, AccessReviewCommand.Open open) => new Record(new AccessReviewFact.Opened(now.FactId, now.Now, now.Actor, open.Party, open.Period.From, open.Period.Until, open.Period.Next)),
        (_, AccessReviewCommand.Open) => new Already(),
        (null, _) => No("niet-gevonden", "art. 4", "Deze toegangscontrole bestaat niet."),
        ({ Reported: not null }, AccessReviewCommand.Confirm) => No("al-gemeld", "art. 4", "Er is al gemeld dat er toegangen te verwijderen zijn. Leg vast dat ze verwijderd zijn."),
        (_, AccessReviewCommand.Confirm) => new Record(new AccessReviewFact.Confirmed(now.FactId, now.Now, now.Actor)),
        ({ Reported: { } reported }, AccessReviewCommand.Report again) => reported.Count == again.Count && reported.Reference == again.Reference
            ? new Already()
            : No("al-gemeld", "art. 4", "Er is al gemeld dat er toegangen te verwijderen zijn. Leg vast dat ze verwijderd zijn."),
        (_, AccessReviewCommand.Report report) => Report(report, now),
        ({ Reported: null }, AccessReviewCommand.Remove) => No("niets-gemeld", "art. 4", "Er is niet gemeld dat er toegangen te verwijderen zijn. Kijk eerst de lijst na."),
        (_, AccessReviewCommand.Remove remove) => OfficeReference.Refuse(remove.Reference) is { } form ? new Refuse(form) : new Record(new AccessReviewFact.Removed(now.FactId, now.Now, now.Actor, remove.Reference)),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    private static DossierDecision Report(AccessReviewCommand.Report report, DossierContext now) =>
        report.Count is not (>= 1 and <= Most) ? No("aantal-ongeldig", "art. 4", $"Zeg hoeveel toegangen te verwijderen zijn: 1 tot {Most}.")
        : report.Reference is not { } reference ? No("kenmerk-ontbreekt", "art. 4", "Geef het kenmerk van de aanvraag aan wie de toegangen beheert; nooit om wie het gaat.")
        : OfficeReference.Refuse(reference) is { } form ? new Refuse(form)
        : new Record(new AccessReviewFact.Reported(now.FactId, now.Now, now.Actor, report.Count.Value, reference));
}
