using Gegevensdeling.Api.Problems;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes;

/// <summary>Handles a request that was authenticated, authorised and parsed.</summary>
public delegate Task<ApiAnswer> Handle(ApiRequest request, CancellationToken cancellation);

/// <summary>What a handler answers.</summary>
public abstract record ApiAnswer
{
    private ApiAnswer()
    {
    }

    public static ApiAnswer Ok(object body) => new Json(200, body, null);

    /// <summary>Made or accepted, with the path where its state stands.</summary>
    public static ApiAnswer Made(object body, string location) => new Json(201, body, location);

    public static ApiAnswer Done() => new Empty();

    public static ApiAnswer Refuse(Refusal refusal, params IReadOnlyList<FieldProblem> fields) => new Refused(refusal, fields);

    /// <summary>There is no such thing, for this caller.</summary>
    public static ApiAnswer NotFound() => new Refused(FaceRefusals.NotFound, []);

    /// <summary>Written with <see cref="Bodies.ApiJson"/>. On a POST it is kept for repetitions unless the route reveals: references only.</summary>
    public sealed record Json(int Status, object Body, string? Location) : ApiAnswer;

    public sealed record Empty : ApiAnswer;

    /// <summary>A text that exists already: a signed document, a key set.</summary>
    public sealed record Document(string MediaType, string Text, int Status = 200) : ApiAnswer;

    /// <summary>A text for everybody, also on another website: no personal data, the same for each reader.</summary>
    /// <param name="StyleHash">The SHA-256, in base64, of the one inline style that the page may use; null where it is no page.</param>
    public sealed record Published(string MediaType, string Text, string? StyleHash = null) : ApiAnswer;

    /// <summary>Streamed bytes: a sealed archive, or a register as a spreadsheet.</summary>
    /// <param name="FileName">Names the exchange by its reference and nobody else.</param>
    public sealed record Content(string MediaType, string FileName, Func<Stream, CancellationToken, Task> WriteAsync) : ApiAnswer;

    /// <summary>Nothing was changed.</summary>
    public sealed record Refused(Refusal Refusal, IReadOnlyList<FieldProblem> Fields) : ApiAnswer;
}
