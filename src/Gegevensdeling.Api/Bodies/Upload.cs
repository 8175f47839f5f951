using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;
using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Bodies;

/// <summary>
/// A file on its way in: counts it, hashes it, and gives its end only when it is whole, not too long, and the one that was promised.
/// What is wrong once stays wrong, whoever reads on. Holds a few kilobytes of it and never more.
/// </summary>
internal sealed class Upload(HttpRequest request, FileBody file, CancellationToken aborted) : IDisposable
{
    private readonly byte[] first = new byte[4096];
    private readonly long? announced = request.ContentLength;
    private ReadOnlyMemory<byte> waiting;
    private IncrementalHash? hash;
    private string? promised;
    private long count;

    /// <summary>Why it must not be used; null as long as nothing is wrong.</summary>
    public Refusal? Fault { get; private set; }

    /// <summary>The keyed hash of the whole file; null until its end was read.</summary>
    public string? Hash { get; private set; }

    /// <summary>The server's own limit counts how chunks are marked as well, and is a second fence: the first counts here.</summary>
    public static long ServerLimit(FileBody file) => file.MostBytes + (file.MostBytes / 8) + (64 * 1024);

    /// <summary>Waits for the first bytes.</summary>
    /// <returns>False when there is no file.</returns>
    /// <exception cref="UploadRefusedException">It was cut off before its first byte.</exception>
    public async Task<bool> BeginAsync()
    {
        if (announced == 0)
            return false;
        waiting = first.AsMemory(0, await PullAsync(first, aborted));
        return !waiting.IsEmpty || (announced > 0 ? throw Wrong(FaceRefusals.FileIncomplete) : false);
    }

    /// <summary>From here on it is hashed for this claim; where the claim knows the file already, only that one has an end.</summary>
    public void BindTo(IdempotencyLedger ledger, IdempotencyRow row, bool isPromised)
    {
        hash = ledger.BeginFile(row);
        promised = isPromised ? FileBond.Of(row) : null;
    }

    /// <summary>Reads what is left, to the end.</summary>
    /// <exception cref="UploadRefusedException">See <see cref="Fault"/>.</exception>
    public async Task<string> FinishAsync()
    {
        while (await ReadAsync(first, aborted) > 0)
        {
        }

        return Hash!;
    }

    /// <summary>Reads what is left and forgets it, so that a client that only listens after sending hears the answer.</summary>
    public async Task DrainAsync()
    {
        try
        {
            await FinishAsync();
        }
        catch (UploadRefusedException)
        {
            // the answer stands already
        }
    }

    /// <exception cref="UploadRefusedException">See <see cref="Fault"/>.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (Fault is { } fault)
            throw new UploadRefusedException(fault);
        if (buffer.IsEmpty || Hash is not null)
            return 0;

        var read = waiting.IsEmpty ? await PullAsync(buffer, cancellation) : TakeWaiting(buffer.Span);
        if (read == 0)
            return End();
        count += read;
        if (count > file.MostBytes)
            throw Wrong(FaceRefusals.FileTooLarge(file));
        hash!.AppendData(buffer.Span[..read]);
        return read;
    }

    public void Dispose() => hash?.Dispose();

    private int End()
    {
        if (announced is not null && announced != count)
            throw Wrong(FaceRefusals.FileIncomplete);
        var found = Convert.ToHexStringLower(hash!.GetHashAndReset());
        if (promised is not null && !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(promised), Encoding.ASCII.GetBytes(found)))
            throw Wrong(FaceRefusals.OtherContent);
        Hash = found;
        return 0;
    }

    private int TakeWaiting(Span<byte> buffer)
    {
        var taken = Math.Min(buffer.Length, waiting.Length);
        waiting.Span[..taken].CopyTo(buffer);
        waiting = waiting[taken..];
        return taken;
    }

    /// <summary>The client's connection, its silence and its bad chunks all mean the same: this file will not be whole.</summary>
    private async ValueTask<int> PullAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        using var either = cancellation == aborted || !cancellation.CanBeCanceled ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellation, aborted);
        try
        {
            return await request.Body.ReadAsync(buffer, either?.Token ?? aborted);
        }
        catch (BadHttpRequestException bad) when (bad.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Wrong(FaceRefusals.FileTooLarge(file));
        }
        catch (IOException)
        {
            throw Wrong(FaceRefusals.FileIncomplete);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested || aborted.IsCancellationRequested)
        {
            throw Wrong(FaceRefusals.FileIncomplete);
        }
    }

    private UploadRefusedException Wrong(Refusal refusal)
    {
        Fault = refusal;
        return new(refusal);
    }
}
