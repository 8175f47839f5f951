using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes;

/// <summary>What a handler sees of a request: no HTTP, no token, no header.</summary>
/// <param name="caller">Null on anonymous routes.</param>
/// <param name="values">The values of the path's placeholders.</param>
/// <param name="query">The declared query parameters that were given.</param>
/// <param name="body">The parsed contract, or null where the route has none.</param>
public sealed class ApiRequest(
    Caller? caller,
    IReadOnlyDictionary<string, string> values,
    IReadOnlyDictionary<string, string> query,
    object? body,
    string? purpose,
    string correlation,
    DateTimeOffset at)
{
    /// <summary>The signed-in person.</summary>
    /// <exception cref="InvalidOperationException">The route is anonymous.</exception>
    public Caller Caller => caller ?? throw new InvalidOperationException("an anonymous route has no caller");

    /// <summary>The purpose code of the header <c>Doel</c>; always there for an action on content (G20). Whether the protocol knows it is the handler's question.</summary>
    public string Purpose => purpose ?? throw new InvalidOperationException("the action of this route needs no purpose");

    /// <summary>
    /// On a POST: a fresh reference, the same one at every repetition of this request, also after a crash. A handler that makes
    /// something makes it under this reference and so makes it once.
    /// </summary>
    public string Reservation { get; internal init; } = string.Empty;

    /// <summary>True when an earlier attempt of this same request may have done part of the work under <see cref="Reservation"/>.</summary>
    public bool Retried { get; internal init; }

    /// <summary>
    /// The id of what this POST records, 32 hex digits: derived from <see cref="Reservation"/>, so that a repetition finds what an
    /// attempt recorded before it died.
    /// </summary>
    public string FactId => References.FactOf(Reservation);

    /// <summary>The file of the body; a handler gets it as an argument.</summary>
    internal UploadedFile? File { get; init; }

    public string Correlation { get; } = correlation;

    /// <summary>When the request came in.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>The value of a placeholder of the path.</summary>
    public string Value(string name) => values[name];

    /// <summary>The value of a declared query parameter, or null when it was not given.</summary>
    public string? Query(string name) => query.GetValueOrDefault(name);

    /// <summary>The parsed body.</summary>
    public T Body<T>()
        where T : class => (T)(body ?? throw new InvalidOperationException("this route has no body"));

    internal ApiRequest With(UploadedFile? file) =>
        new(caller, values, query, body, purpose, Correlation, At) { File = file };

    internal ApiRequest Claimed(string reservation, bool retried) =>
        new(caller, values, query, body, purpose, Correlation, At) { Reservation = reservation, Retried = retried, File = File };
}
