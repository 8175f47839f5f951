using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>The key of the exchange, soft-deleted shadows included (F3).</summary>
public sealed class KeyPlace(IKeyStore keys) : ICopyPlace
{
    public string Name => CopyPlaces.Key;

    public string SoughtFor => "de sleutel van het verzegelde bestand, verwijderde versies inbegrepen";

    public Task EraseAsync(ExchangeId exchange, CancellationToken cancellation) => keys.PurgeAsync(exchange, cancellation);

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => keys.CountAsync(exchange, cancellation);
}

/// <summary>The sealed archives, versions, snapshots and half-written ones included.</summary>
public sealed class ArchivePlace(IBlobStore blobs) : ICopyPlace
{
    public string Name => CopyPlaces.Archives;

    public string SoughtFor => "verzegelde bestanden, oudere versies en half geschreven bestanden inbegrepen";

    public Task EraseAsync(ExchangeId exchange, CancellationToken cancellation) => blobs.DeleteAsync(exchange, cancellation);

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => blobs.CountAsync(exchange, cancellation);
}

/// <summary>Archives that messages of this system still carry.</summary>
public sealed class OutboxPlace(IOutbox outbox) : ICopyPlace
{
    public string Name => CopyPlaces.Outbox;

    public string SoughtFor => "berichten van dit systeem waar het verzegelde bestand nog bij zit";

    public Task EraseAsync(ExchangeId exchange, CancellationToken cancellation) => outbox.DeleteAttachmentsAsync(exchange, cancellation);

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => outbox.CountAttachmentsAsync(exchange, cancellation);
}

/// <summary>Archives that a party could come to fetch over SFTP (P9, P10).</summary>
public sealed class DropPlace(IDropStore drop) : ICopyPlace
{
    public string Name => CopyPlaces.Drop;

    public string SoughtFor => "verzegelde bestanden die klaarstaan om via sftp op te halen, half geschreven bestanden inbegrepen";

    public Task EraseAsync(ExchangeId exchange, CancellationToken cancellation) => drop.DeleteAsync(exchange, cancellation);

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => drop.CountAsync(exchange, cancellation);
}

/// <summary>What leads from the person to the exchange: pseudonyms, their salt, links to other exchanges.</summary>
public sealed class RegisterPlace(IRegister register, ExchangeLedger ledger, TimeProvider clock) : ICopyPlace
{
    public string Name => CopyPlaces.Register;

    public string SoughtFor => "pseudoniemen, de toevalswaarde waarmee ze gemaakt zijn, en koppelingen met andere doorverwijzingen";

    public async Task EraseAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        while (await register.FindAsync(exchange, cancellation) is { } head && Left(head) > 0)
        {
            var fact = new ErasureFact.Forgotten(References.NewFact(), clock.GetUtcNow(), SystemActor.Value);
            await ledger.AppendAsync(ErasureHeads.After(head, fact), fact, wakes: false, cancellation);
        }

        await register.UnlinkAsync(exchange, cancellation);
        await register.ScrubAsync(cancellation);
    }

    public async Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await register.CountLinksToAsync(exchange, cancellation) + (await register.FindAsync(exchange, cancellation) is { } head ? Left(head) : 0);

    private static int Left(ExchangeHead head) => head.Pseudonyms.Count + head.Links.Count + (head.Salt is null ? 0 : 1);
}
