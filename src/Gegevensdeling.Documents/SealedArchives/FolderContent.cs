using System.Buffers;
using System.IO.Compression;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using SharpCompress.Compressors.BZip2;
using SharpCompress.Compressors.LZMA;
using SharpCompress.Compressors.PPMd;
using BZip2Mode = SharpCompress.Compressors.CompressionMode;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// The content of a folder, decrypted and decompressed, from its begin on. The decoders of the package SharpCompress and of .NET are used as streams
/// only; whatever they throw becomes <see cref="NonsenseException"/>. Memory: the decoder's, which <see cref="Compression"/> has bounded, and one buffer.
/// </summary>
internal sealed class FolderContent(Folder folder, Stream input, long start, ICryptoTransform? cipher) : IDisposable
{
    // of the package: it takes this much at first and grows with what comes out
    private const int SmallestDictionary = 64 << 10;

    private readonly PackedSource packed = new(input, start, folder, cipher) { ReadsAhead = folder.Compression?.Method == Methods.Deflate };
    private Stream? decoder;

    public Folder Folder { get; } = folder;

    /// <summary>How much of the content has been read.</summary>
    public long Position { get; private set; }

    public CancellationToken Cancellation
    {
        set => packed.Cancellation = value;
    }

    /// <summary>Fills the buffer, or up to the end of the content.</summary>
    /// <exception cref="NonsenseException">It cannot be undone, or is shorter than declared.</exception>
    public void Fill(byte[] buffer, int count)
    {
        for (var filled = 0; filled < count;)
        {
            var read = Guarded(buffer, filled, count - filled);
            if (read == 0)
                throw new NonsenseException();
            filled += read;
            Position += read;
        }

        // PPMd has no end of its own; the others do, and nothing may come after the declared length
        if (Position == Folder.Size && Folder.Compression?.Method != Methods.Ppmd && Guarded(new byte[1], 0, 1) != 0)
            throw new NonsenseException();
    }

    public void Dispose()
    {
        decoder?.Dispose();
        packed.Dispose();

        // LZMA gives its dictionary, full of content, back to the pool as it is; the pool hands out first what came back last on this thread
        if (decoder is LzmaStream && Position > 0)
            ArrayPool<byte>.Shared.Return(ArrayPool<byte>.Shared.Rent((int)Math.Clamp(Position, SmallestDictionary, Math.Max(SmallestDictionary, Folder.Compression!.WindowBytes))), clearArray: true);
        decoder = null;
    }

    private int Guarded(byte[] buffer, int offset, int count)
    {
        // a stored stream ends where the input is made to end
        if (Folder.Compression is null && Position == Folder.Size)
            return 0;
        try
        {
            decoder ??= Open();
            return decoder.Read(buffer, offset, count);
        }
        catch (SealedArchiveException)
        {
            throw;
        }
        catch (Exception failure)
        {
            if (packed.Failure is { } own)
                ExceptionDispatchInfo.Throw(own);
            if (failure is OutOfMemoryException)
                throw;
            throw new NonsenseException();
        }
    }

    private Stream Open() => Folder.Compression is not { } compression ? packed : compression.Method switch
    {
        Methods.Lzma => LzmaStream.Create(compression.Properties, packed, Folder.StoredSize, Folder.Size),
        Methods.Lzma2 => LzmaStream.Create(compression.Properties, new Lzma2Chunks(packed), Folder.StoredSize, Folder.Size),
        Methods.Ppmd => PpmdStream.Create(new PpmdProperties(compression.Properties), packed, compress: false),
        Methods.BZip2 => BZip2Stream.Create(packed, BZip2Mode.Decompress, decompressConcatenated: false),
        Methods.Deflate => new DeflateStream(packed, CompressionMode.Decompress),
        _ => throw new NonsenseException(),
    };
}
