using System.Text;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Reads the names of an archive and refuses the hostile ones.</summary>
internal static class NamesReader
{
    public static string[] Read(ref HeaderReader property, int count, ArchiveLimits limits)
    {
        if (property.Byte() != 0)
            throw new UnsupportedArchiveException("een kop op een andere plaats");
        if (property.Remaining > limits.NameBytes)
            throw new HostileArchiveException("de bestandsnamen zijn samen te lang");

        var bytes = property.Bytes(property.Remaining);
        var names = new string[count];
        var identities = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < count; at++)
        {
            var length = Length(bytes);
            var name = Encoding.Unicode.GetString(bytes[..length]);
            bytes = bytes[(length + 2)..];
            if (EntryName.Refusal(name, limits.NameLength) is { } refusal)
                throw new HostileArchiveException(refusal);
            if (!identities.Add(EntryName.Identity(name)))
                throw new HostileArchiveException("twee bestanden hebben dezelfde naam");
            names[at] = name;
        }

        return bytes.IsEmpty ? names : throw new DamagedArchiveException("er zijn meer namen dan bestanden");
    }

    private static int Length(ReadOnlySpan<byte> bytes)
    {
        for (var at = 0; at + 1 < bytes.Length; at += 2)
        {
            if (bytes[at] == 0 && bytes[at + 1] == 0)
                return at;
        }

        throw new DamagedArchiveException("een bestandsnaam heeft geen einde");
    }
}
