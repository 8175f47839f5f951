using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Tests.Api;

/// <summary>Routes that take a file, and what their handlers did with it.</summary>
internal sealed class UploadRoutes
{
    public const string Archive = "application/x-7z-compressed";
    public const long Most = 2048;

    private static readonly Access Sending = Access.To(SampleRoutes.Make, (request, _) => Task.FromResult(Standing.At(request.Caller.Party == Face.Team ? Sides.Sender : Sides.None)));
    private static readonly Access Opening = Access.To(SampleRoutes.Open, (_, _) => Task.FromResult(Standing.At(Sides.Receiver)));

    public UploadRoutes(long most = Most) => Table = new RouteTable(
        Route.PostFile("bestand-sturen", "/bestanden", Sending, [Archive, "text/csv"], most, (request, file, _) => RunAsync(request, file)) with { Query = ["periode"], Summary = "Stuurt een bestand" },
        Route.PostFile("antwoord-sturen", "/antwoorden", Sending, ["text/csv"], most, (request, file, _) => RunAsync(request, file), required: false),
        Route.PostFile("bestand-keuren", "/keuringen", Opening, [Archive], most, (request, file, _) => RunAsync(request, file)) with { Reveals = true });

    public RouteTable Table { get; }

    /// <summary>Each run of a handler, in order.</summary>
    public List<ApiRequest> Runs { get; } = [];

    /// <summary>What handlers recorded: after the file's end only.</summary>
    public List<byte[]> Facts { get; } = [];

    /// <summary>A test sets its own.</summary>
    public Func<ApiRequest, UploadedFile?, Task<ApiAnswer>>? On { get; set; }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, UploadedFile? file)
    {
        using var whole = new MemoryStream();
        if (file is not null)
            await file.Content.CopyToAsync(whole);
        Facts.Add(whole.ToArray());
        return ApiAnswer.Made(new SampleAnswer(request.Reservation, file?.MediaType ?? "geen"), $"/bestanden/{request.Reservation}");
    }

    private Task<ApiAnswer> RunAsync(ApiRequest request, UploadedFile? file)
    {
        Runs.Add(request);
        return (On ?? ReadAsync)(request, file);
    }
}

/// <summary>A body as a network gives it: in pieces, and after them whatever <paramref name="end"/> does.</summary>
internal sealed class Flow(int length, Func<int>? end = null, int piece = 100) : Stream
{
    private int given;

    /// <summary>How much of it was asked for.</summary>
    public int Given => given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var read = Math.Min(Math.Min(buffer.Length, piece), length - given);
        if (read == 0 && end is not null)
            return ValueTask.FromResult(end());
        buffer.Span[..read].Fill((byte)'x');
        given += read;
        return ValueTask.FromResult(read);
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous operations are disallowed");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
