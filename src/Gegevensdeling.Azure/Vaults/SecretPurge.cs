using Azure;
using Azure.Security.KeyVault.Secrets;

namespace Gegevensdeling.Azure.Vaults;

/// <summary>
/// Makes a name disappear from a vault for good: deleting takes a while and then purging takes a while
/// (learn.microsoft.com/azure/key-vault/general/soft-delete-overview). It is done when the vault no longer shows it, not when it said yes.
/// </summary>
/// <param name="pause">Between two looks.</param>
/// <param name="looks">At most so many; then it is an outage, to be tried again.</param>
internal sealed class SecretPurge(SecretClient vault, TimeSpan pause, int looks)
{
    /// <summary>
    /// On its way from alive to deleted a name is shown nowhere. So one empty look proves nothing: several in a row are asked (another process may have begun and died), and after a deletion of our own
    /// none counts before the name was seen as deleted.
    /// </summary>
    private const int EmptyLooks = 5;

    /// <exception cref="TimeoutException">The vault still shows it, or not yet; nothing is lost, the next call goes on.</exception>
    public async Task PurgeAsync(string name, CancellationToken cancellation)
    {
        var onItsWay = await FoundAsync(() => vault.StartDeleteSecretAsync(name, cancellation));
        var (empty, purged) = (0, false);
        for (var look = 0; look < looks; look++)
        {
            // On its way to deleted it is shown nowhere, and only a purge is answered with 409.
            var seen = await FoundAsync(() => vault.GetDeletedSecretAsync(name, cancellation));
            var asked = purged ? Purge.NotThere : await AskPurgeAsync(name, cancellation);
            purged |= asked == Purge.Accepted;
            if (seen || asked != Purge.NotThere)
                (empty, onItsWay) = (0, onItsWay && !seen && !purged);
            else if (!onItsWay && ++empty == EmptyLooks)
                return;
            await Task.Delay(pause, cancellation);
        }

        throw new TimeoutException("A secret was deleted, and the vault does not yet show that it is gone");
    }

    private async Task<Purge> AskPurgeAsync(string name, CancellationToken cancellation)
    {
        try
        {
            await vault.PurgeDeletedSecretAsync(name, cancellation);
            return Purge.Accepted;
        }
        catch (RequestFailedException answer) when (answer.Status is 404 or 409)
        {
            return answer.Status == 409 ? Purge.TooEarly : Purge.NotThere;
        }
    }

    /// <summary>404 is 'not there'; 409 is 'on its way', which is there.</summary>
    private static async Task<bool> FoundAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (RequestFailedException answer) when (answer.Status is 404 or 409)
        {
            return answer.Status == 409;
        }
    }

    private enum Purge
    {
        NotThere,
        TooEarly,
        Accepted,
    }
}
