using System.IO.Compression;
using System.Text;
using MimeKit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>Looks for words wherever somebody with everything in hand would: in every byte of files, of what is zipped or attached inside them, and in texts.</summary>
internal sealed class Haystack
{
    private readonly List<(string Word, byte[] Form)> needles;
    private readonly List<string> found = [];

    /// <param name="words">Looked for in every form in which they could lie about.</param>
    /// <param name="raw">Looked for as they are.</param>
    /// <exception cref="ArgumentException">A word is so short that chance would write it, in the hashes and signatures that every store is full of.</exception>
    public Haystack(IEnumerable<string> words, IEnumerable<byte[]>? raw = null)
    {
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal)];
        if (distinct.Any(IsChance))
            throw new ArgumentException("A word is too short to look for.", nameof(words));
        needles = [.. distinct.SelectMany(word => Needles.Of(word).DistinctBy(Convert.ToHexString).Select(form => (word, form))), .. (raw ?? []).Select(form => (Convert.ToHexString(form), form))];
    }

    /// <summary>Where which word was found.</summary>
    public IReadOnlyList<string> Found => found;

    /// <param name="foreign">Others work in this folder meanwhile: what one of them has locked, half written or taken away meanwhile is its own.</param>
    public Haystack Folder(string folder, Func<string, bool>? skip = null, bool foreign = false)
    {
        foreach (var path in Files(folder, foreign).Where(path => skip?.Invoke(path) != true))
            File(path, foreign);
        return this;
    }

    public Haystack File(string path, bool foreign = false)
    {
        if (Read(path, foreign) is not { } bytes)
            return this;
        try
        {
            Bytes(path, bytes);
        }
        catch (InvalidDataException) when (foreign)
        {
            // a zip that is being written: its bytes were looked at
        }

        return this;
    }

    public Haystack Text(string place, string text)
    {
        Bytes(place, Encoding.UTF8.GetBytes(text));
        return this;
    }

    public Haystack Bytes(string place, byte[] bytes)
    {
        foreach (var word in needles.Where(needle => bytes.AsSpan().IndexOf(needle.Form) >= 0).Select(needle => needle.Word).Distinct(StringComparer.Ordinal))
            found.Add($"{place}: {word}");
        if (bytes.AsSpan().StartsWith("PK\u0003\u0004"u8))
            Zip(place, bytes);
        if (place.EndsWith(".eml", StringComparison.Ordinal))
            Mail(place, bytes);
        return this;
    }

    /// <returns>Null where there is nothing to look at: a lock that its owner holds has no bytes, and what is gone is gone.</returns>
    private static byte[]? Read(string path, bool foreign)
    {
        try
        {
            if (new FileInfo(path) is not { Exists: true, Length: > 0 and < 256 << 20 })
                return null;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException or EndOfStreamException || (foreign && gone is IOException))
        {
            return null;
        }
    }

    private static string[] Files(string folder, bool foreign)
    {
        try
        {
            return Directory.GetFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0, IgnoreInaccessible = true });
        }
        catch (DirectoryNotFoundException) when (foreign)
        {
            return [];
        }
    }

    /// <summary>Hexadecimal text has 16 different characters and base64 has 64: longer ones stand in a million of them less than once in a thousand runs.</summary>
    private static bool IsChance(string word) => word.Length < (word.All(char.IsAsciiHexDigit) ? 8 : word.All(char.IsAsciiLetterOrDigit) ? 7 : 5);

    private void Zip(string place, byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open())
                stream.CopyTo(content);
            Text(place, entry.FullName);
            Bytes($"{place}!{entry.FullName}", content.ToArray());
        }
    }

    private void Mail(string place, byte[] bytes)
    {
        using var mail = MimeMessage.Load(new MemoryStream(bytes));
        Text($"{place}#headers", $"{mail.Subject}\n{mail.To}\n{mail.From}\n{mail.TextBody}");
        foreach (var part in mail.BodyParts.OfType<MimePart>())
        {
            using var content = new MemoryStream();
            part.Content?.DecodeTo(content);
            Bytes($"{place}#part", content.ToArray());
        }
    }
}
