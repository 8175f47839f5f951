using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Identity;

/// <summary>Who a token says that the caller is. Why a token is refused is told to nobody.</summary>
public abstract record Identification
{
    private Identification()
    {
    }

    public sealed record Known(Caller Caller) : Identification;

    /// <summary>No bearer token was given.</summary>
    public sealed record Missing : Identification;

    /// <summary>Not a token of a configured issuer, wrong audience, expired, badly signed.</summary>
    public sealed record Invalid : Identification;

    /// <summary>A good token of a person whose organisation is not in the configured map.</summary>
    public sealed record NoParty : Identification;
}

/// <summary>Finds the caller of a request by the value of its <c>Authorization</c> header.</summary>
public delegate Task<Identification> Identify(string? authorization, CancellationToken cancellation);
