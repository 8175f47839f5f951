using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What a debtor protocol must say so that a month can be walked without guessing (D1 to D5, D8, W17).</summary>
internal static partial class ProtocolConsistency
{
    /// <summary>The phases of article 3; data of one phase in another would tell who is a client, or what a debt is, too early.</summary>
    private static readonly (string Code, bool Back, IReadOnlyList<string> Fields)[] Phases =
    [
        (DebtorSettings.DebtorsFlow, false, ["voornaam", "familienaam", DebtorSettings.NumberField]),
        (DebtorSettings.MarksFlow, true, [DebtorSettings.MarkField]),
        (DebtorSettings.DetailsFlow, false, ["adres", "dossiernummer", DebtorSettings.NatureField, "bedrag", "afbetalingsregeling", "laatste-afbetaling"]),
    ];

    /// <summary>Article 3 keeps out data of article 10 GDPR, and the debts may stem from sanctions (article 2): parts of words, and words on their own (G19).</summary>
    private static readonly string[] OfSanctions = ["boete", "sanctie", "straf", "overtreding", "inbreuk", "misdrijf", "delict", "vonnis", "veroordel", "dwangsom", "schikking", "verbaal"];

    private static readonly string[] SanctionsInShort = ["gas", "pv"];

    private static IEnumerable<PathReason> Debtors(Protocol protocol) => protocol.Debtors is not { } settings ? [] :
    [
        .. Phases.SelectMany((phase, index) => Phase(protocol, phase.Code, phase.Back, phase.Fields, index)),
        .. protocol.Flows.Skip(Phases.Length).Select((flow, index) => new PathReason($"$.stromen[{Phases.Length + index}]", $"een debiteurenprotocol heeft {Phases.Length} fasen; '{flow.Code}' is er geen van")),
        .. MarksAndNatures(protocol),
        .. CollectionEnds(protocol),
        .. Drive(protocol, settings),
        .. Confirmed(protocol, settings),
        .. HeadLast(settings.FollowUp),
    ];

    private static IEnumerable<PathReason> Phase(Protocol protocol, string code, bool back, IReadOnlyList<string> fields, int index)
    {
        var path = $"$.stromen[{index}]";
        if (protocol.Flows.ElementAtOrDefault(index) is not { } flow || flow.Code != code)
        {
            yield return new(index < protocol.Flows.Count ? $"{path}.code" : "$.stromen", $"stroom {index + 1} is '{code}'");
            yield break;
        }

        foreach (var field in fields.Where(field => !flow.Fields.Contains(field)))
            yield return new($"{path}.gegevens", $"'{field}' ontbreekt");
        foreach (var field in flow.Fields.Where(field => !fields.Contains(field)))
            yield return new($"{path}.gegevens", $"'{field}' hoort niet bij deze fase (artikel 3)");
        if (flow.From.Count > 1 || flow.To.Count > 1 || (index > 0 && !IsBetween(protocol, flow, back)))
            yield return new($"{path}.van", back ? "deze fase gaat van de ontvanger van fase 1 terug naar de verzender" : "deze fase gaat van één verzender naar één ontvanger, in elke fase dezelfde");
        if (flow.Periodicity.Value != Periodicity.Monthly)
            yield return new($"{path}.periodiciteit.waarde", "de lijsten gaan elke maand (artikel 5)");
    }

    private static bool IsBetween(Protocol protocol, Flow flow, bool back)
    {
        var (from, to) = back ? (protocol.Receiver, protocol.Sender) : (protocol.Sender, protocol.Receiver);
        return flow.From[0] == from && flow.To[0] == to;
    }

    private static IEnumerable<PathReason> MarksAndNatures(Protocol protocol)
    {
        for (var index = 0; index < protocol.Fields.Count; index++)
        {
            var (field, path) = (protocol.Fields[index], $"$.gegevens[{index}].waarden");
            var (words, marks) = (field.Values ?? [], field.Code == DebtorSettings.MarkField);
            if (!marks && field.Code != DebtorSettings.NatureField)
                continue;
            if (marks && words.Count != 2)
                yield return new(path, "twee vermeldingen: eerst die de invordering pauzeert, dan die haar voortzet");
            if (!marks && words.Count == 0)
                yield return new(path, "de aard van een schuld is een gesloten lijst");
            if (words.Distinct(StringComparer.OrdinalIgnoreCase).Count() < words.Count || words.Any(word => word.Length == 0 || word != word.Trim() || word.Any(char.IsControl)))
                yield return new(path, "verschillende woorden, zonder spaties ervoor of erna");
            foreach (var word in words.Where(word => !marks && BetraysSanction(word)))
                yield return new(path, $"'{word}' kan een sanctie verraden, en gegevens van artikel 10 AVG gaan niet mee: kies een neutraal woord");
        }
    }

    private static bool BetraysSanction(string word) =>
        OfSanctions.Any(part => word.Contains(part, StringComparison.OrdinalIgnoreCase))
        || word.Split([.. word.Where(letter => !char.IsLetter(letter)).Distinct()]).Intersect(SanctionsInShort, StringComparer.OrdinalIgnoreCase).Any();

    /// <summary>The text binds only the receiver's copy; what the others do with theirs must stand in the file too (D5, D8).</summary>
    private static IEnumerable<PathReason> CollectionEnds(Protocol protocol)
    {
        foreach (var party in new PartyId[] { protocol.Sender, protocol.Receiver }.Where(party => !Ends(party, RetentionEnd.CollectionEnded)))
            yield return new("$.bewaring.termijnen", $"tot wanneer '{party}' de lijst bewaart, ontbreekt: een termijn in dit systeem met einde 'invordering-beeindigd'");
        if (!Ends(protocol.Receiver, RetentionEnd.AtOnce))
            yield return new("$.bewaring.termijnen", $"'{protocol.Receiver}' wist wie geen cliënt is: een termijn in dit systeem met einde 'onmiddellijk'");

        bool Ends(PartyId party, RetentionEnd end) => protocol.Retention.Rules.Any(rule => rule.InThisSystem && rule.End == end && rule.Parties.Contains(party));
    }

    /// <summary>D12: after the move only the service that gets phase 3 reads on; another drive would be a further disclosure.</summary>
    private static IEnumerable<PathReason> Drive(Protocol protocol, DebtorSettings settings)
    {
        if (settings.DriveOf != protocol.Receiver)
            yield return new("$.debiteuren.schijfVan", $"de niet gedeelde schijf is die van de ontvanger van fase 3, '{protocol.Receiver}'");
    }

    /// <summary>Both DPOs or none: half a word is no agreement (W17).</summary>
    private static IEnumerable<PathReason> Confirmed(Protocol protocol, DebtorSettings settings)
    {
        const string Path = "$.debiteuren.bezwaarBevestigd";
        if (!settings.ObjectionToDisclosure && settings.ObjectionConfirmations.Count > 0)
            yield return new(Path, "'bezwaarTegenKennisGemeente' is onwaar, dus is er niets te bevestigen");
        foreach (var party in protocol.Parties.Where(party => settings.ObjectionToDisclosure && settings.ObjectionConfirmations.All(one => one.Party != party.Id)))
            yield return new(Path, $"'bezwaarTegenKennisGemeente' is waar, maar de functionaris voor gegevensbescherming van '{party.Id}' heeft dat niet bevestigd");
    }

    /// <summary>An escalation comes after what it escalates.</summary>
    private static IEnumerable<PathReason> HeadLast(DebtorFollowUp terms)
    {
        if (terms.HeadAfter <= new[] { terms.DeliveryAfter, terms.ClientsAfter, terms.ReleaseAfter, terms.ConfirmAfter, terms.DetailsAfter }.Max())
            yield return new("$.debiteuren.opvolging.hoofdNaWerkdagen", "het hoofd van de dienst komt na elke eerste herinnering");
    }
}
