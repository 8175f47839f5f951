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
        using var old = PrivateFiles.OpenToOverwrite(path);
        File.Move(path + Next, path, overwrite: true);
        if (old is not null)
            PrivateFiles.Overwrite(old);
    }

    public async Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        // What was opened just before it was purged or replaced reads as zeros: then what stands there now is what counts.
        var key = await ReadAsync(PathOf(exchange), cancellation);
        if (IsOverwritten(key))
            key = await ReadAsync(PathOf(exchange), cancellation);
        return IsOverwritten(key) ? null : key;
    }

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
        foreach (var path in FolderFiles.In(root) ?? [])
            yield return new(new(Path.GetFileName(path).Split('.')[0]), new(File.GetLastWriteTimeUtc(path), TimeSpan.Zero));
    }

    private static async Task<string?> ReadAsync(string path, CancellationToken cancellation)
    {
        await using var file = FolderFiles.Open(path, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file is null)
            return null;
        using var reader = new StreamReader(file, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    private static bool IsOverwritten(string? key) => key?.Contains('\0', StringComparison.Ordinal) == true;

    private static void Purge(string path)
    {
        PrivateFiles.Overwrite(path);
        FolderFiles.Delete(path);
    }

    private string[] Copies(ExchangeId exchange) =>
        [.. new[] { PathOf(exchange), PathOf(exchange) + Next }.Where(File.Exists)];

    private string PathOf(ExchangeId exchange) => Path.Combine(root, FileNames.Safe(exchange.Value) + ".sleutel");
}
