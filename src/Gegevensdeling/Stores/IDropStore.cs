using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>The place of one sealed archive that one party comes to fetch: a place a party, and in it <c>{exchange}.{artefact}.7z</c>.</summary>
/// <param name="Party">Who fetches it; nobody else can see that it is there.</param>
public readonly record struct DropName(PartyId Party, ExchangeId Exchange, ArtefactId Artefact)
{
    /// <summary>What the party sees: references only, and no folder below its own.</summary>
    /// <exception cref="ArgumentException">An id has another character than letters, digits, <c>-</c> and <c>_</c>.</exception>
    public string FileName => $"{Plain(Exchange.Value)}.{Plain(Artefact.Value)}.7z";

    /// <summary>With what the names of all archives of this exchange begin.</summary>
    /// <exception cref="ArgumentException">The id has another character than letters, digits, <c>-</c> and <c>_</c>.</exception>
    public static string PrefixOf(ExchangeId exchange) => $"{Plain(exchange.Value)}.";

    /// <summary>The exchange of which this file is.</summary>
    public static ExchangeId ExchangeOf(string fileName) => new(fileName.Split('.')[0]);

    public override string ToString() => $"{Party}/{FileName}";

    private static string Plain(string id) => id.Length is > 0 and <= 100 && id.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_')
        ? id
        : throw new ArgumentException("An id that cannot be part of a file name", nameof(id));
}

/// <summary>
/// Where each party fetches what was sealed for it, over SFTP: the delivery that is preferred to mail (Turnhout, article 6). The operator makes a
/// party's place and its user, with a right to list and read there and nothing else; it never makes itself.
/// </summary>
public interface IDropStore
{
    /// <summary>Writes one archive, all or nothing: who lists or fetches sees the whole archive, the one that it replaces, or none.</summary>
    /// <exception cref="DropMissingException">The party has no place here; nothing was written.</exception>
    Task WriteAsync(DropName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation);

    /// <summary>Deletes every archive of the exchange at whatever party, half-written ones included.</summary>
    Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>How many archives of this exchange are left at all parties together, half-written ones included.</summary>
    Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>The exchanges of which anything is left, half-written archives included, with the time of the oldest write.</summary>
    IAsyncEnumerable<StoredCopy> ListAsync(CancellationToken cancellation);
}

/// <summary>A party whose place was not made: the operator's to mend, and an outage until then.</summary>
public sealed class DropMissingException(PartyId party, Exception? inner = null) : IOException($"No place to fetch from for {party}", inner)
{
    public PartyId Party { get; } = party;
}
