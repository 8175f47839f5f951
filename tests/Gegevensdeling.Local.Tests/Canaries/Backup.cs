using Gegevensdeling.TestKit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>A copy of the data folder as a backup program makes it while the host runs.</summary>
internal sealed class Backup : IDisposable
{
    public Backup(string root, IReadOnlyCollection<string> without)
    {
        foreach (var source in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(root, source);
            if (without.Contains(relative.Split(System.IO.Path.DirectorySeparatorChar)[0]) || new FileInfo(source).Length == 0)
                continue;
            var target = System.IO.Path.Combine(Path, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            using var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var to = File.Create(target);
            from.CopyTo(to);
        }
    }

    public string Path { get; } = TestFolder.Create("reservekopie-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
