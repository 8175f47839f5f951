namespace Gegevensdeling.Local.Stores;

/// <summary>Files that only their owner may read.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void EnsureFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
        {
            Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
            File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.UserExecute); // also where the folder was there already
        }
    }

    /// <summary>Writes the whole file and waits until it is on disk.</summary>
    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellation)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        File.Delete(path); // the mode counts for a new file only
        await using var file = new FileStream(path, options);
        await file.WriteAsync(content, cancellation);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Replaces the bytes of a file by zeros, so that a deleted file's blocks say nothing. A file that is not there is left so.</summary>
    public static void Overwrite(string path)
    {
        using var file = OpenToOverwrite(path);
        if (file is not null)
            Overwrite(file);
    }

    /// <summary>Stays open on its bytes also when another file takes its name; null where there is none.</summary>
    public static FileStream? OpenToOverwrite(string path) => FolderFiles.Open(path, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);

    public static void Overwrite(FileStream file)
    {
        file.Write(new byte[file.Length]);
        file.Flush(flushToDisk: true);
    }
}
