using Gegevensdeling.Documents.SealedArchives;

namespace Gegevensdeling.Local.Commands;

/// <summary>Puts the files of an archive into a folder: all of them, or none.</summary>
internal sealed class Unpacking(SealedArchive archive, string folder)
{
    private readonly string _root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
    private readonly List<string> _made = [];

    /// <summary>Why it cannot be done, in Dutch and without the names in the archive, or null.</summary>
    public string? Problem()
    {
        foreach (var entry in archive.Entries)
        {
            var path = PathOf(entry);
            // The reader has checked the names; this is the second lock on the same door.
            if (!path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) || LeadsThroughLink(path))
                return $"Bestand {entry.Number} van het archief zou buiten de map terechtkomen. Er is niets geopend.";
            if (Path.Exists(path))
                return $"Bestand {entry.Number} van het archief bestaat al in de map. Er is niets geopend.";
        }

        return null;
    }

    public async Task<bool> RunAsync(Action<long> report, CancellationToken cancellation)
    {
        try
        {
            foreach (var entry in archive.Entries)
                await UnpackAsync(entry, report, cancellation);
            return true;
        }
        catch
        {
            foreach (var path in Enumerable.Reverse(_made))
                Remove(path);
            throw;
        }
    }

    private async Task UnpackAsync(SealedEntry entry, Action<long> report, CancellationToken cancellation)
    {
        var path = PathOf(entry);
        MakeFolder(Path.GetDirectoryName(path)!);
        await using var file = PrivateFile.Create(path);
        _made.Add(path); // only now: a file that another put there is not ours to remove
        await using var counted = new CountingStream(file, report);
        await archive.ReadAsync(entry, counted, cancellation);
    }

    private void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        MakeFolder(Path.GetDirectoryName(path)!);
        Directory.CreateDirectory(path);
        _made.Add(path);
    }

    private string PathOf(SealedEntry entry) => Path.GetFullPath(Path.Combine(_root, entry.Name));

    private bool LeadsThroughLink(string path)
    {
        for (var at = Path.GetDirectoryName(path); at is not null && at.Length > _root.Length; at = Path.GetDirectoryName(at))
        {
            if (new DirectoryInfo(at).LinkTarget is not null)
                return true;
        }

        return false;
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path);
        else
            File.Delete(path);
    }
}
