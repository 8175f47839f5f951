namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Tells a wrong key from damage, by the rule that stands at <see cref="SealedArchive"/>.</summary>
internal static class KeyVerdict
{
    // a wrong key gives this many expected bytes once in 16 million times
    private const int TellingBytes = 3;

    /// <summary>Returns when the CRC is right.</summary>
    public static void Check(Folder folder, Opened opened, uint expected, bool keyIsProven)
    {
        if (opened.PackedCrc is { } found && folder.Packed.Crc is { } packed && found != packed)
            throw Damaged();
        if (opened.Crc == expected)
            return;
        throw folder.Encryption is null || keyIsProven ? Damaged() : Refusal(folder, opened.Padding);
    }

    /// <summary>What to say of something encrypted that makes no sense once decrypted, its packed CRC being right or absent.</summary>
    public static SealedArchiveException Refusal(Folder folder, ReadOnlySpan<byte> padding)
    {
        var zeros = padding.Length >= TellingBytes && !padding.ContainsAnyExcept((byte)0);
        return folder.Packed.Crc is null && zeros ? Damaged() : new WrongKeyException();
    }

    /// <summary>What to say of a compressed content that makes no sense.</summary>
    /// <param name="probe">Of the folder under a key that has proven nothing yet; null where there is no key, or it is proven.</param>
    public static SealedArchiveException Refusal(Folder folder, KeyProbe? probe)
    {
        if (probe is null)
            return Damaged();
        var expected = folder.Compression is null || probe.Padding.Length >= TellingBytes ? [] : Begin(folder.Compression.Method);
        return probe.Padding.Length + expected.Length >= TellingBytes
            && !probe.Padding.AsSpan().ContainsAnyExcept((byte)0)
            && probe.Begin.AsSpan().StartsWith(expected)
            ? Damaged()
            : new WrongKeyException();
    }

    // a range coder writes a zero first, BZip2 its name
    private static ReadOnlySpan<byte> Begin(ulong method) => method switch
    {
        Methods.Lzma or Methods.Ppmd => [0],
        Methods.BZip2 => "BZh"u8,
        _ => [],
    };

    private static DamagedArchiveException Damaged() => new("de inhoud komt niet overeen met de controlesom");
}
