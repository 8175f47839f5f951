namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// The folder that is being read, kept between two files: of a solid archive that is read in its order each byte is decompressed once. A file
/// that lies before the last one read starts its folder anew.
/// </summary>
internal sealed class FolderCursor(Stream input, long begin, KeyRing keys) : IDisposable
{
    private FolderContent? current;

    public async Task ReadAsync(EntryContent content, bool keyIsProven, Stream destination, CancellationToken cancellation)
    {
        var (folder, start) = (content.Folder, begin + SignatureHeader.Bytes + content.Folder.Packed.Offset);
        try
        {
            if (!ReferenceEquals(current?.Folder, folder) || current.Position > content.Offset)
            {
                Dispose();
                var cipher = folder.Encryption is { } encryption ? await keys.DecryptorAsync(encryption, cancellation) : null;
                current = new FolderContent(folder, input, start, cipher);
            }

            await Task.Run(() => DecodingPipe.RunAsync(current, content, destination, cancellation), cancellation);
            if (current.Position == folder.Size)
                Dispose();
        }
        catch (NonsenseException)
        {
            Dispose();
            var unproven = folder.Encryption is not null && !keyIsProven;
            throw KeyVerdict.Refusal(folder, unproven ? await KeyProbe.ReadAsync(input, start, folder, keys, cancellation) : null);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the folder; a next one may follow.</summary>
    public void Dispose()
    {
        current?.Dispose();
        current = null;
    }
}
