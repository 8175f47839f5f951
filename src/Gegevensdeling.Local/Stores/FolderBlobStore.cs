using System.Runtime.CompilerServices;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Stores;

/// <summary>Sealed archives as files under one folder. A file appears under its name only when it is complete and on disk.</summary>
public sealed class FolderBlobStore(string root) : IBlobStore
{
    private const string Unfinished = ".deel";

    public async Task WriteAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = path + Unfinished;
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                await write(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            FolderFiles.Delete(unfinished);
            throw;
        }
    }

    public Task<Stream?> OpenAsync(BlobName name, CancellationToken cancellation) =>
        Task.FromResult<Stream?>(FolderFiles.Open(PathOf(name), FileAccess.Read, FileShare.Read | FileShare.Delete));

    public Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        FolderFiles.DeleteFolder(FolderOf(exchange));
        return Task.CompletedTask;
    }

    public Task DeleteAsync(BlobName name, CancellationToken cancellation)
    {
        FolderFiles.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<StoredCopy> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var folder in Directory.Exists(Exchanges) ? Directory.GetDirectories(Exchanges) : [])
            yield return new(new(Path.GetFileName(folder)), new(Directory.GetCreationTimeUtc(folder), TimeSpan.Zero));
    }

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) =>
        Task.FromResult(FolderFiles.In(FolderOf(exchange)) is { } files ? Math.Max(1, files.Count) : 0);

    private string Exchanges => Path.Combine(root, "exchanges");

    private string FolderOf(ExchangeId exchange) => Path.Combine(Exchanges, FileNames.Safe(exchange.Value));

    private string PathOf(BlobName name) => Path.Combine(FolderOf(name.Exchange), FileNames.Safe(name.Artefact.Value) + ".7z");
}
