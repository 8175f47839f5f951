using System.Globalization;
using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Keys;

/// <summary>
/// Renews the signing key on its term, or when it is withdrawn, and leaves one event with the new key's id. The chain itself says whether that event stands there: killed in between it is written by the
/// next run. Two hosts at once make one key, and at most the event twice.
/// </summary>
public sealed class SigningKeyRenewal(SigningKeys signing, SigningKeyTerms terms, IAuditLog audit, TimeProvider clock)
{
    private string? recorded;

    public async Task KeepAsync(CancellationToken cancellation)
    {
        if (await signing.RenewWhereDueAsync(terms, cancellation) is not { } key || key.KeyId == recorded)
            return;
        if (!await IsRecordedAsync(key, cancellation))
            await RecordAsync(key, cancellation);
        recorded = key.KeyId;
    }

    /// <summary>By hand and at once, when others may know the key.</summary>
    /// <returns>The ids of the key that signed until now, and of the new one.</returns>
    public async Task<(string Before, string Now)> RenewAsync(CancellationToken cancellation)
    {
        await KeepAsync(cancellation); // an earlier renewal that was cut short gets its event first
        using var before = await signing.CurrentAsync(cancellation);
        var now = await signing.RotateAsync(cancellation);
        await KeepAsync(cancellation);
        return (before.Public.KeyId, now);
    }

    /// <summary>From the key's own year on, oldest month first: a renewal on term stands in January.</summary>
    private async Task<bool> IsRecordedAsync(RenewedKey key, CancellationToken cancellation)
    {
        var from = string.Create(CultureInfo.InvariantCulture, $"{ReferralEvidence.NoProtocol}/{Math.Min(key.Year, clock.GetUtcNow().Year):0000}-01");
        foreach (var chain in (await audit.ChainsAsync(cancellation)).Where(name => name.StartsWith($"{ReferralEvidence.NoProtocol}/", StringComparison.Ordinal) && string.CompareOrdinal(name, from) >= 0))
        {
            if (await audit.ReadAsync(chain, cancellation).AnyAsync(entry => entry.Event.Action == AuditAction.SigningKeyRenewed && entry.Event.Code == key.KeyId, cancellation))
                return true;
        }

        return false;
    }

    private Task RecordAsync(RenewedKey key, CancellationToken cancellation) => audit.AppendAsync(
        new(
            clock.GetUtcNow(), ReferralEvidence.NoProtocol, 0, null, SystemActor.Value, AuditAction.SigningKeyRenewed, "geen", "art. 6", AuditOutcome.Ok,
            AuditEvent.NewCorrelation(), FactAudit.System, key.KeyId),
        cancellation);
}
