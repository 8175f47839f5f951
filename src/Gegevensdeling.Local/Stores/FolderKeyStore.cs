using System.Runtime.CompilerServices;
using System.Text;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Stores;

/// <summary>One key a file, readable by its owner only; overwritten before it is deleted.</summary>
public sealed class FolderKeyStore(string root) : IKeyStore
{
    private const string Next = ".nieuw";

    public async Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation)
    {
        PrivateFiles.EnsureFolder(root);
        var path = PathOf(exchange);
        Purge(path + Next); // a put that was killed: never a key of anything that counts, and gone as surely as the others
        await PrivateFiles.WriteAsync(path + Next, Encoding.UTF8.GetBytes(key), cancellation);

        // Replaced in one step: killed before it the old key counts, after it the new one, and never are there two.
        using var old = File.Exists(path) ? PrivateFiles.OpenToOverwrite(path) : null;
        File.Move(path + Next, path, overwrite: true);
        if (old is not null)
            PrivateFiles.Overwrite(old);
    }

    public async Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation) =>
        File.Exists(PathOf(exchange)) ? await File.ReadAllTextAsync(PathOf(exchange), Encoding.UTF8, cancellation) : null;

    public Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var path in Copies(exchange))
            Purge(path);
        return Task.CompletedTask;
    }

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => Task.FromResult(Copies(exchange).Length);

    public async IAsyncEnumerable<StoredCopy> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var path in Directory.Exists(root) ? Directory.GetFiles(root) : [])
            yield return new(new(Path.GetFileName(path).Split('.')[0]), new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
    }

    private static void Purge(string path)
    {
        PrivateFiles.Overwrite(path);
        File.Delete(path);
    }

    private string[] Copies(ExchangeId exchange) =>
        [.. new[] { PathOf(exchange), PathOf(exchange) + Next }.Where(File.Exists)];

    private string PathOf(ExchangeId exchange) => Path.Combine(root, FileNames.Safe(exchange.Value) + ".sleutel");
}
