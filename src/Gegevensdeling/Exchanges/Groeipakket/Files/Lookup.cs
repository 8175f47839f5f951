using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>
/// Looks the children of a request up in an extract that streams past once (P5). A child is entitled when a row of it overlaps the period, from its
/// first day (X7) to the day of the request; the beneficiaries are those of the latest such row by <c>recht_van</c>, of all of them where several
/// began on the same day: the ones last known 'op het moment van de aanvraag'.
/// </summary>
public static class Lookup
{
    /// <param name="request">Its right rows are looked up.</param>
    /// <param name="extract">Read once, to its end; <see cref="IOException"/> passes.</param>
    /// <param name="cancellation">Ends the reading between two buffers.</param>
    public static async Task<FileResult<RequestAnswer>> InAsync(CheckedRequest request, Stream extract, CancellationToken cancellation)
    {
        var settings = request.Protocol.Groeipakket!;
        var (first, last, most) = (settings.FirstDay.DayNumber, request.On.DayNumber, settings.MostBeneficiaries);
        var answers = new ChildAnswer[request.Content.Children.Length];
        var table = new ChildTable(request.Content.Children);
        var problem = await ExtractReader.ReadAsync(extract, Take, cancellation) ?? TooMany(answers);
        return problem is null
            ? new FileResult<RequestAnswer>.Done(new RequestAnswer(request, answers))
            : FileResult<RequestAnswer>.No(FileRefusals.Extract(request.Protocol, problem));

        void Take(in ExtractRow row, long line)
        {
            if (row.From <= last && row.To >= first && table.Find(row.Child) is >= 0 and var place)
                Merge(ref answers[place], in row, most, line);
        }
    }

    private static void Merge(ref ChildAnswer answer, in ExtractRow row, int most, long line)
    {
        if (answer.Entitled && row.From < answer.From)
            return;
        if (!answer.Entitled || row.From > answer.From)
            answer = new ChildAnswer { Entitled = true, From = row.From, To = row.To };
        answer.To = Math.Max(answer.To, row.To);
        answer.Add(row.First, most, line);
        answer.Add(row.Second, most, line);
    }

    private static ExtractProblem? TooMany(ChildAnswer[] answers)
    {
        var line = answers.Where(answer => answer.TooManyAt > 0).Select(answer => answer.TooManyAt).DefaultIfEmpty().Min();
        return line == 0 ? null : new ExtractProblem(ExtractFault.TooManyBeneficiaries, line);
    }
}
