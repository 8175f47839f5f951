namespace Gegevensdeling.Parties;

/// <summary>Where a caller's body stands in a protocol. Both, where one DPO serves both parties (W2).</summary>
[Flags]
public enum Sides
{
    /// <summary>No party to it: the exchange does not exist for this caller.</summary>
    None = 0,
    Sender = 1,
    Receiver = 2,

    /// <summary>The operator of this system, processor of every party (W21). It has no side in content: only what art. 33.2 GDPR asks of it names this.</summary>
    Processor = 4,
}

/// <summary>One cell of the table: this role may, when its body stands on one of these sides.</summary>
public sealed record Grant(Role Role, Sides Sides);

/// <summary>Something that a protocol lets people do, and who: data, not code.</summary>
public sealed record ProtocolAction
{
    /// <param name="name">The Dutch word of the action, for example <c>nemen</c>.</param>
    /// <param name="article">The article that says who may, for example <c>art. 4</c>; it stands in the refusal.</param>
    /// <param name="content">True where the action shows or moves personal data or a key: it needs a purpose (G20) and is never an operator's (W21).</param>
    /// <param name="grants">Who may; everybody else is refused.</param>
    /// <exception cref="ArgumentException">The table contradicts itself.</exception>
    public ProtocolAction(string name, string article, bool content, params IReadOnlyList<Grant> grants)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (content && grants.Any(grant => grant.Role == Role.Operator))
            throw new ArgumentException($"{name}: an operator has no action on content (W21)", nameof(grants));
        if (grants.Any(grant => grant.Sides == Sides.None))
            throw new ArgumentException($"{name}: a grant without a side allows nobody", nameof(grants));

        (Name, Article, Content, Grants) = (name, article, content, grants);
    }

    public string Name { get; }

    public string Article { get; }

    public bool Content { get; }

    public IReadOnlyList<Grant> Grants { get; }
}
