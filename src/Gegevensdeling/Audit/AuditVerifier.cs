using System.Security.Cryptography;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Audit;

/// <summary>Verifies one chain entry by entry, in constant memory; for chains that are read from a store.</summary>
public sealed class AuditVerifier(AuditHead? head = null)
{
    private readonly CanonicalWriter _writer = new();
    private string? _chain;
    private string _previous = AuditChain.Origin;
    private long _sequence;
    private long _awaited;
    private AuditVerdict.Broken? _broken;

    /// <summary>Takes the next entry.</summary>
    /// <returns>False once the chain is known to be broken.</returns>
    public bool Add(ChainedAuditEvent entry)
    {
        if (_broken is not null)
        {
            // An entry that was missed and turns up later was moved, not removed.
            if (_broken.How == AuditDamage.Missing && entry.Sequence == _awaited)
                _broken = _broken with { How = AuditDamage.Reordered };
            return false;
        }

        _chain ??= entry.Chain;
        _broken = Judge(entry);
        if (_broken is not null)
            return false;
        _sequence = entry.Sequence;
        _previous = entry.Hash;
        return true;
    }

    /// <summary>The verdict over everything that was added.</summary>
    public AuditVerdict Finish()
    {
        if (_broken is not null)
            return _broken;
        if (head is not null && (_sequence < head.Sequence || _sequence == 0))
            return Broken(_sequence + 1, AuditDamage.Truncated);
        return new AuditVerdict.Intact(_sequence, _chain is null ? null : new AuditTip(_chain, _sequence, _previous));
    }

    private AuditVerdict.Broken? Judge(ChainedAuditEvent entry)
    {
        if (entry.Chain != _chain || (head is not null && entry.Chain != head.Chain))
            return Broken(entry.Sequence, AuditDamage.ForeignChain);
        if (!HasItsOwnHash(entry))
            return Broken(entry.Sequence, AuditDamage.Changed);
        if (entry.Sequence != _sequence + 1)
        {
            _awaited = _sequence + 1;
            return entry.Sequence > _awaited ? Broken(_awaited, AuditDamage.Missing) : Broken(entry.Sequence, AuditDamage.Reordered);
        }

        if (entry.Previous != _previous)
            return Broken(entry.Sequence, AuditDamage.Rewritten);
        return head is not null && entry.Sequence == head.Sequence && entry.Hash != head.Hash ? Broken(entry.Sequence, AuditDamage.Rewritten) : null;
    }

    private bool HasItsOwnHash(ChainedAuditEvent entry)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Span<char> hex = stackalloc char[SHA256.HashSizeInBytes * 2];
        AuditChain.Digest(_writer, entry.Chain, entry.Sequence, entry.Previous, entry.Event, hash);
        Convert.TryToHexStringLower(hash, hex, out _);
        return hex.SequenceEqual(entry.Hash);
    }

    private static AuditVerdict.Broken Broken(long sequence, AuditDamage how) => new(sequence, how);
}
