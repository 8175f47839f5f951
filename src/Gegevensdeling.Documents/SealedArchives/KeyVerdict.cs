namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Tells a wrong key from damage, by the rule that stands at <see cref="SealedArchive"/>.</summary>
internal static class KeyVerdict
{
    // a wrong key gives this many zeros once in 16 million times
    private const int TellingPadding = 3;

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
        var zeros = padding.Length >= TellingPadding && !padding.ContainsAnyExcept((byte)0);
        return folder.Packed.Crc is null && zeros ? Damaged() : new WrongKeyException();
    }

    private static DamagedArchiveException Damaged() => new("de inhoud komt niet overeen met de controlesom");
}
