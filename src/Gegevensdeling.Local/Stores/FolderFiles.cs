namespace Gegevensdeling.Local.Stores;

/// <summary>
/// Files that somebody else may take away at any moment: an orchestration and the sweep erase the same, and a request may be reading meanwhile. What is gone is as
/// it should be for whoever erases, and not there for whoever reads; every other error is one.
/// </summary>
internal static class FolderFiles
{
    /// <returns>Null when there is no such file.</returns>
    public static FileStream? Open(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new(path, FileMode.Open, access, share);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            return null;
        }
    }

    /// <returns>Null when there is no such folder.</returns>
    public static IReadOnlyList<string>? In(string folder)
    {
        try
        {
            return Directory.GetFiles(folder);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    public static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception gone) when (IsGone(gone))
        {
            // as it should be
        }
    }

    public static void DeleteFolder(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (DirectoryNotFoundException) when (!Directory.Exists(folder))
        {
            // as it should be
        }
    }

    private static bool IsGone(Exception failure) => failure is FileNotFoundException or DirectoryNotFoundException;
}
