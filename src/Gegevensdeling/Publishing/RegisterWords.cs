using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>What both registers of article 30 GDPR say in the same words.</summary>
internal static class RegisterWords
{
    public static IReadOnlyList<string> Controller(Party party) =>
    [
        party.Name,
        party.EnterpriseNumber is { } number ? $"KBO {number}" : "KBO niet vermeld in het protocol",
        party.Seat,
        $"Vertegenwoordigd door {ProtocolWords.And([.. party.Representatives.Select(person => $"{person.Name} ({person.Office})")])}",
    ];

    /// <summary>A protocol file has no part on this; it would be wrong to claim that there is none.</summary>
    public static string Transfers(IEnumerable<Processor> processors)
    {
        string[] names = [.. processors.SelectMany(one => one.SubProcessors.Prepend(one.Name)).Distinct()];
        return $"Het protocol voorziet geen doorgifte aan derde landen.{(names.Length == 0 ? string.Empty : $" Na te kijken in de overeenkomst met: {string.Join(", ", names)}.")}";
    }

    public static IReadOnlyList<string> Measures(Protocol protocol, PartyId party, IEnumerable<Flow> flows) =>
    [
        .. protocol.Measures.Where(measure => measure.Parties.Contains(party)).Select(measure => measure.Text),
        .. flows.SelectMany(flow => flow.Channels).Select(channel => channel.Encryption).OfType<Encryption>().Distinct()
            .Select(sealedBy => $"Bestanden gaan versleuteld ({sealedBy.Algorithm}, {sealedBy.Format})."),
        .. protocol.Debtors is { } debtors ? [DebtorWords.Compares(protocol, debtors), DebtorWords.Limits(debtors.Limits), DebtorWords.Moves(protocol, debtors)] : Array.Empty<string>(),
    ];

    public static string Say(Processor processor) =>
        $"{processor.Name}: {processor.Service} Overeenkomst: {processor.Agreement}."
        + (processor.SubProcessors.Count == 0 ? string.Empty : $" Subverwerkers: {string.Join(", ", processor.SubProcessors)}.");
}
