namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Finds the row of a child: open addressing, half empty at most, so that two million look-ups take a few tens of milliseconds.</summary>
internal sealed class ChildTable
{
    // of the golden ratio: spreads numbers that differ in few digits (Knuth, The Art of Computer Programming 3, 6.4)
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly long[] _children;
    private readonly int[] _places;
    private readonly int _shift;

    /// <param name="children">Each at its place; <see cref="RequestRows.None"/> is left out, no child stands twice.</param>
    public ChildTable(ReadOnlySpan<long> children)
    {
        var bits = 2;
        while (1 << bits < children.Length * 2)
            bits++;
        (_children, _places, _shift) = (new long[1 << bits], new int[1 << bits], 64 - bits);
        for (var place = 0; place < children.Length; place++)
        {
            if (children[place] == RequestRows.None)
                continue;
            var slot = Slot(children[place]);
            (_children[slot], _places[slot]) = (children[place], place);
        }
    }

    /// <summary>The place of the child, or -1.</summary>
    public int Find(long child)
    {
        var slot = Slot(child);
        return _children[slot] == child ? _places[slot] : -1;
    }

    /// <summary>Where the child stands, or the empty slot where it would.</summary>
    private int Slot(long child)
    {
        var slot = (int)((ulong)child * Multiplier >> _shift);
        while (_children[slot] != RequestRows.None && _children[slot] != child)
            slot = (slot + 1) & (_children.Length - 1);
        return slot;
    }
}
