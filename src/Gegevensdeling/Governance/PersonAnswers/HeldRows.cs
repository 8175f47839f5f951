using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>The rows of a Groeipakket file that name one person, with that person's own values and nobody else's.</summary>
internal static class HeldRows
{
    public static List<HeldRow> InRequest(CheckedRequest request, long number)
    {
        var (rows, name) = (new List<HeldRow>(), HeldNotes.DescriptionOf(request.Protocol, request.Protocol.RequestFlow().Fields[0]));
        for (var place = 0; place < request.Content.Rows.Count; place++)
        {
            if (request.Content.Children[place] == number)
                rows.Add(new(request.Content.Rows[place].Number, [new(name, InszText.Write(number))]));
        }

        return rows;
    }

    /// <returns>Null where it cannot be read.</returns>
    public static List<HeldRow>? InAnswer(Stream workbook, Protocol protocol, long number, CancellationToken cancellation)
    {
        var layout = AnswerLayout.Of(protocol);
        try
        {
            using var reader = WorksheetReader.Open(workbook, null, WorksheetLimits.Default with { Columns = layout.Width }, cancellation);
            return [.. reader.Rows().Select(row => OfAnswer(row, layout, protocol, number)).OfType<HeldRow>()];
        }
        catch (WorksheetException)
        {
            return null;
        }
    }

    /// <summary>One row a period; an extract that stopped to be right is not used here either.</summary>
    public static async Task<List<HeldRow>> InExtractAsync(Stream extract, Protocol protocol, long number, CancellationToken cancellation)
    {
        var rows = new List<HeldRow>();
        var problem = await ExtractReader.ReadAsync(extract, (in row, line) =>
        {
            if (row.Child == number || row.First == number || row.Second == number)
                rows.Add(new(checked((int)line), OfExtract(in row, protocol, number)));
        }, cancellation);
        return problem is null ? rows : throw new InvalidDataException("The extract that was sealed is not right");
    }

    private static HeldRow? OfAnswer(WorksheetRow row, AnswerLayout layout, Protocol protocol, long number)
    {
        var isChild = Is(row[0], number);
        var own = layout.Beneficiaries.Where(column => Is(row[column], number)).ToList();
        if (!isChild && own.Count == 0)
            return null;
        var right = row[layout.Right] is WorksheetCell.Text(var word) ? word.Trim() : "niet beantwoord";
        List<HeldField> fields = [Child(protocol, number, isChild), new(HeldNotes.DescriptionOf(protocol, GroeipakketSettings.RightField), right)];
        foreach (var column in layout.Beneficiaries.Where(column => !InszCell.IsEmpty(row[column])))
            fields.Add(Beneficiary(protocol, number, own.Contains(column)));
        if (layout.Period is { } period && row[period] is WorksheetCell.Text(var text) && text.Trim().Length > 0)
            fields.Add(new(HeldNotes.DescriptionOf(protocol, GroeipakketSettings.PeriodField), text.Trim()));
        return new(row.Number, fields);
    }

    private static List<HeldField> OfExtract(in ExtractRow row, Protocol protocol, long number)
    {
        var until = row.To == ExtractRow.Open ? "loopt nog" : string.Create(CultureInfo.InvariantCulture, $"tot en met {DutchDate.Say(DateOnly.FromDayNumber(row.To))}");
        List<HeldField> fields =
        [
            Child(protocol, number, row.Child == number),
            new("Recht op sociale toeslag", $"vanaf {DutchDate.Say(DateOnly.FromDayNumber(row.From))}, {until}"),
            Beneficiary(protocol, number, row.First == number),
        ];
        if (row.Second != 0)
            fields.Add(Beneficiary(protocol, number, row.Second == number));
        return fields;
    }

    private static HeldField Child(Protocol protocol, long number, bool own) => Own(HeldNotes.DescriptionOf(protocol, GroeipakketSettings.ChildField), number, own);

    private static HeldField Beneficiary(Protocol protocol, long number, bool own) => Own(HeldNotes.DescriptionOf(protocol, GroeipakketSettings.BeneficiaryField), number, own);

    private static HeldField Own(string name, long number, bool own) => own ? new(name, InszText.Write(number)) : HeldField.OfAnother(name);

    private static bool Is(WorksheetCell cell, long number) => InszCell.Fault(cell, out var found, out _) is null && found == number;
}
