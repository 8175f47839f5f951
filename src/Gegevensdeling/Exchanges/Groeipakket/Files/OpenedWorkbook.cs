using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>The one workbook of a sealed archive, opened in memory; wiped when it is disposed.</summary>
internal sealed class OpenedWorkbook : IDisposable
{
    private MemoryStream _content = new();

    /// <summary>At its position 0 once it is opened.</summary>
    public Stream Stream => _content;

    /// <summary>Opens it, or answers why not: an archive with one encrypted file, not larger than a workbook may be (P2, P3).</summary>
    public async Task<Refusal?> OpenAsync(Stream archive, string key, Protocol protocol, CancellationToken cancellation)
    {
        try
        {
            using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, cancellation);
            if (opened.Entries is not [var entry])
                return FileRefusals.NotOneFile(protocol, opened.Entries.Count);
            if (!entry.IsEncrypted)
                return FileRefusals.NotEncrypted(protocol);
            if (entry.Size > WorksheetLimits.Default.FileBytes)
                return FileRefusals.WorkbookTooLarge(protocol);
            _content = new MemoryStream((int)entry.Size); // never grows: no copy stays behind
            await opened.ReadAsync(entry, _content, cancellation);
            _content.Position = 0;
            return null;
        }
        catch (SealedArchiveException fault)
        {
            return FileRefusals.Of(protocol, fault);
        }
    }

    public void Dispose()
    {
        Array.Clear(_content.GetBuffer());
        _content.Dispose();
    }
}
