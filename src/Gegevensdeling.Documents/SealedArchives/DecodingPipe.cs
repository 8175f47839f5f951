using System.Buffers;
using System.IO.Hashing;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>Writes one file out of a decoded folder. The last buffer is written only after the CRC has been found right.</summary>
internal static class DecodingPipe
{
    /// <param name="folder">Not past the begin of the file.</param>
    /// <exception cref="NonsenseException">The content cannot be undone, or its CRC is wrong.</exception>
    public static async Task RunAsync(FolderContent folder, EntryContent content, Stream destination, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferRing.BufferBytes);
        try
        {
            folder.Cancellation = cancellation;
            while (folder.Position < content.Offset)
                folder.Fill(buffer, Next(content.Offset - folder.Position, cancellation));

            var crc = new Crc32();
            var end = content.Offset + content.Size;
            while (true)
            {
                var count = Next(end - folder.Position, cancellation);
                folder.Fill(buffer, count);
                crc.Append(buffer.AsSpan(0, count));
                if (folder.Position == end && crc.GetCurrentHashAsUInt32() != content.Crc)
                    throw new NonsenseException();
                await PoolIo.WriteAsync(destination, buffer.AsMemory(0, count), cancellation);
                if (folder.Position == end)
                    return;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static int Next(long left, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return (int)Math.Min(BufferRing.BufferBytes, left);
    }
}
