using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>How many questions about persons are answered in a (Belgian) day under one roof: an answer is a right, a fishing trip is not.</summary>
public sealed record QueryLimits
{
    public static QueryLimits Default { get; } = new();

    /// <summary>By one member of staff.</summary>
    [Range(1, 1000)]
    public int PerStaff { get; init; } = 20;

    /// <summary>By all of one party together.</summary>
    [Range(1, 10_000)]
    public int PerParty { get; init; } = 60;
}
