using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>How long something is kept, in one line (art. 30.1.f GDPR); the words of the text stand beside it.</summary>
internal static class RetentionWords
{
    public static string Say(this RetentionRule rule) => rule.End switch
    {
        RetentionEnd.OutcomeKnown => "Tot er contact was en duidelijk is of de cliënt hulp wenst",
        RetentionEnd.Term => Within(rule, string.Empty),
        RetentionEnd.IrrelevantOrTerm => Within(rule, "Tot het bestand niet meer nodig is, uiterlijk "),
        RetentionEnd.ReceiptOrTerm => Within(rule, "Tot de ontvangst bevestigd is, uiterlijk "),
        RetentionEnd.CollectionEnded => "Tot de invordering is afgesloten of de schuld betaald",
        RetentionEnd.AtOnce => rule.Start is { } start ? $"Onmiddellijk gewist, vanaf {Say(start)}" : "Onmiddellijk gewist",
        _ => throw new InvalidOperationException($"{rule.End}"),
    };

    private static string Within(RetentionRule rule, string before) =>
        $"{before}{(rule.Term is { } term ? Say(term) : "een termijn")}{(rule.Start is { } start ? $" vanaf {Say(start)}" : string.Empty)}";

    private static string Say(Term term) => $"{term.Count} {Unit(term.Unit, term.Count == 1)}";

    private static string Unit(TermUnit unit, bool one) => unit switch
    {
        TermUnit.Hours => "uur",
        TermUnit.Days => one ? "dag" : "dagen",
        TermUnit.Months => one ? "maand" : "maanden",
        TermUnit.Years => "jaar",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    private static string Say(RetentionStart start) => start switch
    {
        RetentionStart.CopyMade => "het ontstaan van de kopie",
        RetentionStart.ClientFileClosed => "het afsluiten van het cliëntdossier",
        RetentionStart.FoundNoClient => "de vaststelling dat iemand geen cliënt is",
        RetentionStart.WithdrawnOrRefused => "de intrekking of de weigering",
        _ => throw new ArgumentOutOfRangeException(nameof(start)),
    };
}
