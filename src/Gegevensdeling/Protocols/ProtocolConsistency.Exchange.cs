namespace Gegevensdeling.Protocols;

/// <summary>Directions, channels, terms and dates that cannot be.</summary>
internal static partial class ProtocolConsistency
{
    /// <summary>Data go from one body to another; a referral goes one way only (R2).</summary>
    private static IEnumerable<PathReason> Flows(Protocol protocol)
    {
        for (var index = 0; index < protocol.Flows.Count; index++)
        {
            var flow = protocol.Flows[index];
            if (flow.Phase != index + 1)
                yield return new($"$.stromen[{index}].fase", "de fasen staan in volgorde, vanaf 1");
            if (flow.From.Intersect(flow.To).Any())
                yield return new($"$.stromen[{index}].naar", "een partij kan niet aan zichzelf meedelen");
            for (var at = 0; at < flow.Channels.Count; at++)
            {
                var channel = flow.Channels[at];
                if (channel.Kind == ChannelKind.Mail && !SchemaCheck.IsMail(channel.Address))
                    yield return new($"$.stromen[{index}].kanalen[{at}].adres", $"'{channel.Address}' is geen e-mailadres");
                if (channel.Kind != ChannelKind.SharedFolder && channel.Encryption is null)
                    yield return new($"$.stromen[{index}].kanalen[{at}].versleuteling", "wat de partij verlaat, gaat verzegeld: de versleuteling ontbreekt");
                if (channel.Encryption is not null && flow.Key is null)
                    yield return new($"$.stromen[{index}].sleutel", "een verzegeld bestand heeft een sleutel: wie geeft hem aan wie?");
            }
        }

        if (protocol.Kind == ProtocolKind.Referral && protocol.Flows.Count > 1)
            yield return new("$.stromen[1]", "een doorverwijzing gaat in één richting (FAQ)");
        if (protocol.Kind == ProtocolKind.Referral && (protocol.Flows[0].From.Count > 1 || protocol.Flows[0].To.Count > 1))
            yield return new("$.stromen[0]", "een doorverwijzing heeft één verwijzer en één ontvanger");
    }

    /// <summary>A referral goes to the receiver's own shared mailbox, and somebody is told when nobody reads it (R7, R8, W4).</summary>
    private static IEnumerable<PathReason> Mailboxes(Protocol protocol)
    {
        foreach (var missing in protocol.Parties.Where(party => protocol.Contacts.All(contacts => contacts.Party != party.Id)))
            yield return new("$.contactpunten", $"de contactpunten van '{missing.Id}' ontbreken");
        if (protocol.Kind != ProtocolKind.Referral)
            yield break;

        for (var index = 0; index < protocol.Contacts.Count; index++)
        {
            var contacts = protocol.Contacts[index];
            if (contacts.Party != protocol.Receiver)
                continue;
            if (contacts.Mailbox is null)
                yield return new($"$.contactpunten[{index}]", "de ontvanger van een doorverwijzing heeft een 'postbus' nodig");
            if (contacts.Colleagues is null)
                yield return new($"$.contactpunten[{index}]", "zonder 'collegas' wordt niemand verwittigd als een doorverwijzing blijft liggen");
            if (contacts.HeadOfService is null)
                yield return new($"$.contactpunten[{index}]", "zonder 'hoofdDienst' eindigt de escalatie bij niemand");
            if (contacts.Mailbox is { } mailbox && protocol.Flows[0].Channels.Any(channel => channel.Kind == ChannelKind.Mail && channel.Address != mailbox.Address))
                yield return new("$.stromen[0].kanalen", $"een mailkanaal gaat naar een ander adres dan de postbus {mailbox.Address}");
        }
    }

    private static IEnumerable<PathReason> Advices(Protocol protocol) =>
        from party in protocol.Parties
        where protocol.Advices.All(advice => advice.Party != party.Id)
        select new PathReason("$.adviezen", $"het advies voor '{party.Id}' ontbreekt; zet 'datum' op null waar de tekst ze openlaat");

    /// <summary>The operator is a processor of each party (W21).</summary>
    private static IEnumerable<PathReason> Operators(Protocol protocol) =>
        from party in protocol.Parties
        where !protocol.Processors.Any(processor => processor.Operator && processor.Parties.Contains(party.Id))
        select new PathReason("$.verwerkers", $"de beheerder van dit systeem ontbreekt als verwerker van '{party.Id}' (artikel 28 AVG)");

    /// <summary>Dates that cannot follow each other.</summary>
    private static IEnumerable<PathReason> Orders(Protocol protocol)
    {
        for (var index = 0; index < protocol.Parties.Count; index++)
        {
            var mandate = protocol.Parties[index].DataProtectionOfficer;
            if (mandate.ValidUntil < mandate.ValidFrom)
                yield return new($"$.partijen[{index}].functionarisGegevensbescherming.geldigTot", "het mandaat eindigt voor het begint");
            if (string.Equals(mandate.Name, mandate.Deputy.Name, StringComparison.OrdinalIgnoreCase))
                yield return new($"$.partijen[{index}].functionarisGegevensbescherming.plaatsvervanger.naam", "de plaatsvervanger is iemand anders dan de functionaris");
        }

        var duration = protocol.Duration;
        if (duration.Notice is { } notice && notice.Date < protocol.Signing.Date)
            yield return new("$.looptijd.opzegging.datum", "de opzegging ligt voor de ondertekening");
        if (duration.Termination is { } end && end.Date < duration.Start.Date)
            yield return new("$.looptijd.beeindiging.datum", "het einde ligt voor de inwerkingtreding");
        if (duration.Termination is { Cause: EndCause.Breach } breach && breach.By != duration.BreachEnd.By)
            yield return new("$.looptijd.beeindiging", $"bij een inbreuk beëindigt alleen '{duration.BreachEnd.By}' het protocol; 'door' moet dat zeggen");
    }

    private static IEnumerable<PathReason> Terms(Protocol protocol)
    {
        for (var index = 0; index < protocol.Retention.Rules.Count; index++)
        {
            var rule = protocol.Retention.Rules[index];
            var needs = rule.End is RetentionEnd.Term or RetentionEnd.IrrelevantOrTerm or RetentionEnd.ReceiptOrTerm;
            if (needs && (rule.Term is null || rule.Start is null))
                yield return new($"$.bewaring.termijnen[{index}]", "bij dit einde horen een 'termijn' en een 'begin'");
            if (!needs && rule.Term is not null)
                yield return new($"$.bewaring.termijnen[{index}].termijn", "bij dit einde loopt geen termijn");
        }

        for (var index = 0; index < protocol.Flows.Count; index++)
        {
            if (protocol.Flows[index].Key is { } key && !Rises(key.ReminderWorkingDays))
                yield return new($"$.stromen[{index}].sleutel.herinneringNaWerkdagen", "de werkdagen lopen niet op");
        }
    }

    private static bool Rises(IReadOnlyList<int> days) => days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);
}
