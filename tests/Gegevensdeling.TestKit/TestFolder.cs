namespace Gegevensdeling.TestKit;

/// <summary>
/// Folders of tests, all in one place: whatever else comes to be in the folder for temporary files was put there by the product, and a test that looks for people
/// there finds nothing that the test beside it invented.
/// </summary>
public static class TestFolder
{
    /// <summary>Where they all stand.</summary>
    public static string Root { get; } = Path.Combine(Path.GetTempPath(), $"gegevensdeling-tests-{Environment.UserName}");

    /// <summary>A new folder, whose name begins so; whoever asks for it deletes it.</summary>
    public static DirectoryInfo Create(string prefix) => Directory.CreateDirectory(Path.Combine(Root, $"{prefix}{Guid.NewGuid():N}"));
}
