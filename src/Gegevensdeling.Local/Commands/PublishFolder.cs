using System.Text;

namespace Gegevensdeling.Local.Commands;

/// <summary>
/// A folder that <c>publiceer</c> fills and fills again. It keeps a list of the files that it made and touches no other: a website's own
/// files are never overwritten, and a page of a protocol that is gone goes with it.
/// </summary>
internal sealed class PublishFolder(string root)
{
    public const string ListName = ".gegevensdeling-publicatie";

    private static readonly UTF8Encoding NoMark = new(encoderShouldEmitUTF8Identifier: false);

    private readonly string root = Path.GetFullPath(root);

    /// <summary>Writes all, or says in Dutch why nothing was written.</summary>
    public async Task<string?> WriteAsync(IReadOnlyDictionary<string, string> files, CancellationToken cancellation)
    {
        if (File.Exists(root))
            return $"{root} is een bestand en geen map.";
        if (await OwnAsync(cancellation) is not { } own)
            return $"De map {root} is niet leeg en is niet door publiceer gemaakt. Kies een lege map of een andere naam.";
        if (files.Keys.FirstOrDefault(name => !own.Contains(name) && Path.Exists(Place(name))) is { } other)
            return $"Het bestand {Place(other)} is niet door publiceer gemaakt en wordt niet overschreven.";

        Directory.CreateDirectory(root);
        // The list first, with old and new: a run that is cut short leaves nothing behind that the next one does not know as its own.
        await ListAsync(own.Union(files.Keys), cancellation);
        foreach (var (name, text) in files)
            await PutAsync(Place(name), text, cancellation);
        foreach (var gone in own.Except(files.Keys))
            File.Delete(Place(gone));
        await ListAsync(files.Keys, cancellation);
        return null;
    }

    /// <summary>The files of an earlier run; none in a new or empty folder; null where the folder is somebody else's.</summary>
    private async Task<IReadOnlySet<string>?> OwnAsync(CancellationToken cancellation)
    {
        var list = Path.Combine(root, ListName);
        if (File.Exists(list))
            return (await File.ReadAllLinesAsync(list, cancellation)).Where(IsInside).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(root) && Directory.EnumerateFileSystemEntries(root).Any() ? null : new HashSet<string>(StringComparer.Ordinal);
    }

    /// <summary>A list that somebody edited must not lead outside the folder.</summary>
    private bool IsInside(string name) => name.Length > 0 && Place(name).StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private Task ListAsync(IEnumerable<string> names, CancellationToken cancellation) =>
        PutAsync(Path.Combine(root, ListName), string.Concat(names.Order(StringComparer.Ordinal).Select(name => name + "\n")), cancellation);

    /// <summary>Moved into place: a reader never sees half a page, and a link in its place is replaced and not followed.</summary>
    private static async Task PutAsync(string path, string text, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var passing = path + ".nieuw";
        await File.WriteAllTextAsync(passing, text, NoMark, cancellation);
        File.Move(passing, path, overwrite: true);
    }

    private string Place(string name) => Path.GetFullPath(Path.Combine(root, name));
}
