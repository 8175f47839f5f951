using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>
/// The steps of the exchange on its files, each with a value as its outcome: a bad file is refused, never thrown. Streams stay open; plain content is in
/// the caller's memory or on its way into a sealing stream. <see cref="IOException"/> of a stream passes.
/// </summary>
public static class GroeipakketFiles
{
    private const int MostInhabitants = 1_048_576;

    /// <summary>Reads a request that is a workbook as it came.</summary>
    /// <param name="workbook">Seekable, from its position 0.</param>
    /// <param name="workbookPassword">Null where there is none.</param>
    /// <param name="protocol">A Groeipakket protocol.</param>
    /// <param name="on">The day of the request, a legal date in Brussels.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static FileResult<CheckedRequest> ReadRequest(Stream workbook, string? workbookPassword, Protocol protocol, DateOnly on, CancellationToken cancellation) =>
        Guarded(protocol, () =>
        {
            using var reader = WorksheetReader.Open(workbook, workbookPassword, WorksheetLimits.Default, cancellation);
            return RequestCheck.Of(protocol, reader.SheetName, reader.Rows(), on);
        });

    /// <summary>Opens a sealed request, one workbook in an archive, in memory, and reads it (P2, P3).</summary>
    /// <param name="archive">Seekable, from its current position to its end.</param>
    /// <param name="key">Not empty. One that does not fit is refused with <see cref="FileFaults.WrongKey"/>.</param>
    /// <param name="workbookPassword">Of the workbook inside, or null.</param>
    /// <param name="protocol">A Groeipakket protocol.</param>
    /// <param name="on">The day of the request.</param>
    /// <param name="cancellation">Ends the work.</param>
    public static async Task<FileResult<CheckedRequest>> OpenRequestAsync(
        Stream archive, string key, string? workbookPassword, Protocol protocol, DateOnly on, CancellationToken cancellation)
    {
        using var content = new OpenedWorkbook();
        return await content.OpenAsync(archive, key, protocol, cancellation) is { } refusal
            ? FileResult<CheckedRequest>.No(refusal)
            : ReadRequest(content.Stream, workbookPassword, protocol, on, cancellation);
    }

    /// <summary>Reads an extract to its end; null where every row is right, else why the whole is refused.</summary>
    public static async Task<Refusal?> CheckExtractAsync(Protocol protocol, Stream extract, CancellationToken cancellation) =>
        await ExtractReader.ReadAsync(extract, static (in row, line) => { }, cancellation) is { } problem ? FileRefusals.Extract(protocol, problem) : null;

    /// <summary>Looks the request up in the extract; the answer is still to be written.</summary>
    public static Task<FileResult<RequestAnswer>> LookUpAsync(CheckedRequest request, Stream extract, CancellationToken cancellation) =>
        Lookup.InAsync(request, extract, cancellation);

    /// <summary>Writes the workbook of an answer.</summary>
    public static AnswerCounts WriteAnswer(RequestAnswer answer, Stream output, CancellationToken cancellation) => AnswerComposer.Write(answer, output, cancellation);

    /// <summary>Reads the requester's file as the team filled it in.</summary>
    public static FileResult<RequestAnswer> ReadManualAnswer(CheckedRequest request, Stream workbook, string? workbookPassword, CancellationToken cancellation) =>
        Guarded(request.Protocol, () =>
        {
            using var reader = WorksheetReader.Open(workbook, workbookPassword, Answers(request.Protocol), cancellation);
            return ManualAnswerCheck.Of(request, reader.Rows());
        });

    /// <summary>From the workbook of an answer the list for vouchers (W15); where it is refused nothing was written.</summary>
    /// <param name="protocol">The one of the answer.</param>
    /// <param name="answer">Seekable, from its position 0.</param>
    /// <param name="answerPassword">Of that workbook, or null.</param>
    /// <param name="inhabitants">A workbook with the municipality's inhabitants in column A, or null: then nobody is left out.</param>
    /// <param name="inhabitantsPassword">Of that workbook, or null.</param>
    /// <param name="output">Writable.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static FileResult<VoucherCounts> ExportVouchers(
        Protocol protocol, Stream answer, string? answerPassword, Stream? inhabitants, string? inhabitantsPassword, Stream output, CancellationToken cancellation) =>
        Guarded(protocol, () =>
        {
            using var answers = WorksheetReader.Open(answer, answerPassword, Answers(protocol), cancellation);
            using var people = inhabitants is null ? null
                : WorksheetReader.Open(inhabitants, inhabitantsPassword, WorksheetLimits.Default with { Rows = MostInhabitants }, cancellation);
            return VoucherExport.Write(protocol, answers.Rows(), people?.Rows(), output);
        });

    private static WorksheetLimits Answers(Protocol protocol) => WorksheetLimits.Default with { Columns = AnswerLayout.Of(protocol).Width };

    private static FileResult<T> Guarded<T>(Protocol protocol, Func<FileResult<T>> read)
    {
        try
        {
            return read();
        }
        catch (WorksheetException fault)
        {
            return FileResult<T>.No(FileRefusals.Of(protocol, fault));
        }
    }
}
