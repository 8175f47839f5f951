using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>
/// Something that happened to a request, an answer or an extract. No fact holds a number of a person: rows are counted, files are named by their hash.
/// </summary>
public abstract record GroeipakketFact : ExchangeFact
{
    private protected GroeipakketFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>What the audit chain says of it.</summary>
    internal abstract AuditOfFact Audited { get; }
}

/// <summary>One of the two sides of this exchange.</summary>
public enum GroeipakketSide
{
    /// <summary>Opgroeien regie: it answers from the Vlaams Kadaster Groeipakket.</summary>
    Registry,

    /// <summary>City and OCMW: one of them asks, and the social service uses the answer.</summary>
    Requester,
}
