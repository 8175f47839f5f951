using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>
/// Something that happened in a month, to the list or to a sealed copy. No fact holds a name or a number of a person: people are counted, files are named by
/// their hash, dates of review stand with how many have them.
/// </summary>
public abstract record DebtorFact : ExchangeFact
{
    private protected DebtorFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>What the audit chain says of it.</summary>
    internal abstract AuditOfFact Audited { get; }
}
