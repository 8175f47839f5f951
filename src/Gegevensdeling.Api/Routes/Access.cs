using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes;

/// <summary>Says where the caller stands in what the request is about. Looks in the register, changes nothing.</summary>
public delegate Task<Standing> FindStanding(ApiRequest request, CancellationToken cancellation);

/// <summary>What a route needs before its handler runs.</summary>
public abstract record Access
{
    private Access()
    {
    }

    /// <summary>Public facts only: the key set, the health.</summary>
    public static Access Anonymous { get; } = new Open();

    /// <summary>A signed-in caller who may do <paramref name="action"/> where <paramref name="standing"/> says they stand.</summary>
    public static Access To(ProtocolAction action, FindStanding standing) => new Granted(action, standing);

    public sealed record Open : Access;

    public sealed record Granted(ProtocolAction Action, FindStanding Standing) : Access;
}

/// <summary>The answer of <see cref="FindStanding"/>.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    /// <summary>There is no such exchange. A caller who is no party to an exchange gets the very same answer.</summary>
    public static Standing Unknown { get; } = new On(Sides.None);

    public static Standing At(Sides sides) => new On(sides);

    /// <summary>The caller stands there, but what the request is about is stopped for now. Whoever has no such function hears that first.</summary>
    public static Standing Stopped(Sides sides, Refusal refusal) => new On(sides, refusal);

    /// <summary>For a route without exchange, where the protocol itself refuses (G1).</summary>
    public static Standing Refuse(Refusal refusal) => new Refused(refusal);

    public sealed record On(Sides Sides, Refusal? Stop = null) : Standing;

    public sealed record Refused(Refusal Refusal) : Standing;
}
