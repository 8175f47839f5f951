using Azure;
using Azure.Storage.Blobs.Models;
using Gegevensdeling.Audit;

namespace Gegevensdeling.Azure.Audit;

/// <summary>
/// Appends to one chain. All who wait while a block is being written go into the next one together: that keeps the blocks of a blob few and
/// nobody waits for more than two. Other processes are kept off by the append position.
/// </summary>
internal sealed class ChainWriter(ChainBlobs blobs, int blocksInBlob)
{
    /// <summary>About a megabyte, well under the 4 MiB that a block of an append blob may have in every version of the service.</summary>
    private const int MostEntries = 500;

    private readonly Lock turn = new();
    private readonly Queue<Waiting> waiting = new();
    private bool writing;
    private ChainEnd? end;

    public Task AppendAsync(AuditEvent draft)
    {
        var mine = new Waiting(draft, new(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (turn)
        {
            waiting.Enqueue(mine);
            if (writing)
                return mine.Done.Task;
            writing = true;
        }

        _ = WriteAllAsync();
        return mine.Done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Next() is { Count: > 0 } group)
        {
            try
            {
                await WriteAsync(group);
                group.ForEach(one => one.Done.TrySetResult());
            }
#pragma warning disable CA1031 // everybody who waits hears of it, whatever it is
            catch (Exception failure)
#pragma warning restore CA1031
            {
                end = null; // the block may stand there or not
                group.ForEach(one => one.Done.TrySetException(failure));
            }
        }
    }

    private List<Waiting> Next()
    {
        lock (turn)
        {
            var group = new List<Waiting>();
            while (group.Count < MostEntries && waiting.TryDequeue(out var one))
                group.Add(one);
            writing = group.Count > 0;
            return group;
        }
    }

    private async Task WriteAsync(List<Waiting> group)
    {
        while (true)
        {
            // A time out belongs to the client; whoever waits may leave, the others' entries must not go with them.
            var from = end ?? await blobs.FindEndAsync(CancellationToken.None);
            end = null;
            from = await RollAsync(from);
            var (bytes, tip) = Chain(group, from.Tip);
            try
            {
                using var content = new MemoryStream(bytes, writable: false);
                BlobAppendInfo appended = await blobs.Blob(from.Number).AppendBlockAsync(
                    content, new AppendBlobAppendBlockOptions { Conditions = new() { IfAppendPositionEqual = from.Length } }, CancellationToken.None);
                end = new(from.Number, from.Length + bytes.Length, appended.BlobCommittedBlockCount, tip);
                return;
            }
            catch (RequestFailedException taken) when (taken.Status == 412)
            {
                // Another process was first; or ours was, and only its acknowledgement was lost.
                if (await blobs.HoldsAsync(from.Number, from.Length, bytes, CancellationToken.None))
                    return;
            }
        }
    }

    /// <summary>The next blob, when the last is full. Every process comes to the same answer, since it hangs on the blob alone.</summary>
    private async Task<ChainEnd> RollAsync(ChainEnd from)
    {
        if (from.Number > 0 && from.Blocks < blocksInBlob)
            return from;
        try
        {
            await blobs.Blob(from.Number + 1).CreateAsync(
                new AppendBlobCreateOptions { Conditions = new() { IfNoneMatch = ETag.All }, HttpHeaders = new() { ContentType = "application/jsonl" } }, CancellationToken.None);
        }
        catch (RequestFailedException exists) when (exists.Status is 409 or 412)
        {
            // Another process made it (where the container is immutable that has a code of its own); if it wrote in it too, our position is refused.
        }

        return new(from.Number + 1, 0, 0, from.Tip);
    }

    private static (byte[] Bytes, AuditTip? Tip) Chain(List<Waiting> group, AuditTip? tip)
    {
        using var bytes = new MemoryStream();
        foreach (var one in group)
        {
            var entry = AuditChain.Next(tip, one.Draft);
            bytes.Write(AuditLines.Write(entry));
            tip = entry.Tip;
        }

        return (bytes.ToArray(), tip);
    }

    private sealed record Waiting(AuditEvent Draft, TaskCompletionSource Done);
}
