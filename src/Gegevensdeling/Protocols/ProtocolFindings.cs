namespace Gegevensdeling.Protocols;

/// <summary>
/// The linter: what can be computed on one file, or on all of them together. One rule is one small function in a list; a rule gives
/// a finding a defect and nothing where all is well.
/// </summary>
public static class ProtocolFindings
{
    private static readonly Func<Protocol, IEnumerable<Finding>>[] Rules =
    [
        AdviceFindings.Check,
        SigningFindings.DrawnUp,
        SigningFindings.Retroactive,
        SigningFindings.Signers,
        SigningFindings.AgreementAfterSigning,
        PartyFindings.EnterpriseNumbers,
        PartyFindings.Publications,
        PartyFindings.NoticePeriod,
        AddressFindings.BreachContacts,
        AddressFindings.Printed,
        FlowFindings.Columns,
        FlowFindings.Directions,
        FlowFindings.OneFile,
        ReferenceFindings.Dead,
        ReferenceFindings.WrongPlace,
        ReferenceFindings.Nowhere,
        TextFindings.Recitals,
        TextFindings.Articles,
        TextFindings.Statements,
        TextFindings.Notions,
        TextFindings.Brackets,
    ];

    /// <summary>What is wrong with one protocol, accepted findings marked as such, and after them what people accepted that no rule finds.</summary>
    public static IReadOnlyList<Finding> Check(Protocol protocol) => Check(protocol, []);

    /// <summary>The same for one protocol among others: bodies that give another address elsewhere are found too.</summary>
    public static IReadOnlyList<Finding> Check(Protocol protocol, IReadOnlyCollection<Protocol> others) =>
        Marked(protocol, Rules.SelectMany(rule => rule(protocol)).Concat(AddressFindings.Elsewhere(protocol, others)));

    /// <summary>Code and subject identify a finding, so what has both in common is one finding that says all of it.</summary>
    private static Finding[] Marked(Protocol protocol, IEnumerable<Finding> computed)
    {
        var found = computed.GroupBy(finding => (finding.Code, finding.Subject))
            .Select(same => same.First() with
            {
                Article = same.First().Article.Replace("; " + Sourced.Ours, string.Empty, StringComparison.Ordinal), // a defect of the text is not ours
                Text = string.Join(' ', same.Select(finding => finding.Text).Distinct()),
                Accepted = protocol.AcceptedFindings.FirstOrDefault(same.First().Matches),
            })
            .ToList();
        var unmatched = protocol.AcceptedFindings.Where(accepted => !found.Any(finding => finding.Matches(accepted)));
        return [.. found, .. unmatched.Select(accepted => FindingCodes.Computed.Contains(accepted.Code) ? Absent(protocol, accepted) : Read(protocol, accepted))];
    }

    /// <summary>A defect that a person read in the text and accepted; no rule here computes its code.</summary>
    private static Finding Read(Protocol protocol, AcceptedFinding accepted) =>
        new(accepted.Code, accepted.Subject, protocol.Name, FindingSeverity.Advisory, accepted.Finding, accepted.Why, accepted);

    /// <summary>Somebody accepted what is not there, or is there no more: an acceptance must not lie ready for a defect to come.</summary>
    private static Finding Absent(Protocol protocol, AcceptedFinding accepted) => new(
        FindingCodes.AcceptedButAbsent, $"{accepted.Code} {accepted.Subject}".TrimEnd(), protocol.Name, FindingSeverity.Advisory,
        $"Aanvaard is '{accepted.Code}'{(accepted.Subject is { } subject ? $" voor {subject}" : string.Empty)}, maar dat wordt niet gevonden.",
        "Schrap de aanvaarding, of verbeter haar code of onderwerp.");
}
