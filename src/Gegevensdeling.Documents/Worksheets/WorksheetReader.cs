using System.Security.Cryptography;
using System.Text;
using System.Xml;
using Gegevensdeling.Documents.Worksheets.Binary;
using Gegevensdeling.Documents.Worksheets.Compound;
using Gegevensdeling.Documents.Worksheets.OpenXml;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>
/// A workbook opened: its one sheet with content, row by row. Reads .xlsx (ECMA-376) and .xls (MS-XLS, Excel 97 and later), both also
/// protected with a password (MS-OFFCRYPTO). Only cells with values are read: what else a workbook can hold is refused, not skipped in silence.
/// </summary>
/// <remarks>
/// Memory is bounded by <see cref="WorksheetLimits"/> and by what is really there, never by what is declared; nothing is written to disk.
/// Not for use by several threads at once.
/// </remarks>
public sealed class WorksheetReader : IDisposable
{
    private readonly IDisposable opened;
    private readonly Func<IEnumerable<WorksheetRow>> rows;
    private readonly CancellationToken cancellation;

    private WorksheetReader(IDisposable opened, Func<IEnumerable<WorksheetRow>> rows, CancellationToken cancellation) =>
        (this.opened, this.rows, this.cancellation) = (opened, rows, cancellation);

    /// <summary>As the sender named it.</summary>
    public required string SheetName { get; init; }

    /// <summary>The format inside the protection.</summary>
    public required WorkbookFormat Format { get; init; }

    /// <summary>Whether it was opened with a workbook password.</summary>
    public required bool WasProtected { get; init; }

    /// <summary>Opens the workbook and checks everything but the rows.</summary>
    /// <param name="workbook">Readable and seekable, read from position 0 to its end; stays the caller's, and open while rows are read.</param>
    /// <param name="password">Of the workbook; null or empty when none is known. Not used when the workbook is not protected.</param>
    /// <exception cref="WorksheetException">The workbook is refused.</exception>
    /// <exception cref="ArgumentException">The stream cannot seek or read.</exception>
    public static WorksheetReader Open(Stream workbook, string? password, WorksheetLimits limits, CancellationToken cancellation)
    {
        if (!workbook.CanSeek || !workbook.CanRead)
            throw new ArgumentException("The end of a workbook is read first: the stream must be seekable and readable.", nameof(workbook));
        return Refusing(() => OpenCore(workbook, password, limits, cancellation));
    }

    /// <summary>
    /// The rows with content; <see cref="WorksheetRow.Number"/> rises, and the numbers left out are empty rows. Can be asked again. A fault further down is thrown when
    /// it is met: use nothing before the enumeration has ended.
    /// </summary>
    /// <exception cref="WorksheetException">While enumerating: the workbook is refused after all.</exception>
    public IEnumerable<WorksheetRow> Rows()
    {
        using var found = Refusing(() => rows().GetEnumerator());
        while (Refusing(found.MoveNext))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return found.Current;
        }
    }

    /// <summary>Wipes the key of a protected workbook. The stream stays open.</summary>
    public void Dispose() => opened.Dispose();

    private static WorksheetReader OpenCore(Stream workbook, string? password, WorksheetLimits limits, CancellationToken cancellation)
    {
        if (workbook.Length > limits.FileBytes)
            throw new WorksheetException(WorksheetFault.TooLarge);
        Span<byte> magic = stackalloc byte[8];
        workbook.Position = 0;
        magic = magic[..workbook.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false)];
        if (magic.StartsWith("PK"u8))
            return OfPackage(workbook, Stream.Null, wasProtected: false, limits, cancellation);
        if (!magic.SequenceEqual(CompoundFile.Magic))
            throw new WorksheetException(WorksheetFault.NotAWorkbook);

        var file = CompoundFile.Open(workbook, limits);
        if (file.Find("EncryptedPackage") is not null)
        {
            return OfProtected(PackageProtection.Open(file, password, limits), limits, cancellation);
        }

        var old = XlsWorkbook.Open(file, password, limits);
        return new(old, old.Rows, cancellation) { SheetName = old.SheetName, Format = WorkbookFormat.Xls, WasProtected = old.WasProtected };
    }

    private static WorksheetReader OfProtected(Stream package, WorksheetLimits limits, CancellationToken cancellation)
    {
        try
        {
            return OfPackage(package, package, wasProtected: true, limits, cancellation);
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    private static WorksheetReader OfPackage(Stream package, IDisposable opened, bool wasProtected, WorksheetLimits limits, CancellationToken cancellation)
    {
        var workbook = XlsxWorkbook.Open(package, limits);
        return new(opened, workbook.Rows, cancellation) { SheetName = workbook.SheetName, Format = WorkbookFormat.Xlsx, WasProtected = wasProtected };
    }

    // what the platform's own decoders say of bytes that do not agree with themselves
    private static T Refusing<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or DecoderFallbackException or EndOfStreamException or CryptographicException)
        {
            throw new WorksheetException(WorksheetFault.Damaged);
        }
    }
}
