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
    /// On its way from alive to deleted a name is shown nowhere. So one empty look proves nothing: two in a row are asked, and after a deletion of our own
    /// none counts before the name was seen as deleted.
    /// </summary>
    private const int EmptyLooks = 2;

    /// <exception cref="TimeoutException">The vault still shows it, or not yet; nothing is lost, the next call goes on.</exception>
    public async Task PurgeAsync(string name, CancellationToken cancellation)
    {
        var onItsWay = await FoundAsync(() => vault.StartDeleteSecretAsync(name, cancellation));
        var (empty, purged) = (0, false);
        for (var look = 0; look < looks; look++)
        {
            if (await FoundAsync(() => vault.GetDeletedSecretAsync(name, cancellation)))
            {
                purged = purged || await FoundAsync(() => vault.PurgeDeletedSecretAsync(name, cancellation));
                (empty, onItsWay) = (0, false);
            }
            else if (!onItsWay && ++empty == EmptyLooks)
            {
                return;
            }

            await Task.Delay(pause, cancellation);
        }

        throw new TimeoutException("A secret was deleted, and the vault does not yet show that it is gone");
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
}
