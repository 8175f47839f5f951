using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>Who is looked for, in the one form in which a protocol can find somebody. In memory only.</summary>
public abstract record SoughtPerson
{
    private SoughtPerson()
    {
    }

    /// <param name="Insz">The eleven digits.</param>
    public sealed record ByNumber(long Insz) : SoughtPerson
    {
        public override string ToString() => nameof(ByNumber);
    }

    public sealed record ByForms(IReadOnlyList<PersonForm> Forms) : SoughtPerson
    {
        public override string ToString() => nameof(ByForms);
    }

    /// <summary>Nobody is looked for: the reference leads to a referral, whatever became of it (W12).</summary>
    /// <param name="Exchange">Null where the person has none.</param>
    public sealed record ByReference(ExchangeId? Exchange) : SoughtPerson;
}

/// <summary>What is looked for, where and for whom.</summary>
/// <param name="Protocol">The version whose addresses hold for the party.</param>
public sealed record PersonSearch(Protocol Protocol, PartyId Party, SoughtPerson Person);
