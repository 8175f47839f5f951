namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Finds the place of a keyed hash: open addressing, half empty at most. Wiped when it is disposed.</summary>
internal sealed class HashTable : IDisposable
{
    private readonly UInt128[] _hashes;
    private readonly int[] _places;

    /// <param name="hashes">Each at its place, none 0, none twice.</param>
    public HashTable(ReadOnlySpan<UInt128> hashes)
    {
        var size = 4;
        while (size < hashes.Length * 2)
            size *= 2;
        (_hashes, _places) = (GC.AllocateArray<UInt128>(size, pinned: true), new int[size]);
        for (var place = 0; place < hashes.Length; place++)
        {
            var slot = Slot(hashes[place]);
            (_hashes[slot], _places[slot]) = (hashes[place], place);
        }
    }

    /// <summary>The place of the hash, or -1.</summary>
    public int Find(UInt128 hash)
    {
        var slot = Slot(hash);
        return _hashes[slot] == hash ? _places[slot] : -1;
    }

    public void Dispose()
    {
        Array.Clear(_hashes);
        Array.Clear(_places);
    }

    // bits of a keyed hash are spread as they are
    private int Slot(UInt128 hash)
    {
        var slot = (int)((ulong)hash & (ulong)(_hashes.Length - 1));
        while (_hashes[slot] != UInt128.Zero && _hashes[slot] != hash)
            slot = (slot + 1) & (_hashes.Length - 1);
        return slot;
    }
}
