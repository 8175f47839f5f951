using Gegevensdeling.Documents.Worksheets;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>
/// Judges the requester's file as the team filled it in: column A and the order untouched, and on every right row an answer that the protocol allows
/// (P6). What is right is taken over in the normal form of <see cref="AnswerComposer"/>; one wrong cell refuses all of it.
/// </summary>
public static class ManualAnswerCheck
{
    /// <param name="request">What the team was given.</param>
    /// <param name="rows">Those of the filled file; enumerated once.</param>
    /// <exception cref="WorksheetException">From <paramref name="rows"/>.</exception>
    public static FileResult<RequestAnswer> Of(CheckedRequest request, IEnumerable<WorksheetRow> rows)
    {
        var (content, lines) = (request.Content, new ReportLines());
        var filled = new FilledCells(AnswerLayout.Of(request.Protocol), request.On, lines);
        var answers = new ChildAnswer[content.Rows.Count];
        var place = content.Heading is null ? 0 : -1;
        foreach (var row in rows)
        {
            if (place >= content.Rows.Count)
            {
                lines.Error(row.Number, "rij-te-veel", "deze rij staat niet in de aanvraag.");
                break;
            }

            var asked = place < 0 ? content.Heading! : content.Rows[place];
            if (row.Number != asked.Number || !IsSame(row[0], asked[0]))
            {
                lines.Error(row.Number, "kolom-a-gewijzigd", $"kolom A is niet die van de aanvraag: daar staat hier rij {asked.Number}. Vul het bestand van de aanvraag in zonder kolom A, de volgorde of de rijen te wijzigen.");
                break; // from here on no row can be trusted to be the one that was asked
            }

            if (place >= 0 && content.Children[place] != RequestRows.None)
                answers[place] = filled.Read(row);
            else if (place >= 0)
                filled.MustBeEmpty(row);
            place++;
        }

        if (lines.Errors == 0 && place < content.Rows.Count)
            lines.Error((place < 0 ? content.Heading! : content.Rows[place]).Number, "rij-ontbreekt", "deze rij van de aanvraag ontbreekt.");
        return lines.Errors == 0
            ? new FileResult<RequestAnswer>.Done(new RequestAnswer(request, answers))
            : new FileResult<RequestAnswer>.Refused(FileRefusals.ManualAnswer(request.Protocol, lines.Errors), lines.Report("Het ingevulde bestand is niet in orde."));
    }

    // what is stored for a number differs between programs, its value does not
    private static bool IsSame(WorksheetCell one, WorksheetCell other) => (one, other) switch
    {
        (WorksheetCell.Number left, WorksheetCell.Number right) => left.Value.Equals(right.Value),
        (WorksheetCell.Date left, WorksheetCell.Date right) => left.Serial.Equals(right.Serial),
        _ => one == other,
    };
}
