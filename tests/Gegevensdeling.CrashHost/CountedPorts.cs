using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.CrashHost;

/// <summary>Puts a <see cref="Killer"/> around every call of every port that changes something. Reading passes through.</summary>
internal sealed class CountedPorts(Killer killer)
{
    public Ports Around(Ports ports) => new(
        new Register(ports.Register, this), new Blobs(ports.Blobs, this), new KeyStore(ports.Keys, this), new SystemKeys(ports.SystemKeys, this), new Outbox(ports.Outbox, this),
        new Staff(ports.Staff, this), new Evidence(ports.Evidence, this), new Audit(ports.Audit, this), new Idempotency(ports.Idempotency, this), new Drop(ports.Drop, this));

    private async Task DoAsync(Func<Task> effect)
    {
        killer.Pass(KillAt.Before);
        await effect();
        killer.Pass(KillAt.After);
    }

    private async Task<T> DoAsync<T>(Func<Task<T>> effect)
    {
        killer.Pass(KillAt.Before);
        var result = await effect();
        killer.Pass(KillAt.After);
        return result;
    }

    private sealed class Register(IRegister inner, CountedPorts around) : IRegister
    {
        public Task<bool> InsertAsync(ExchangeHead head, FactRow first, CancellationToken cancellation) => around.DoAsync(() => inner.InsertAsync(head, first, cancellation));

        public Task<ExchangeHead?> FindAsync(ExchangeId exchange, CancellationToken cancellation) => inner.FindAsync(exchange, cancellation);

        public Task<IReadOnlyList<FactRow>> FactsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.FactsAsync(exchange, cancellation);

        public Task<ILookup<ExchangeId, FactRow>> FactsOfAllAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation) => inner.FactsOfAllAsync(exchanges, cancellation);

        public Task<bool> AppendAsync(ExchangeHead head, FactRow fact, CancellationToken cancellation) => around.DoAsync(() => inner.AppendAsync(head, fact, cancellation));

        public Task MarkHandledAsync(ExchangeId exchange, string factId, CancellationToken cancellation) => around.DoAsync(() => inner.MarkHandledAsync(exchange, factId, cancellation));

        public Task MarkAuditedAsync(ExchangeId exchange, string factId, CancellationToken cancellation) => around.DoAsync(() => inner.MarkAuditedAsync(exchange, factId, cancellation));

        public IAsyncEnumerable<FactRow> UnfinishedAsync(DateTimeOffset before, CancellationToken cancellation) => inner.UnfinishedAsync(before, cancellation);

        public IAsyncEnumerable<ExchangeHead> DueAsync(DateTimeOffset now, CancellationToken cancellation) => inner.DueAsync(now, cancellation);

        public IAsyncEnumerable<ExchangeHead> OfProtocolAsync(ProtocolId protocol, bool liveOnly, CancellationToken cancellation) =>
            inner.OfProtocolAsync(protocol, liveOnly, cancellation);

        public IAsyncEnumerable<PersonLead> LeadsAsync(ProtocolId protocol, CancellationToken cancellation) => inner.LeadsAsync(protocol, cancellation);

        public IAsyncEnumerable<ExchangeHead> OfKindAsync(ProtocolId protocol, string kind, bool liveOnly, CancellationToken cancellation) =>
            inner.OfKindAsync(protocol, kind, liveOnly, cancellation);

        public Task UnlinkAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => inner.UnlinkAsync(exchange, cancellation));

        public Task<bool> RenewPersonAsync(ExchangeHead head, CancellationToken cancellation) => around.DoAsync(() => inner.RenewPersonAsync(head, cancellation));

        public Task<int> CountLinksToAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountLinksToAsync(exchange, cancellation);

        public Task ScrubAsync(CancellationToken cancellation) => around.DoAsync(() => inner.ScrubAsync(cancellation));

        public Task<IReadOnlyList<ExchangeId>> UnclaimedAsync(IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation) => inner.UnclaimedAsync(exchanges, cancellation);

        public Task<DateTimeOffset> OrphanSeenAsync(ExchangeId exchange, DateTimeOffset now, CancellationToken cancellation) =>
            around.DoAsync(() => inner.OrphanSeenAsync(exchange, now, cancellation));

        public Task OrphanGoneAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => inner.OrphanGoneAsync(exchange, cancellation));

        public IAsyncEnumerable<ExchangeHead> UnpurgedAsync(DateTimeOffset before, CancellationToken cancellation) => inner.UnpurgedAsync(before, cancellation);
    }

    private sealed class Drop(IDropStore inner, CountedPorts around) : IDropStore
    {
        public Task WriteAsync(DropName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation) => around.DoAsync(() => inner.WriteAsync(name, write, cancellation));

        public Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => inner.DeleteAsync(exchange, cancellation));

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);

        public IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);
    }

    private sealed class Blobs(IBlobStore inner, CountedPorts around) : IBlobStore
    {
        /// <summary>Cut in two: half of the archive is written when the process dies.</summary>
        public Task WriteAsync(BlobName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation) =>
            around.DoAsync(() => inner.WriteAsync(name, async (target, token) =>
            {
                using var whole = new MemoryStream();
                await write(whole, token);
                var bytes = whole.ToArray();
                await target.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), token);
                await target.FlushAsync(token);
                around.PassWithin();
                await target.WriteAsync(bytes.AsMemory(bytes.Length / 2), token);
            }, cancellation));

        public Task<Stream?> OpenAsync(BlobName name, CancellationToken cancellation) => inner.OpenAsync(name, cancellation);

        public Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => inner.DeleteAsync(exchange, cancellation));

        public Task DeleteAsync(BlobName name, CancellationToken cancellation) => around.DoAsync(() => inner.DeleteAsync(name, cancellation));

        public IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);
    }

    private sealed class KeyStore(IKeyStore inner, CountedPorts around) : IKeyStore
    {
        public Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation) => around.DoAsync(() => inner.PutAsync(exchange, key, cancellation));

        public Task<string?> GetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.GetAsync(exchange, cancellation);

        public Task PurgeAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => inner.PurgeAsync(exchange, cancellation));

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAsync(exchange, cancellation);

        public IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation) => inner.ListAsync(cancellation);
    }

    /// <summary>An effect only the first time, when the key is made.</summary>
    private sealed class SystemKeys(ISystemKeys inner, CountedPorts around) : ISystemKeys
    {
        public Task DeleteAsync(string name, CancellationToken cancellation) => around.DoAsync(() => inner.DeleteAsync(name, cancellation));

        public async Task<byte[]> GetOrCreateAsync(string name, Func<byte[]> create, CancellationToken cancellation)
        {
            var made = false;
            var key = await inner.GetOrCreateAsync(name, () =>
            {
                around.PassBefore();
                made = true;
                return create();
            }, cancellation);
            if (made)
                around.PassAfter();
            return key;
        }

        public Task<IReadOnlyList<string>> NamesAsync(string prefix, CancellationToken cancellation) => inner.NamesAsync(prefix, cancellation);
    }

    private sealed class Outbox(IOutbox inner, CountedPorts around) : IOutbox
    {
        public Task SendAsync(OutboundMessage message, CancellationToken cancellation) => around.DoAsync(() => inner.SendAsync(message, cancellation));

        public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => inner.DeleteAttachmentsAsync(exchange, cancellation));

        /// <summary>Counted, but the messages stay: the driver compares what was sent. That they go is shown by the store's own contract.</summary>
        public Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation) => around.DoAsync(() => Task.CompletedTask);

        public IAsyncEnumerable<StoredCopy> ListAttachmentsAsync(CancellationToken cancellation) => inner.ListAttachmentsAsync(cancellation);

        public Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAttachmentsAsync(exchange, cancellation);
    }

    private sealed class Staff(IStaffDirectory inner, CountedPorts around) : IStaffDirectory
    {
        public Task<StaffRef> ReferenceAsync(StaffMember member, int year, CancellationToken cancellation) => around.DoAsync(() => inner.ReferenceAsync(member, year, cancellation));

        public Task<StaffMember?> FindAsync(StaffRef reference, CancellationToken cancellation) => inner.FindAsync(reference, cancellation);

        public Task<int> ForgetAsync(int year, CancellationToken cancellation) => around.DoAsync(() => inner.ForgetAsync(year, cancellation));
    }

    private sealed class Evidence(IEvidenceStore inner, CountedPorts around) : IEvidenceStore
    {
        public Task<bool> KeepAsync(ExchangeId exchange, string name, string document, CancellationToken cancellation) =>
            around.DoAsync(() => inner.KeepAsync(exchange, name, document, cancellation));

        public Task<string?> FindAsync(ExchangeId exchange, string name, CancellationToken cancellation) => inner.FindAsync(exchange, name, cancellation);

        public Task<IReadOnlyList<string>> NamesAsync(ExchangeId exchange, CancellationToken cancellation) => inner.NamesAsync(exchange, cancellation);
    }

    private sealed class Audit(IAuditLog inner, CountedPorts around) : IAuditLog
    {
        public Task AppendAsync(AuditEvent draft, CancellationToken cancellation) => around.DoAsync(() => inner.AppendAsync(draft, cancellation));

        public IAsyncEnumerable<ChainedAuditEvent> ReadAsync(string chain, CancellationToken cancellation) => inner.ReadAsync(chain, cancellation);

        public Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation) => inner.ChainsAsync(cancellation);
    }

    private sealed class Idempotency(IIdempotencyStore inner, CountedPorts around) : IIdempotencyStore
    {
        public Task<IdempotencyRow?> InsertAsync(IdempotencyRow row, CancellationToken cancellation) => around.DoAsync(() => inner.InsertAsync(row, cancellation));

        public Task<bool> ReplaceAsync(IdempotencyRow read, IdempotencyRow row, CancellationToken cancellation) => around.DoAsync(() => inner.ReplaceAsync(read, row, cancellation));

        public Task DeleteAsync(IdempotencyRow read, CancellationToken cancellation) => around.DoAsync(() => inner.DeleteAsync(read, cancellation));

        public Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellation) => around.DoAsync(() => inner.PurgeAsync(before, cancellation));
    }

    private void PassBefore() => killer.Pass(KillAt.Before);

    private void PassWithin() => killer.Pass(KillAt.Within);

    private void PassAfter() => killer.Pass(KillAt.After);
}
