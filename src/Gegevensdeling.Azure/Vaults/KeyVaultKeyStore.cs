using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Security.KeyVault.Secrets;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Vaults;

/// <summary>
/// One key an exchange, in a vault that can purge (<see cref="VaultCheck"/>). Replaced (W6), the new key is set in the free one of two places and then the
/// old place is purged; killed in between, the newest counts, and the next reading finishes what was begun.
/// </summary>
/// <param name="vault">The exchange vault.</param>
/// <param name="clock">For expiry: the client gives expired secrets as well.</param>
/// <param name="pause">Between two looks at a deletion or purge that takes a while.</param>
public sealed class KeyVaultKeyStore(SecretClient vault, TimeProvider clock, TimeSpan pause) : IKeyStore
{
    private const string Number = "nummer";
    private const int Looks = 15;

    private readonly SecretPurge purge = new(vault, pause, Looks);

    public async Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation)
    {
        var known = await FindAsync(exchange, cancellation);

        // The same key again: the acknowledgement of an earlier attempt was lost, and its effect was not.
        if (known is [var newest, ..] && newest.Value == key)
        {
            await PurgeAsync(known.Skip(1), cancellation);
            return;
        }

        var free = ExchangeSecretName.Of(exchange).Except(known.Select(secret => secret.Name)).FirstOrDefault() ?? known[^1].Name;
        if (known.Count > 1)
            await PurgeAsync(known.Skip(1), cancellation);
        var secret = new KeyVaultSecret(free, key);
        secret.Properties.Tags[Number] = (known.Select(NumberOf).FirstOrDefault() + 1).ToString(CultureInfo.InvariantCulture);
        await SetAsync(secret, cancellation);
        await PurgeAsync(known.Take(1), cancellation);
    }

    public async Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var known = await FindAsync(exchange, cancellation);
        await PurgeAsync(known.Skip(1), cancellation);
        return known is [{ Properties: var properties, Value: var key }, ..] && properties.Enabled != false && !(properties.ExpiresOn <= clock.GetUtcNow()) ? key : null;
    }

    public async Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var name in ExchangeSecretName.Of(exchange))
            await purge.PurgeAsync(name, cancellation);
    }

    public async Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var name in ExchangeSecretName.Of(exchange))
        {
            count += await ThereAsync(() => vault.GetSecretAsync(name, cancellationToken: cancellation)) ? 1 : 0;
            count += await ThereAsync(() => vault.GetDeletedSecretAsync(name, cancellation)) ? 1 : 0;
        }

        return count;
    }

    public async IAsyncEnumerable<StoredCopy> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var secret in vault.GetPropertiesOfSecretsAsync(cancellation))
        {
            if (ExchangeSecretName.ExchangeOf(secret.Name) is { } exchange)
                yield return new(exchange, secret.CreatedOn ?? DateTimeOffset.MinValue);
        }

        await foreach (var secret in vault.GetDeletedSecretsAsync(cancellation))
        {
            if (ExchangeSecretName.ExchangeOf(secret.Name) is { } exchange)
                yield return new(exchange, secret.Properties.CreatedOn ?? DateTimeOffset.MinValue);
        }
    }

    /// <summary>The keys that are there, the newest first.</summary>
    private async Task<IReadOnlyList<KeyVaultSecret>> FindAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var found = new List<KeyVaultSecret>();
        foreach (var name in ExchangeSecretName.Of(exchange))
        {
            if (await CurrentAsync(name, cancellation) is { } secret)
                found.Add(secret);
        }

        return [.. found.OrderByDescending(NumberOf)];
    }

    private async Task<KeyVaultSecret?> CurrentAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await vault.GetSecretAsync(name, cancellationToken: cancellation);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Sets it also where an earlier key of this place still stands as deleted, or is on its way there.</summary>
    private async Task SetAsync(KeyVaultSecret secret, CancellationToken cancellation)
    {
        try
        {
            await vault.SetSecretAsync(secret, cancellation);
        }
        catch (RequestFailedException deleted) when (deleted.Status == 409)
        {
            await purge.PurgeAsync(secret.Name, cancellation);
            await vault.SetSecretAsync(secret, cancellation);
        }
    }

    private async Task PurgeAsync(IEnumerable<KeyVaultSecret> secrets, CancellationToken cancellation)
    {
        foreach (var secret in secrets)
        {
            // Decided on this version: a process that was held up must not delete a newer key that took the place meanwhile.
            if (await CurrentAsync(secret.Name, cancellation) is { } now && now.Properties.Version == secret.Properties.Version)
                await purge.PurgeAsync(secret.Name, cancellation);
        }
    }

    private static int NumberOf(KeyVaultSecret secret) => int.Parse(secret.Properties.Tags[Number], CultureInfo.InvariantCulture);

    /// <summary>A disabled secret is refused with 403 and its inner code: it is there.</summary>
    private static async Task<bool> ThereAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            return false;
        }
    }
}
