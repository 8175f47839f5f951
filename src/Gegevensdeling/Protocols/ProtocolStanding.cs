namespace Gegevensdeling.Protocols;

/// <summary>Whether a protocol allows exchange at an instant.</summary>
public abstract record ProtocolStanding
{
    private ProtocolStanding()
    {
    }

    /// <param name="LastDay">The last legal date on which exchange is allowed, where an end is known.</param>
    public sealed record InForce(DateOnly? LastDay) : ProtocolStanding;

    public sealed record NotInForce(Refusal Refusal) : ProtocolStanding;
}
