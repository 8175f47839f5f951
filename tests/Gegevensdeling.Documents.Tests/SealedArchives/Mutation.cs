namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Small changes to an archive, of the kinds that parsers stumble over; two in three have their checksums mended.</summary>
internal static class Mutation
{
    private static readonly byte[] Telling = [0x00, 0x01, 0x7F, 0x80, 0xBF, 0xC0, 0xFE, 0xFF];

    public static byte[] Of(byte[] original, Random random)
    {
        var changed = original.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
            changed = One(changed, random);
        if (changed.Length >= SignatureHeader.Bytes && random.Next(3) > 0)
            Crafted.Mend(changed);
        return changed;
    }

    private static byte[] One(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return bytes;

        // the header lies behind: most changes go there
        var at = random.Next(4) == 0 ? random.Next(bytes.Length) : random.Next(Math.Min(bytes.Length - 1, SignatureHeader.Bytes), bytes.Length);
        switch (random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 1:
                bytes[at] = Telling[random.Next(Telling.Length)];
                return bytes;
            case 2:
                bytes[at] = (byte)random.Next(256);
                return bytes;
            case 3:
                bytes.AsSpan(at, Math.Min(9, bytes.Length - at)).Fill(0xFF);
                return bytes;
            case 4:
                return Resized([.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + random.Next(1, 4))..]], bytes.Length);
            default:
                return Resized([.. bytes[..at], Telling[random.Next(Telling.Length)], .. bytes[at..]], bytes.Length);
        }
    }

    // the signature header follows the length of the header, or every such change would end at 'cut off'
    private static byte[] Resized(byte[] bytes, int before)
    {
        if (bytes.Length >= SignatureHeader.Bytes)
            BitConverter.TryWriteBytes(bytes.AsSpan(20), BitConverter.ToInt64(bytes, 20) + bytes.Length - before);
        return bytes;
    }
}
