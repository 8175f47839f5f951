using System.Globalization;
using System.Net;
using System.Text;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>The report as a page that can be read aloud, printed and put on the table.</summary>
public static class EvaluationPage
{
    public static string Write(EvaluationReport report)
    {
        var text = new StringBuilder($$"""
            <!DOCTYPE html>
            <html lang="nl-BE">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Evaluatie {{Safe(report.Title)}}</title>
            <style>body{font:1rem/1.5 sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:bold}th,td{border:1px solid #555;padding:.3rem .6rem;text-align:left}</style>
            </head>
            <body>
            <main>
            <h1>Evaluatie: {{Safe(report.Title)}}</h1>
            <p>Verslag voor {{Safe(report.For)}}, over {{string.Join(" en ", report.Years)}}. Kenmerk {{report.Dossier}}, protocol {{report.Protocol}} versie {{report.Version}}.</p>
            <p>Aan de beurt op {{DutchDate.Say(report.Due)}}; voorgesteld op {{DutchDate.Say(report.Proposed)}}.</p>

            """);
        foreach (var year in report.Figures)
        {
            Table(text, string.Create(CultureInfo.InvariantCulture, $"Cijfers van {year.Year}"), year.Figures);
            if (year.Wishes.Count > 0)
                Table(text, string.Create(CultureInfo.InvariantCulture, $"Gegevens die medewerkers wilden delen en die het protocol niet toelaat, {year.Year}"), year.Wishes);
        }

        Table(text, "Dossiers rond de uitwisseling", report.Dossiers);
        Table(text, "Waarvan een termijn gemist werd", report.Late);
        text.Append("<h2>Bevindingen over de tekst</h2>\n");
        text.Append(report.Findings.Count == 0 ? "<p>Geen.</p>\n" : "<ul>\n");
        foreach (var finding in report.Findings)
            text.Append(CultureInfo.InvariantCulture, $"<li>{Safe(finding.Article)}: {Safe(finding.Text)} {(finding.AcceptedWhy is { } why ? $"Aanvaard: {Safe(why)}" : "<strong>Staat open.</strong>")}</li>\n");
        text.Append(report.Findings.Count == 0 ? "" : "</ul>\n");
        text.Append("<p>Aantallen van 1 tot onder de drempel zijn verborgen, en ook aantallen waaruit ze te berekenen zijn. Elke partij ziet haar eigen cijfers.</p>\n</main>\n</body>\n</html>\n");
        return text.ToString();
    }

    private static void Table(StringBuilder text, string caption, IReadOnlyList<Figure> figures)
    {
        if (figures.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"<table>\n<caption>{Safe(caption)}</caption>\n<thead><tr><th scope=\"col\">Wat</th><th scope=\"col\">Aantal</th></tr></thead>\n<tbody>\n");
        foreach (var figure in figures)
            text.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Safe(figure.What)}</th><td>{(figure.Count is { } count ? count.ToString(CultureInfo.InvariantCulture) : "verborgen")}</td></tr>\n");
        text.Append("</tbody>\n</table>\n");
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
