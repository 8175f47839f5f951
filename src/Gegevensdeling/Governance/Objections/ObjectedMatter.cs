using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>What a person objects to, by the sort of exchange: what is about one family, and what is about many people.</summary>
public enum ObjectedMatter
{
    /// <summary>About one family: it stops as a whole, and what is well founded erases it.</summary>
    Referral,

    /// <summary>A one-off file of many people: it waits as a whole.</summary>
    File,

    /// <summary>The list of the debtors, which is there for years: only the person's row waits, once the OCMW said which it is.</summary>
    List,
}

/// <summary>Which sort a protocol has.</summary>
public static class ObjectedMatters
{
    public static ObjectedMatter Objected(this Protocol protocol) =>
        protocol.Groeipakket is not null ? ObjectedMatter.File : protocol.Debtors is not null ? ObjectedMatter.List : ObjectedMatter.Referral;
}
