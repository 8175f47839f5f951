using Gegevensdeling.TestKit;

namespace Gegevensdeling.Engine.Tests.Embedded;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = TestFolder.Create("engine-tests-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Every file that holds anything: the owner's mark is empty, and locked while an engine runs.</summary>
    public IEnumerable<string> Files() => folder.EnumerateFiles().Where(file => file.Length > 0).Select(file => file.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
