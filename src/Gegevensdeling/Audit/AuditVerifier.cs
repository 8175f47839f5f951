using System.Security.Cryptography;
using System.Text.Json;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Audit;

/// <summary>Verifies one chain entry by entry, in constant memory; for chains that are read from a store or a file.</summary>
/// <param name="heads">Signed heads of that chain, each verified before. All of them must fit: an older one may have been given out, or countersigned.</param>
/// <param name="chain">The chain that it must be; null where the first entry says it.</param>
public sealed class AuditVerifier(IReadOnlyCollection<AuditHead> heads, string? chain = null)
{
    private readonly CanonicalWriter _writer = new();
    private readonly ILookup<long, string> _hashes = heads.ToLookup(head => head.Sequence, head => head.Hash);
    private readonly long _furthest = heads.Count == 0 ? 0 : heads.Max(head => head.Sequence);
    private string? _chain = chain ?? heads.FirstOrDefault()?.Chain;
    private string _previous = AuditChain.Origin;
    private long _sequence;
    private long _awaited;
    private AuditVerdict.Broken? _broken;

    /// <param name="head">A signed head of that chain, verified before; null where there is none.</param>
    public AuditVerifier(AuditHead? head = null)
        : this(head is null ? [] : [head])
    {
    }

    /// <summary>Takes the next entry.</summary>
    /// <returns>False once nothing that follows can change the verdict.</returns>
    public bool Add(ChainedAuditEvent entry) => Add(entry, isOwn: _broken is not null || HasItsOwnHash(entry));

    /// <summary>Takes the next ones as they are kept: examined on all processors at once, and judged one after the other as each would be alone.</summary>
    /// <param name="examine">Examines one (<see cref="Examine"/>), and changes nothing.</param>
    /// <returns>False once nothing that follows can change the verdict.</returns>
    public bool AddAll<T>(IReadOnlyList<T> kept, Func<T, ExaminedEntry> examine)
    {
        var examined = new ExaminedEntry[kept.Count];
        Parallel.For(0, kept.Count, at => examined[at] = examine(kept[at]));
        return examined.All(Add);
    }

    /// <summary>
    /// What one entry says of itself as it is kept, and whether its hash is its own: every byte counts, also one that changes nothing of what is read. Nothing of the chain is looked at.
    /// </summary>
    /// <param name="kept">The canonical JSON, UTF-8.</param>
    /// <param name="hash">The hash that was kept beside it.</param>
    public static ExaminedEntry Examine(ReadOnlySpan<byte> kept, string hash)
    {
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(kept, own);
        try
        {
            return new(AuditEntryReader.Read(kept, hash), IsHex(own, hash));
        }
        catch (JsonException)
        {
            return ExaminedEntry.Unreadable;
        }
    }

    /// <summary>The next entry is there and no audit entry.</summary>
    /// <returns>False once nothing that follows can change the verdict.</returns>
    public bool AddUnreadable()
    {
        _broken ??= Broken(_sequence + 1, AuditDamage.Unreadable);
        return IsOpen;
    }

    /// <summary>The verdict over everything that was added.</summary>
    public AuditVerdict Finish()
    {
        if (_broken is not null)
            return _broken;
        if (_sequence < _furthest || (_sequence == 0 && heads.Count > 0))
            return Broken(_sequence + 1, AuditDamage.Truncated);
        return new AuditVerdict.Intact(_sequence, _sequence == 0 ? null : new AuditTip(_chain!, _sequence, _previous));
    }

    /// <summary>An entry that was missed may turn up later: then it was moved, not removed.</summary>
    private bool IsOpen => _broken is null or { How: AuditDamage.Missing };

    private bool Add(ExaminedEntry examined) => examined.Entry is { } entry ? Add(entry, examined.IsOwn) : AddUnreadable();

    private bool Add(ChainedAuditEvent entry, bool isOwn)
    {
        if (_broken is not null)
        {
            if (_broken.How == AuditDamage.Missing && entry.Sequence == _awaited)
                _broken = _broken with { How = AuditDamage.Reordered };
            return IsOpen;
        }

        _chain ??= entry.Chain;
        _broken = Judge(entry, isOwn);
        if (_broken is not null)
            return IsOpen;
        _sequence = entry.Sequence;
        _previous = entry.Hash;
        return true;
    }

    private AuditVerdict.Broken? Judge(ChainedAuditEvent entry, bool isOwn)
    {
        if (!isOwn)
            return Broken(_sequence + 1, AuditDamage.Changed); // what it says of itself counts for nothing, its number neither
        if (entry.Chain != _chain)
            return Broken(entry.Sequence, AuditDamage.ForeignChain);
        if (entry.Sequence != _sequence + 1)
        {
            _awaited = _sequence + 1;
            return entry.Sequence > _awaited ? Broken(_awaited, AuditDamage.Missing) : Broken(entry.Sequence, AuditDamage.Reordered);
        }

        return entry.Previous != _previous || _hashes[entry.Sequence].Any(hash => hash != entry.Hash) ? Broken(entry.Sequence, AuditDamage.Rewritten) : null;
    }

    private bool HasItsOwnHash(ChainedAuditEvent entry)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        AuditChain.Digest(_writer, entry.Chain, entry.Sequence, entry.Previous, entry.Event, hash);
        return IsHex(hash, entry.Hash);
    }

    private static bool IsHex(ReadOnlySpan<byte> hash, string hex)
    {
        Span<char> own = stackalloc char[SHA256.HashSizeInBytes * 2];
        Convert.TryToHexStringLower(hash, own, out _);
        return own.SequenceEqual(hex);
    }

    private static AuditVerdict.Broken Broken(long sequence, AuditDamage how) => new(sequence, how);
}

/// <summary>One entry that was examined on its own.</summary>
/// <param name="Entry">Null where it is no audit entry.</param>
/// <param name="IsOwn">The hash beside it is that of its bytes.</param>
public readonly record struct ExaminedEntry(ChainedAuditEvent? Entry, bool IsOwn)
{
    public static ExaminedEntry Unreadable { get; }
}
