using System.IO.Hashing;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Writes 7z archives sealed under a password, as <c>7zz a -mx=0 -mhe=on -p</c> does: content stored and encrypted with 7zAES (AES-256 in
/// CBC, key by 2^19 rounds of SHA-256, a random initialisation vector for each file), and the header with the names encrypted too.
/// Source: 7-Zip, DOC/7zFormat.txt and 7zAes.cpp. Decision record 0003 says why we write them ourselves.
/// </summary>
public static class SealedArchiveWriter
{
    internal const int Power = 19;

    /// <summary>
    /// Seals the entries, in their order, to <paramref name="output"/> from its current position on, and leaves it open at the end of the
    /// archive. Memory: at most 4 MiB of buffers, whatever the size of the content; plain content is never written anywhere, and the buffers are wiped.
    /// </summary>
    /// <remarks>
    /// The output must be seekable, because a 7z archive begins with where it ends: 32 zero bytes are written first and replaced last, in
    /// the one seek there is. So whatever fails on the way leaves something that no program takes for an archive. A referral is
    /// sealed to a <see cref="MemoryStream"/>; what is large, to a file, which holds nothing but ciphertext.
    /// </remarks>
    /// <param name="output">Writable and seekable.</param>
    /// <param name="password">Exactly the characters a person gives to 7-Zip; not empty.</param>
    /// <param name="entries">At least one; enumerated once. An entry that delivers no byte becomes an empty file.</param>
    /// <param name="cancellation">Ends the work between two buffers.</param>
    /// <exception cref="ArgumentException">The output cannot seek or write, the password is empty, there is no entry, or a name is hostile or occurs twice.</exception>
    public static Task WriteAsync(Stream output, string password, IEnumerable<ArchiveEntry> entries, CancellationToken cancellation) =>
        WriteAsync(output, password, entries, Power, cancellation);

    internal static async Task WriteAsync(Stream output, string password, IEnumerable<ArchiveEntry> entries, int power, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (!output.CanSeek || !output.CanWrite)
            throw new ArgumentException("An archive begins with where it ends: the output must be seekable and writable.", nameof(output));

        var begin = output.Position;
        await output.WriteAsync(new byte[SignatureHeader.Bytes], cancellation);
        using var keys = new KeyRing(password, most: 1);
        await keys.DeriveAsync(new AesParameters(power, default, default), cancellation);
        await using var pipe = new SealingPipe(output, keys, power, cancellation);

        var files = new List<SealedFile>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (EntryName.Refusal(entry.Name, ArchiveLimits.Default.NameLength) is { } refusal)
                throw new ArgumentException($"Entry {files.Count + 1} has a name that no reader may accept: {refusal}.", nameof(entries));
            if (!names.Add(EntryName.Identity(entry.Name)))
                throw new ArgumentException($"Entry {files.Count + 1} has the name of an earlier one.", nameof(entries));
            var content = await SealAsync(pipe, entry);
            files.Add(new SealedFile(entry.Name, entry.Modified, content.Size == 0 ? null : content));
        }

        if (files.Count == 0)
            throw new ArgumentException("An archive holds at least one entry.", nameof(entries));
        var signature = await SealHeaderAsync(output, pipe, files);
        var end = output.Position;
        output.Position = begin;
        var first = new byte[SignatureHeader.Bytes];
        signature.WriteTo(first);
        await output.WriteAsync(first, cancellation);
        output.Position = end;
        await output.FlushAsync(cancellation);
    }

    private static async Task<PackedContent> SealAsync(SealingPipe pipe, ArchiveEntry entry)
    {
        pipe.Begin();
        if (entry.Write is { } write)
        {
            await using var sealing = new SealingStream(pipe);
            await write(sealing, pipe.Cancellation);
        }
        else
        {
            await Task.Run(() => CopyAsync(entry.Source!, pipe), pipe.Cancellation);
        }

        return await pipe.EndAsync();
    }

    // straight into the buffer that is encrypted
    private static async Task CopyAsync(Stream source, SealingPipe pipe)
    {
        for (int count; (count = await PoolIo.ReadAsync(source, await pipe.FreeAsync(), pipe.Cancellation)) > 0;)
            pipe.Advance(count);
    }

    private static async Task<SignatureHeader> SealHeaderAsync(Stream output, SealingPipe pipe, List<SealedFile> files)
    {
        var header = new HeaderBuilder();
        HeaderComposer.Compose(header, files);
        pipe.Begin(withPackedCrc: true);
        await using (var sealing = new SealingStream(pipe))
            await sealing.WriteAsync(header.Written, pipe.Cancellation);
        header.Wipe();

        var position = files.Sum(file => file.Content?.PackedSize ?? 0);
        var sealedHeader = await pipe.EndAsync();
        var encoded = new HeaderBuilder();
        HeaderComposer.ComposeEncoded(encoded, position, sealedHeader);
        await output.WriteAsync(encoded.Written, pipe.Cancellation);
        return new SignatureHeader(position + sealedHeader.PackedSize, encoded.Written.Length, Crc32.HashToUInt32(encoded.Written.Span));
    }
}
