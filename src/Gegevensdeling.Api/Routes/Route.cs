using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes;

/// <summary>What reading does not change and what writing does: there are no other verbs.</summary>
public enum Verb
{
    Get,
    Post,
}

/// <summary>One possible answer of a route, for the OpenAPI document.</summary>
/// <param name="Contract">The record that is written, or null.</param>
public sealed record AnswerShape(int Status, string Text, Type? Contract = null, string MediaType = "application/json");

/// <summary>One row of the table that both hosts serve.</summary>
public sealed record Route
{
    private Route(string name, Verb verb, string path, Access access, Handle handler) =>
        (Name, Verb, Path, Access, Handler) = (name, verb, new PathTemplate(path), access, handler);

    /// <summary>Unique; the operation id of the OpenAPI document and the name in logs.</summary>
    public string Name { get; }

    public Verb Verb { get; }

    public PathTemplate Path { get; }

    public Access Access { get; init; }

    public Handle Handler { get; init; }

    /// <summary>The contract of the JSON body, or null when a body is refused.</summary>
    public Type? Body { get; init; }

    /// <summary>A JSON body is a form filled in by a person: 64 KiB is generous. A longer one is 413.</summary>
    public int MostBodyBytes { get; init; } = 64 * 1024;

    /// <summary>The file that is its body, or null. A route has a contract, a file, or neither.</summary>
    public FileBody? File { get; init; }

    /// <summary>
    /// Shows a key or content at most once: its answer is never kept, and a repeated <c>Idempotency-Key</c> is answered with 409.
    /// </summary>
    public bool Reveals { get; init; }

    /// <summary>The query parameters that exist; any other is refused.</summary>
    public IReadOnlyList<string> Query { get; init; } = [];

    /// <summary>The refusal for a member that the contract does not know but the protocol has something to say about (R4); null for any other.</summary>
    public Func<string, Refusal?> RefuseMember { get; init; } = _ => null;

    /// <summary>Dutch, one line, for the OpenAPI document.</summary>
    public string Summary { get; init; } = string.Empty;

    public IReadOnlyList<AnswerShape> Answers { get; init; } = [];

    /// <summary>A route that reads. It never uses anything up.</summary>
    public static Route Get(string name, string path, Access access, Handle handler) => new(name, Verb.Get, path, access, handler);

    /// <summary>A route that does something, without a body.</summary>
    public static Route Post(string name, string path, Access access, Handle handler) => new(name, Verb.Post, path, access, handler);

    /// <summary>A route that does something with a body of contract <typeparamref name="TBody"/>.</summary>
    public static Route Post<TBody>(string name, string path, Access access, Func<ApiRequest, TBody, CancellationToken, Task<ApiAnswer>> handler)
        where TBody : class =>
        new(name, Verb.Post, path, access, (request, cancellation) => handler(request, request.Body<TBody>(), cancellation)) { Body = typeof(TBody) };

    /// <summary>A route that does something with a file, streamed.</summary>
    /// <param name="mediaTypes">Those that it takes; any other is 415.</param>
    /// <param name="mostBytes">1 to <see cref="FileBody.LargestBytes"/>; a longer file is 413.</param>
    public static Route PostFile(
        string name, string path, Access access, IReadOnlyList<string> mediaTypes, long mostBytes, Func<ApiRequest, UploadedFile, CancellationToken, Task<ApiAnswer>> handler) =>
        PostFile(name, path, access, mediaTypes, mostBytes, (request, file, cancellation) => handler(request, file!, cancellation), required: true);

    /// <summary>A route that does something, with or without a file.</summary>
    /// <param name="handler">Gets null where none came.</param>
    /// <param name="required">False where none may come; true is the other overload.</param>
    public static Route PostFile(
        string name, string path, Access access, IReadOnlyList<string> mediaTypes, long mostBytes, Func<ApiRequest, UploadedFile?, CancellationToken, Task<ApiAnswer>> handler, bool required) =>
        new(name, Verb.Post, path, access, (request, cancellation) => handler(request, request.File, cancellation)) { File = new(mediaTypes, mostBytes, required) };
}
