using System.Globalization;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Gegevensdeling.Audit;

namespace Gegevensdeling.Azure.Audit;

/// <summary>Where a chain ends in its blobs.</summary>
/// <param name="Number">Of the last blob, from 1; 0 while there is none.</param>
/// <param name="Length">Of that blob, in bytes.</param>
/// <param name="Blocks">In that blob.</param>
/// <param name="Tip">The last entry; null in an empty chain.</param>
internal readonly record struct ChainEnd(int Number, long Length, int Blocks, AuditTip? Tip);

/// <summary>The append blobs of one chain: <c>{protocol}/{yyyy-MM}/{0001}.jsonl</c>.</summary>
internal sealed class ChainBlobs(BlobContainerClient container, string chain)
{
    public const string Extension = ".jsonl";

    /// <summary>An entry is at most some 2 KiB; what has no line end in so much is none of ours.</summary>
    private const int TailBytes = 64 * 1024;

    public AppendBlobClient Blob(int number) => container.GetAppendBlobClient(string.Create(CultureInfo.InvariantCulture, $"{chain}/{number:D4}{Extension}"));

    public async Task<ChainEnd> FindEndAsync(CancellationToken cancellation)
    {
        var number = await container.GetBlobsAsync(new GetBlobsOptions { Prefix = chain + "/" }, cancellation).CountAsync(cancellation);
        if (number == 0)
            return default;
        var (length, blocks) = await SizeAsync(number, cancellation);
        if (length > 0)
            return new(number, length, blocks, await TipAsync(number, length, cancellation));

        // Killed between the making of a blob and its first entry.
        if (number == 1)
            return new(1, 0, 0, null);
        var (before, _) = await SizeAsync(number - 1, cancellation);
        return new(number, 0, 0, await TipAsync(number - 1, before, cancellation));
    }

    /// <summary>True when exactly these bytes stand there.</summary>
    public async Task<bool> HoldsAsync(int number, long position, byte[] bytes, CancellationToken cancellation)
    {
        try
        {
            return (await DownloadAsync(number, new HttpRange(position, bytes.Length), cancellation)).AsSpan().SequenceEqual(bytes);
        }
        catch (RequestFailedException beyond) when (beyond.Status == 416)
        {
            return false;
        }
    }

    public async IAsyncEnumerable<ChainedAuditEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var item in container.GetBlobsAsync(new GetBlobsOptions { Prefix = chain + "/" }, cancellation))
        {
            if (item.Properties.ContentLength == 0)
                continue;
            BlobDownloadStreamingResult download = await container.GetBlobClient(item.Name).DownloadStreamingAsync(cancellationToken: cancellation);
            using (download)
            {
                var reader = PipeReader.Create(download.Content);
                await foreach (var line in LinesAsync(reader, item.Name, cancellation))
                    yield return AuditLines.Read(line, item.Name);
            }
        }
    }

    private static async IAsyncEnumerable<byte[]> LinesAsync(PipeReader reader, string blob, [EnumeratorCancellation] CancellationToken cancellation)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancellation);
            var rest = read.Buffer;
            while (System.Buffers.BuffersExtensions.PositionOf(rest, (byte)'\n') is { } end)
            {
                yield return System.Buffers.BuffersExtensions.ToArray(rest.Slice(0, end));
                rest = rest.Slice(rest.GetPosition(1, end));
            }

            reader.AdvanceTo(rest.Start, rest.End);
            if (!read.IsCompleted)
                continue;
            if (!rest.IsEmpty)
                throw AuditLines.Foreign(blob);
            yield break;
        }
    }

    private async Task<(long Length, int Blocks)> SizeAsync(int number, CancellationToken cancellation)
    {
        BlobProperties properties = await Blob(number).GetPropertiesAsync(cancellationToken: cancellation);
        return (properties.ContentLength, properties.BlobCommittedBlockCount);
    }

    private async Task<AuditTip> TipAsync(int number, long length, CancellationToken cancellation)
    {
        var from = Math.Max(0, length - TailBytes);
        return AuditLines.ReadTip(await DownloadAsync(number, new HttpRange(from, length - from), cancellation), chain, Blob(number).Name);
    }

    private async Task<byte[]> DownloadAsync(int number, HttpRange range, CancellationToken cancellation)
    {
        BlobDownloadResult part = await Blob(number).DownloadContentAsync(new BlobDownloadOptions { Range = range }, cancellation);
        return part.Content.ToArray();
    }
}
