namespace Gegevensdeling.Local.Commands;

/// <summary>New files that only their owner may read; an existing file is never replaced.</summary>
internal static class PrivateFile
{
    /// <summary>Opens a new file for writing; <see cref="IOException"/> where one exists.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
