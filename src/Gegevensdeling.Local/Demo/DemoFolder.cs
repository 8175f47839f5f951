namespace Gegevensdeling.Local.Demo;

/// <summary>The folder in which a demo leaves what can be checked afterwards.</summary>
internal sealed class DemoFolder
{
    private const string Transcript = "verloop.txt";

    private static readonly string[] Made = ["doorverwijzing", "berichten", "groeipakket", "debiteuren"];

    private readonly string root;

    private DemoFolder(string root) => this.root = root;

    /// <summary>An empty folder, or one of an earlier demo, which is emptied of what that demo made; null for any other.</summary>
    public static DemoFolder? Open(string path)
    {
        Directory.CreateDirectory(path);
        if (Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(Path.Combine(path, Transcript)))
            return null;
        foreach (var made in Made.Select(name => Path.Combine(path, name)).Where(Directory.Exists))
            Directory.Delete(made, recursive: true);
        return new(path);
    }

    public string PathOf(string name)
    {
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    public Task WriteAsync(string name, string text, CancellationToken cancellation) => File.WriteAllTextAsync(PathOf(name), text, cancellation);

    public Task WriteAsync(string name, byte[] content, CancellationToken cancellation) => File.WriteAllBytesAsync(PathOf(name), content, cancellation);

    /// <param name="folder">Below this one, or none for the whole story.</param>
    public TextWriter OpenTranscript(string folder = "") => new StreamWriter(PathOf(Path.Combine(folder, Transcript)), append: false);
}
