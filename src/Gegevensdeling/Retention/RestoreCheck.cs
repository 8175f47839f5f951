using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>What stands in a register that was put back, beside what the stores really hold. References and counts; nothing of a person.</summary>
/// <param name="Lost">Live in the register, and its key and files are gone: it ended after the copy was made. It is ended by hand, or referred anew.</param>
/// <param name="Due">Past its term: the next sweep erases it.</param>
/// <param name="Orphans">In a store, and unknown to the register or erased in it: it began after the copy was made.</param>
/// <param name="Unheard">Facts that no orchestration marked as handled: the next sweep sends them again.</param>
public sealed record RestoreReport(IReadOnlyList<ExchangeId> Lost, IReadOnlyList<ExchangeId> Due, IReadOnlyList<ExchangeId> Orphans, int Unheard);

/// <summary>
/// The first sweep after a restore: it looks at everything, and changes nothing (D13). What was erased cannot come back: its key is gone, and no backup may hold keys.
/// </summary>
public sealed class RestoreCheck(IRegister register, IBlobStore blobs, IKeyStore keys, IOutbox outbox, IDropStore drop, IReadOnlyList<IExchangeFile> files, Eraser eraser, TimeProvider clock)
{
    /// <param name="protocols">Every protocol of which an exchange can stand in the register.</param>
    /// <param name="cancellation">Stops in between.</param>
    public async Task<RestoreReport> LookAsync(IEnumerable<ProtocolId> protocols, CancellationToken cancellation)
    {
        var (now, lost, due) = (clock.GetUtcNow(), new List<ExchangeId>(), new List<ExchangeId>());
        foreach (var protocol in protocols)
        {
            await foreach (var head in register.OfProtocolAsync(protocol, liveOnly: true, cancellation))
            {
                if (files.Any(file => file.Word == head.Kind) && await IsLostAsync(head, cancellation))
                    lost.Add(head.Id);
            }
        }

        await foreach (var head in register.DueAsync(now, cancellation))
            due.Add(head.Id);
        return new(lost, due, await OrphansAsync(cancellation), await register.UnfinishedAsync(now, cancellation).CountAsync(cancellation));
    }

    /// <summary>It was sealed, and neither its key nor a file of it is left.</summary>
    private async Task<bool> IsLostAsync(ExchangeHead head, CancellationToken cancellation) =>
        (await eraser.SubjectAsync(head, cancellation)).Files.Count > 0
        && await keys.CountAsync(head.Id, cancellation) == 0 && await blobs.CountAsync(head.Id, cancellation) == 0;

    private async Task<IReadOnlyList<ExchangeId>> OrphansAsync(CancellationToken cancellation)
    {
        var (seen, orphans) = (new HashSet<ExchangeId>(), new List<ExchangeId>());
        foreach (var store in new[] { blobs.ListAsync(cancellation), keys.ListAsync(cancellation), outbox.ListAttachmentsAsync(cancellation), drop.ListAsync(cancellation) })
        {
            await foreach (var copy in store)
            {
                if (seen.Add(copy.Exchange) && await register.FindAsync(copy.Exchange, cancellation) is null or { ErasedAt: not null })
                    orphans.Add(copy.Exchange);
            }
        }

        return orphans;
    }
}
