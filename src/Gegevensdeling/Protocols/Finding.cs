namespace Gegevensdeling.Protocols;

public enum FindingSeverity
{
    /// <summary>No exchange until it is mended or somebody accepts it by name (F5).</summary>
    Blocking,

    /// <summary>Worth mending; nothing waits for it.</summary>
    Advisory,
}

/// <summary>A defect of one protocol's text or file.</summary>
/// <param name="Code">Stable, in kebab-case; the same that an acceptance names.</param>
/// <param name="Subject">The party or place it is about, or null for the whole text; code and subject identify a finding.</param>
/// <param name="Article">For example <c>Mechelen art. 9</c>.</param>
/// <param name="Text">In Dutch.</param>
/// <param name="WhatToDo">In Dutch.</param>
/// <param name="Accepted">Who accepts it and why, or null while it is open.</param>
public sealed record Finding(
    string Code, string? Subject, string Article, FindingSeverity Severity, string Text, string WhatToDo, AcceptedFinding? Accepted = null)
{
    /// <summary>The acceptance that runs on this legal date.</summary>
    public AcceptedFinding? AcceptedOn(Protocol protocol, DateOnly date) =>
        protocol.AcceptedFindings.FirstOrDefault(accepted => Matches(accepted) && accepted.On <= date);

    internal bool Matches(AcceptedFinding accepted) => accepted.Code == Code && accepted.Subject == Subject;
}
