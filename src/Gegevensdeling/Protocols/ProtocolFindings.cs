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
        PartyFindings.BreachContacts,
        PartyFindings.NoticePeriod,
        PartyFindings.PrintedAddresses,
        PartyFindings.Columns,
    ];

    /// <summary>What is wrong with one protocol, accepted findings marked as such, and after them what people accepted that no rule computes.</summary>
    public static IReadOnlyList<Finding> Check(Protocol protocol) => Marked(protocol, Rules.SelectMany(rule => rule(protocol)));

    /// <summary>The same for one protocol among others: bodies that give another address elsewhere are found too.</summary>
    public static IReadOnlyList<Finding> Check(Protocol protocol, IReadOnlyCollection<Protocol> others) =>
        Marked(protocol, Rules.SelectMany(rule => rule(protocol)).Concat(PartyFindings.AddressesElsewhere(protocol, others)));

    private static Finding[] Marked(Protocol protocol, IEnumerable<Finding> computed)
    {
        var found = computed.DistinctBy(finding => (finding.Code, finding.Subject))
            .Select(finding => finding with { Accepted = protocol.AcceptedFindings.FirstOrDefault(finding.Matches) })
            .ToList();
        var byReading = protocol.AcceptedFindings.Where(accepted => !found.Any(finding => finding.Matches(accepted)));
        return [.. found, .. byReading.Select(accepted => Read(protocol, accepted))];
    }

    /// <summary>A defect that a person read in the text and accepted; no rule here computes it.</summary>
    private static Finding Read(Protocol protocol, AcceptedFinding accepted) =>
        new(accepted.Code, accepted.Subject, protocol.Name, FindingSeverity.Advisory, accepted.Finding, accepted.Why, accepted);
}
