namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>What is answered for one child; no record, so that nothing prints it.</summary>
internal struct ChildAnswer
{
    /// <summary>Whether there is a right in the period.</summary>
    public bool Entitled { get; set; }

    /// <summary>First day of the last known period, as a day number.</summary>
    public int From { get; set; }

    /// <summary>Its last day, or <see cref="ExtractRow.Open"/>.</summary>
    public int To { get; set; }

    /// <summary>An INSZ, or 0.</summary>
    public long First { get; set; }

    /// <summary>An INSZ, or 0.</summary>
    public long Second { get; set; }

    /// <summary>The line that gave the period more beneficiaries than fit, or 0.</summary>
    public long TooManyAt { get; set; }

    /// <summary>Adds a beneficiary once, in the order of coming.</summary>
    public void Add(long beneficiary, int most, long line)
    {
        if (beneficiary == 0 || beneficiary == First || beneficiary == Second)
            return;
        if (First == 0)
            First = beneficiary;
        else if (Second == 0 && most > 1)
            Second = beneficiary;
        else if (TooManyAt == 0)
            TooManyAt = line;
    }
}
