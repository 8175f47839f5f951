using System.Net;

namespace Gegevensdeling.Azure.Graph;

/// <summary>A request to Graph that did not succeed. It names a status and Graph's code and nothing else: what Graph writes beside it may hold an address.</summary>
public sealed class GraphException : HttpRequestException
{
    private GraphException(string message, HttpStatusCode? status = null)
        : base(message, null, status)
    {
    }

    /// <summary>True when the request may have taken effect all the same.</summary>
    public bool InDoubt { get; private init; }

    /// <summary>How long Graph asks to be left alone, or null.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    internal static GraphException Unreachable() => new("Graph was not reached: nothing of the request was written");

    internal static GraphException Unanswered() => new("Graph did not answer a request that was written") { InDoubt = true };

    internal static GraphException Resting() => new("Graph asked to be left alone for a while", HttpStatusCode.TooManyRequests);

    internal static GraphException Answered(int status, string? code, TimeSpan? retryAfter) => new($"Graph answered {status} {Word(code)}{Hint(status)}".TrimEnd(), (HttpStatusCode)status)
    {
        // A gateway that gave up waiting, or a server that broke, knows no more than we would.
        InDoubt = status is 408 or 500 or 502 or 504,
        RetryAfter = retryAfter,
    };

    /// <summary>Graph's codes are words; anything else is not repeated.</summary>
    private static string? Word(string? code) => code is { Length: <= 60 } && code.All(char.IsAsciiLetter) ? code : null;

    private static string? Hint(int status) => status is 401 or 403 ? ": the identity of this host lacks the application role" : null;
}
