using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Stores;

/// <summary>The system's own keys, one a file, apart from those of exchanges.</summary>
public sealed class FolderSystemKeys(string root) : ISystemKeys, IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async Task<byte[]> GetOrCreateAsync(string name, Func<byte[]> create, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            PrivateFiles.EnsureFolder(root);
            var path = Path.Combine(root, Escape(name));
            if (!File.Exists(path))
            {
                await PrivateFiles.WriteAsync(path + "~", create(), cancellation);
                File.Move(path + "~", path);
            }

            return await File.ReadAllBytesAsync(path, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var path = Path.Combine(root, Escape(name));
            PrivateFiles.Overwrite(path);
            File.Delete(path);
        }
        finally
        {
            turn.Release();
        }
    }

    public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>(
        [
            .. (FolderFiles.In(root) ?? [])
                .Select(Path.GetFileName).OfType<string>()
                .Where(file => !file.EndsWith('~'))
                .Select(file => file.Replace('+', '/'))
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ]);

    public void Dispose() => turn.Dispose();

    private static string Escape(string name) => string.Join('+', name.Split('/').Select(FileNames.Safe));
}
