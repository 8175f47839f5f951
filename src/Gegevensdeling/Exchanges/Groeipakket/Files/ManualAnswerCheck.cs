using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;

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
        var (place, headed) = (0, content.Heading is null);
        foreach (var row in rows)
        {
            var isHeading = !headed && place == content.BeforeHeading;
            if (!isHeading && place >= content.Rows.Count)
            {
                lines.Error(row.Number, "rij-te-veel", "deze rij staat niet in de aanvraag.");
                break;
            }

            var asked = isHeading ? content.Heading! : content.Rows[place];
            if (row.Number != asked.Number || !IsSame(row[0], asked[0]))
            {
                lines.Error(row.Number, "kolom-a-gewijzigd", $"kolom A is niet die van de aanvraag: daar staat hier rij {asked.Number}. Vul het bestand van de aanvraag in zonder kolom A, de volgorde of de rijen te wijzigen.");
                break; // from here on no row can be trusted to be the one that was asked
            }

            if (isHeading)
            {
                headed = true;
                continue;
            }

            if (content.Children[place] != RequestRows.None)
                answers[place] = filled.Read(row);
            else
                filled.MustBeEmpty(row);
            place++;
        }

        if (lines.Errors == 0 && place < content.Rows.Count)
            lines.Error((!headed && place == content.BeforeHeading ? content.Heading! : content.Rows[place]).Number, "rij-ontbreekt", "deze rij van de aanvraag ontbreekt.");
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
