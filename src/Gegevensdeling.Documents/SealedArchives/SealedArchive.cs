namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// A 7z archive opened with its key: its files, all names checked, and their content as streams. Reads what
/// <see cref="SealedArchiveWriter"/> writes and what 7-Zip makes with LZMA2, LZMA, PPMd, BZip2, Deflate or stored, solid or not, encrypted or not: whether
/// an archive that is not (wholly) encrypted will do is the caller's to decide. Filters (Delta, BCJ and its kin) and other methods are refused by name.
/// </summary>
/// <remarks>
/// <para>
/// 7zAES has no authentication: who holds neither key nor receipt can change an archive, and the CRC of 32 bits finds accidents, not
/// attacks. Compare the SHA-256 of the archive with its receipt before opening.
/// </para>
/// <para>
/// How a wrong key is told from damage. What is encrypted has a CRC of its plain bytes; the header of our archives has one of its packed bytes too.
/// Packed CRC wrong: damaged. Packed CRC right and plain CRC wrong: wrong key. 7-Zip stores no packed CRC; then the padding of the
/// last block decides, zeros under the right key (three bytes of it at least): zeros mean damaged, anything else a wrong key. With less padding
/// than that the first bytes of a compressed content are added (LZMA and PPMd: a zero; BZip2: <c>BZh</c>), where that makes three; else the answer is 'wrong key',
/// which is far more common. Once four bytes or more have been opened with the key, the rest is damaged.
/// </para>
/// <para>Not for use by several threads at once.</para>
/// </remarks>
public sealed class SealedArchive : IDisposable
{
    private readonly Stream input;
    private readonly long begin;
    private readonly KeyRing keys;
    private readonly FolderCursor cursor;
    private AesParameters? proven;

    private SealedArchive(Stream input, string password, ArchiveLimits limits)
    {
        (this.input, begin) = (input, input.Position);
        keys = new KeyRing(password, limits.KeyDerivations);
        cursor = new FolderCursor(input, begin, keys);
    }

    /// <summary>The files in the order of the archive; folders are left out.</summary>
    public IReadOnlyList<SealedEntry> Entries { get; private set; } = [];

    /// <summary>Whether the names were encrypted too (<c>-mhe=on</c>), as the protocols ask.</summary>
    public bool HidesNames { get; private set; }

    /// <summary>Whether the content of every file was encrypted; an empty file has none.</summary>
    public bool HidesContent => Entries.All(entry => entry.IsEncrypted || entry.Size == 0);

    /// <summary>Whether these first bytes of a file, six at least, are those of a 7z archive (7zFormat.txt, "SignatureHeader").</summary>
    public static bool IsArchive(ReadOnlySpan<byte> begin) => begin.StartsWith(SignatureHeader.Signature);

    /// <summary>The same of a file, which is at its beginning before and after.</summary>
    /// <param name="file">Readable and seekable; may be shorter than a signature.</param>
    public static async Task<bool> IsArchiveAsync(Stream file, CancellationToken cancellation)
    {
        var first = new byte[SignatureHeader.Signature.Length];
        var count = await file.ReadAtLeastAsync(first, first.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        return IsArchive(first.AsSpan(0, count));
    }

    /// <summary>
    /// Opens the archive that begins at the current position of <paramref name="input"/> and reaches to its end. Reads the headers only;
    /// memory is bounded by <see cref="ArchiveLimits.HeaderBytes"/> and by what is really there, never by what is declared.
    /// </summary>
    /// <param name="input">Readable and seekable; stays the caller's, and open for as long as the archive is read.</param>
    /// <param name="password">Exactly the characters that the archive was sealed with; not empty.</param>
    /// <exception cref="SealedArchiveException">One of its four kinds.</exception>
    /// <exception cref="ArgumentException">The input cannot seek or read, or the password is empty.</exception>
    public static async Task<SealedArchive> OpenAsync(Stream input, string password, ArchiveLimits limits, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        if (!input.CanSeek || !input.CanRead)
            throw new ArgumentException("The end of an archive is read first: the input must be seekable and readable.", nameof(input));

        var archive = new SealedArchive(input, password, limits);
        try
        {
            await archive.LoadAsync(limits, cancellation);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Writes the content of one file to <paramref name="destination"/>. Returning means that length and CRC are right. Before that, bytes
    /// of a large file may have been written: throw them away on any exception. The last buffer (1 MiB) is held back until the CRC has been
    /// checked, so of a file of at most that length nothing is written unless all of it is right.
    /// Files that were compressed together (a solid archive) are read in one pass when they are asked for in their order; one that lies before the last one read
    /// is reached by starting anew. Memory: besides the buffers one decoder, within <see cref="ArchiveLimits.DecoderBytes"/>, kept until its folder ends or
    /// another is read.
    /// </summary>
    /// <exception cref="WrongKeyException">Only where the names are not encrypted: else the key has been tried by <see cref="OpenAsync"/>.</exception>
    /// <exception cref="DamagedArchiveException">The content does not agree with its CRC, or is cut off.</exception>
    /// <exception cref="HostileArchiveException">The archive asks for more key derivations than <see cref="ArchiveLimits.KeyDerivations"/>.</exception>
    public async Task ReadAsync(SealedEntry entry, Stream destination, CancellationToken cancellation)
    {
        if (!Entries.Any(known => ReferenceEquals(known, entry)))
            throw new ArgumentException("The entry is of another archive.", nameof(entry));
        if (entry.Content is not { } content)
            return;

        var keyIsProven = content.Folder.Encryption is { } own && proven is { } known && KeyRing.SameKey(known, own);
        if (content.Folder.Compression is null && content.Offset == 0)
            await ReadStoredAsync(content, keyIsProven, destination, cancellation);
        else
            await cursor.ReadAsync(content, keyIsProven, destination, cancellation);

        // a shorter content agrees with its CRC under a wrong key too often: one byte once in 256 times
        if (content.Size >= sizeof(uint))
            proven = content.Folder.Encryption ?? proven;
    }

    /// <summary>Wipes the keys. The input stays open.</summary>
    public void Dispose()
    {
        cursor.Dispose();
        keys.Dispose();
    }

    // deciphering has a task of its own here, which is worth it only where nothing has to be decompressed
    private async Task ReadStoredAsync(EntryContent content, bool keyIsProven, Stream destination, CancellationToken cancellation)
    {
        using var cipher = content.Folder.Encryption is { } encryption ? await keys.DecryptorAsync(encryption, cancellation) : null;
        await using var pipe = new OpeningPipe(content, cipher, withPackedCrc: !keyIsProven, destination, cancellation);
        input.Position = begin + SignatureHeader.Bytes + content.Folder.Packed.Offset;
        await Task.Run(
            () => pipe.RunAsync(input, opened => KeyVerdict.Check(content.Folder, opened, content.Crc!.Value, keyIsProven)), cancellation);
    }

    private async Task LoadAsync(ArchiveLimits limits, CancellationToken cancellation)
    {
        var header = await new HeaderOpener(input, begin, keys, limits).OpenAsync(cancellation);
        (Entries, proven, HidesNames) = (header.Entries, header.Encryption, header.Encryption is not null);
    }
}
