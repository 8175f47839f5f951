using System.Text.Json;
using System.Text.Unicode;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Protocols;
using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Bodies;

/// <summary>What came of a body.</summary>
internal abstract record BodyAnswer
{
    private BodyAnswer()
    {
    }

    /// <param name="Raw">The bytes as sent, for the keyed hash of the idempotency record.</param>
    public sealed record Parsed(object? Body, ReadOnlyMemory<byte> Raw) : BodyAnswer;

    public sealed record Refused(Refusal Refusal, IReadOnlyList<FieldProblem> Fields) : BodyAnswer;
}

/// <summary>
/// Reads a JSON body without trusting it. Errors name members and places, never values; nothing is written to disk, so no multipart,
/// no <c>IFormFile</c> and no <c>EnableBuffering</c>.
/// </summary>
internal static class BodyReader
{
    private static readonly JsonDocumentOptions Plain = new() { MaxDepth = 16 };

    public static async Task<BodyAnswer> ReadAsync(HttpRequest request, Route route, CancellationToken cancellation)
    {
        var most = route.MostBodyBytes;
        if (request.ContentLength > most)
            return Refuse(FaceRefusals.BodyTooLarge(most));
        if (route.Body is null)
            return await IsEmptyAsync(request.Body, cancellation) ? new BodyAnswer.Parsed(null, default) : Refuse(FaceRefusals.BodyUnexpected);
        if (request.ContentLength == 0)
            return Refuse(FaceRefusals.BodyMissing);
        if (MediaTypes.Of(request, "application/json") is null)
            return Refuse(FaceRefusals.MediaType);

        var buffer = new byte[(request.ContentLength ?? most) + 1]; // whoever announces a length gets no more
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length == buffer.Length ? Refuse(FaceRefusals.BodyTooLarge(most)) : Parse(buffer.AsMemory(0, length), route.Body, route.RefuseMember);
    }

    /// <summary>Parses the bytes of a body against its contract.</summary>
    public static BodyAnswer Parse(ReadOnlyMemory<byte> raw, Type contract, Func<string, Refusal?> refuseMember)
    {
        var json = raw.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? raw[3..] : raw; // RFC 8259, 8.1: a mark may be ignored
        if (json.Span.Trim(" \t\r\n"u8).IsEmpty)
            return Refuse(FaceRefusals.BodyMissing);
        if (!Utf8.IsValid(json.Span))
            return Refuse(FaceRefusals.MediaType);

        try
        {
            using var document = JsonDocument.Parse(json, Plain);
            var walk = new ContractWalk(refuseMember);
            walk.Walk(document.RootElement, contract);
            return walk.Problems is []
                ? Deserialize(document, contract, raw)
                : new BodyAnswer.Refused(walk.Refusal ?? FaceRefusals.BodyFields, walk.Problems);
        }
        catch (JsonException malformed)
        {
            return Refuse(FaceRefusals.Malformed((malformed.LineNumber ?? 0) + 1, (malformed.BytePositionInLine ?? 0) + 1));
        }
    }

    /// <summary>The walk has named what is wrong; what is still wrong here comes from a converter of the contract's own.</summary>
    private static BodyAnswer Deserialize(JsonDocument document, Type contract, ReadOnlyMemory<byte> raw)
    {
        try
        {
            return new BodyAnswer.Parsed(document.Deserialize(contract, ApiJson.Options), raw);
        }
        catch (JsonException wrong)
        {
            var place = wrong.Path?.TrimStart('$').TrimStart('.') ?? string.Empty;
            return new BodyAnswer.Refused(FaceRefusals.BodyFields, [new FieldProblem(place, "klopt niet met wat hier verwacht wordt")]);
        }
    }

    private static async Task<bool> IsEmptyAsync(Stream body, CancellationToken cancellation) =>
        await body.ReadAsync(new byte[1], cancellation) == 0;

    private static BodyAnswer.Refused Refuse(Refusal refusal) => new(refusal, []);
}
