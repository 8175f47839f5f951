namespace Gegevensdeling.Engine.Tests.Embedded;

internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("engine-tests-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public IEnumerable<string> Files() => folder.EnumerateFiles().Select(file => file.FullName);

    public void Dispose() => folder.Delete(recursive: true);
}
