using Gegevensdeling.Stores;

namespace Gegevensdeling.Tests.Keys;

/// <summary>System keys that live as long as a test.</summary>
internal sealed class MemorySystemKeys : ISystemKeys
{
    private readonly SortedDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public Task<byte[]> GetOrCreateAsync(string name, Func<byte[]> create, CancellationToken cancellation)
    {
        if (!_keys.TryGetValue(name, out var key))
            _keys[name] = key = create();
        return Task.FromResult(key);
    }

    public Task DeleteAsync(string name, CancellationToken cancellation)
    {
        _keys.Remove(name);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. _keys.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);
}
