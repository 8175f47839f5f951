using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>
/// The first sweep after a restore: it looks at everything, and changes nothing (D13). What was erased cannot come back: its key is gone, and no backup may hold keys.
/// Of each exchange with which something is the matter it says place by place what is there.
/// </summary>
public sealed class RestoreCheck(IRegister register, IBlobStore blobs, IKeyStore keys, StoreInventory inventory, IReadOnlyList<IExchangeFile> files, Eraser eraser, TimeProvider clock)
{
    /// <param name="protocols">Every protocol of which an exchange can stand in the register.</param>
    /// <param name="cancellation">Stops in between.</param>
    public async Task<RestoreReport> LookAsync(IEnumerable<ProtocolId> protocols, CancellationToken cancellation)
    {
        var (now, lost, due, orphans) = (clock.GetUtcNow(), new List<DryRun>(), new List<DryRun>(), new List<DryRun>());
        foreach (var protocol in protocols)
        {
            await foreach (var head in register.OfProtocolAsync(protocol, liveOnly: true, cancellation))
            {
                if (files.Any(file => file.Word == head.Kind) && await IsLostAsync(head, cancellation))
                    lost.Add(await LookAtAsync(head.Id, cancellation));
            }
        }

        await foreach (var head in register.DueAsync(now, cancellation))
            due.Add(await LookAtAsync(head.Id, cancellation));
        foreach (var exchange in await register.UnclaimedAsync(await inventory.ExchangesAsync(async list => await list(cancellation).ToListAsync(cancellation)), cancellation))
            orphans.Add(await LookAtAsync(exchange, cancellation));

        return new(lost, due, orphans, await register.UnfinishedAsync(now, cancellation).CountAsync(cancellation));
    }

    /// <summary>What erasing this one would find; also when nothing is the matter with it, or nobody knows it.</summary>
    public async Task<DryRun> LookAtAsync(ExchangeId exchange, CancellationToken cancellation) =>
        new(exchange, StandingOf(await register.FindAsync(exchange, cancellation)), await eraser.DryRunAsync(exchange, cancellation));

    private RegisterStanding StandingOf(ExchangeHead? head) => head switch
    {
        null => RegisterStanding.Unknown,
        { ErasedAt: not null } => RegisterStanding.Erased,
        { EraseAfter: { } term } when term <= clock.GetUtcNow() => RegisterStanding.Due,
        _ => RegisterStanding.Live,
    };

    /// <summary>It was sealed, and neither its key nor a file of it is left.</summary>
    private async Task<bool> IsLostAsync(ExchangeHead head, CancellationToken cancellation) =>
        (await eraser.SubjectAsync(head, cancellation)).Files.Count > 0
        && await keys.CountAsync(head.Id, cancellation) == 0 && await blobs.CountAsync(head.Id, cancellation) == 0;
}
