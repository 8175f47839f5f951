using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Security.KeyVault.Secrets;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Vaults;

/// <summary>
/// The system's own keys, in a vault with purge protection. A vault has no 'set unless it exists': two hosts that make the same key at once would each go on with
/// their own. So a row in a table, inserted once, says which version counts; the row holds no key.
/// </summary>
/// <param name="vault">The system vault.</param>
/// <param name="elections">A table; a row a key.</param>
public sealed class KeyVaultSystemKeys(SecretClient vault, TableClient elections) : ISystemKeys
{
    private const string Partition = "systeemsleutels";
    private const string Version = "Versie";

    private readonly ConcurrentDictionary<string, byte[]> known = new(StringComparer.Ordinal); // they never change

    public async Task<byte[]> GetOrCreateAsync(string name, Func<byte[]> create, CancellationToken cancellation)
    {
        if (known.TryGetValue(name, out var key))
            return [.. key];
        var secret = SecretNameOf(name);
        var version = await ElectedAsync(secret, cancellation) ?? await ElectAsync(secret, create, cancellation);
        var found = await vault.GetSecretAsync(secret, version, cancellation);
        return [.. known.GetOrAdd(name, Convert.FromBase64String(found.Value.Value))];
    }

    /// <summary>
    /// Soft-deleted: purge protection keeps it for the vault's term, and only who may recover secrets could bring it back; the app may not. The
    /// election goes last, so that a deletion that was cut short is done again.
    /// </summary>
    public async Task DeleteAsync(string name, CancellationToken cancellation)
    {
        var secret = SecretNameOf(name);
        known.TryRemove(name, out _);
        try
        {
            await vault.StartDeleteSecretAsync(secret, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
            // Deleted before, or never made.
        }

        await elections.DeleteEntityAsync(Partition, secret, cancellationToken: cancellation);
    }

    public async Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation)
    {
        // From the vault as well: a table that lost its rows must not make earlier signing keys forgotten.
        var secrets = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in elections.QueryAsync<TableEntity>(row => row.PartitionKey == Partition, select: ["RowKey"], cancellationToken: cancellation))
            secrets.Add(row.RowKey);
        await foreach (var secret in vault.GetPropertiesOfSecretsAsync(cancellation))
            secrets.Add(secret.Name);
        return [.. secrets.Select(NameOf).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private async Task<string?> ElectedAsync(string secret, CancellationToken cancellation) =>
        (await elections.GetEntityIfExistsAsync<TableEntity>(Partition, secret, cancellationToken: cancellation)) is { HasValue: true, Value: { } row } ? row.GetString(Version) : null;

    /// <summary>A table that lost its rows finds the versions in the vault: the oldest one counts, a new key is made only where there was none.</summary>
    private async Task<string> ElectAsync(string secret, Func<byte[]> create, CancellationToken cancellation)
    {
        var candidate = await OldestAsync(secret, cancellation) ?? (await vault.SetSecretAsync(secret, Convert.ToBase64String(create()), cancellation)).Value.Properties.Version;
        try
        {
            await elections.AddEntityAsync(new TableEntity(Partition, secret) { [Version] = candidate }, cancellation);
            return candidate;
        }
        catch (RequestFailedException other) when (other.Status == 409)
        {
            return (await ElectedAsync(secret, cancellation))!;
        }
    }

    private async Task<string?> OldestAsync(string secret, CancellationToken cancellation)
    {
        SecretProperties? oldest = null;
        await foreach (var version in vault.GetPropertiesOfSecretVersionsAsync(secret, cancellation))
        {
            if (oldest is null || (version.CreatedOn, version.Version).CompareTo((oldest.CreatedOn, oldest.Version)) < 0)
                oldest = version;
        }

        return oldest?.Version;
    }

    // Names of secrets have letters, digits and hyphens only; ours have slashes too. Every hyphen in a secret's name begins one of two words.
    internal static string SecretNameOf(string name) => name.Replace("-", "-h", StringComparison.Ordinal).Replace("/", "-s", StringComparison.Ordinal);

    internal static string NameOf(string secret) => secret.Replace("-s", "/", StringComparison.Ordinal).Replace("-h", "-", StringComparison.Ordinal);
}
