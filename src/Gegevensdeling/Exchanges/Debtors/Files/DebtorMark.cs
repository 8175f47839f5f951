namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>What is said of a debtor who is a client (D3, D6); the words for it come from the protocol file.</summary>
public enum DebtorMark
{
    /// <summary>Collection is paused.</summary>
    Client,

    /// <summary>Collection goes on: no solution is wanted, or none is reached.</summary>
    Continue,
}
