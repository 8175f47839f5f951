namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Reads 'Folder' of 7zFormat.txt; a method that is not read here is refused by its name.</summary>
internal static class FolderReader
{
    // 7-Zip makes at most a filter with its branches, a method and 7zAES
    private const int MostCoders = 8;
    private const int LongestMethod = 8;

    /// <param name="readable">The methods that can be undone. Content is stored (Copy); a header may be compressed with LZMA, as 7-Zip does even with <c>-mx=0</c>.</param>
    public static CoderChain Read(ref HeaderReader header, ReadOnlySpan<ulong> readable)
    {
        var count = header.Count(MostCoders, bytesEach: 1, "stappen");
        if (count == 0)
            throw new DamagedArchiveException("een stroom heeft geen methode");
        var coders = new Coder[count];
        var branched = false;
        for (var at = 0; at < count; at++)
            coders[at] = ReadCoder(ref header, ref branched);

        var refused = new List<string>();
        foreach (var coder in coders)
        {
            if (!readable.Contains(coder.Method))
                refused.Add(Methods.Name(coder.Method));
        }

        if (refused.Count > 0)
            throw new UnsupportedArchiveException(string.Join(" + ", refused));
        return branched ? throw new UnsupportedArchiveException("vertakte stromen") : new CoderChain(coders, Order(ref header, count));
    }

    private static Coder ReadCoder(ref HeaderReader header, ref bool branched)
    {
        var flags = header.Byte();
        if ((flags & 0xC0) != 0 || (flags & 0x0F) > LongestMethod)
            throw new DamagedArchiveException("een methode is onleesbaar");
        ulong method = 0;
        foreach (var octet in header.Bytes(flags & 0x0F))
            method = (method << 8) | octet;
        if ((flags & 0x10) != 0)
            branched |= header.Number() != 1 | header.Number() != 1;
        var properties = (flags & 0x20) != 0 ? header.Bytes(header.Length()).ToArray() : [];
        return new Coder(method, properties);
    }

    // the first takes the packed stream, each next one what the one before it gives
    private static List<int> Order(ref HeaderReader header, int count)
    {
        var next = new int[count];
        Array.Fill(next, -1);
        var fed = new bool[count];
        for (var bond = 1; bond < count; bond++)
        {
            var (taker, giver) = (header.Number(), header.Number());
            if (taker >= count || giver >= count || fed[taker] || next[giver] >= 0)
                throw new DamagedArchiveException("de stappen van een stroom hangen niet samen");
            fed[taker] = true;
            next[giver] = (int)taker;
        }

        var order = new List<int>();
        for (var at = Array.IndexOf(fed, false); at >= 0 && order.Count < count; at = next[at])
            order.Add(at);
        return order.Count == count ? order : throw new DamagedArchiveException("de stappen van een stroom hangen niet samen");
    }
}
