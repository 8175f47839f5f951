using Gegevensdeling.TestKit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>What the product leaves in the folder for temporary files since this was made; what tests keep there (<see cref="TestFolder"/>) is their own.</summary>
internal sealed class TemporaryFiles
{
    private readonly HashSet<string> before = [TestFolder.Root, .. Directory.EnumerateFileSystemEntries(Path.GetTempPath())];

    public void AddTo(Haystack haystack)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(Path.GetTempPath()).Where(entry => !before.Contains(entry)))
            _ = Directory.Exists(entry) ? haystack.Folder(entry, foreign: true) : haystack.File(entry, foreign: true);
    }
}
