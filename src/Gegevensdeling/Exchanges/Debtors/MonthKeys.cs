using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The key of each month (F11): under it the numbers of both sides are hashed, and it goes with the month.</summary>
public sealed class MonthKeys(IKeyStore keys)
{
    private const int KeyBytes = 32;

    /// <summary>The key of this month, made where there is none. Whoever opens the month asks first, so no two make one for the same comparison.</summary>
    public async Task<byte[]> OfAsync(ExchangeId cycle, CancellationToken cancellation)
    {
        if (await keys.GetAsync(cycle, cancellation) is { } kept)
            return Convert.FromHexString(kept);
        var key = SecureRandom.Bytes(KeyBytes);
        await keys.PutAsync(cycle, Convert.ToHexStringLower(key), cancellation);
        return key;
    }
}
