using Gegevensdeling.Calendar;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Lives;

/// <summary>
/// The order in which a protocol comes to life and ends: advice, signatures, publication, mailbox (G2 to G6, W4); suspension,
/// investigation, release (G10); notice or end (G7 to G9). A step out of order, twice, or with an impossible date is refused.
/// </summary>
public static class LifeDecisions
{
    /// <param name="state">What was recorded; the version that a step is about is that of <see cref="DossierContext.Protocol"/>.</param>
    /// <param name="command">What is done.</param>
    /// <param name="now">Under which version, when, by whom.</param>
    /// <param name="others">The other protocols that are loaded: the linter compares with them.</param>
    public static DossierDecision Decide(LifeState state, LifeCommand command, DossierContext now, IReadOnlyCollection<Protocol> others)
    {
        if (DateOf(command) is { } date && date > now.Today)
            return No("datum-in-toekomst", now.Protocol.Name, "Deze datum ligt in de toekomst. Leg de stap vast zodra ze gezet is.");
        if (state.WoundUp is not null || (command is not (LifeCommand.Register or LifeCommand.WindUp) && state.Termination is not null))
            return No("al-beeindigd", now.Protocol.Cite(now.Protocol.Duration), "Dit protocol is beëindigd. Er kan niets meer aan gewijzigd worden.");
        if (OfficeText.Refuse(TextsOf(command)) is { } wrong)
            return wrong;
        var protocol = state.Applied(now.Protocol);
        return command switch
        {
            LifeCommand.Register seen => Register(state, seen, now),
            LifeCommand.Advise advise => Advise(protocol, advise, now),
            LifeCommand.Sign sign => Sign(protocol, sign, now),
            LifeCommand.Publish publish => Publish(protocol, publish, now),
            LifeCommand.ConfirmMailbox confirm => Confirm(protocol, confirm, now),
            LifeCommand.AcceptFinding accept => Accept(protocol, accept, now, others),
            LifeCommand.Suspend suspend => state.SuspensionBy(suspend.Party) is not null
                ? new Already()
                : new Record(new LifeFact.Suspended(now.FactId, now.Now, now.Actor, suspend.Party, suspend.Reason)),
            LifeCommand.Investigate found => state.Suspension is null
                ? No("toestand-niet-geschorst", "art. 8", "Het protocol is niet geschorst; er is niets te onderzoeken.")
                : new Record(new LifeFact.Investigated(now.FactId, now.Now, now.Actor, found.Party, found.Outcome, found.Reference)),
            LifeCommand.Release release => Release(state, release, now),
            LifeCommand.GiveNotice notice => Notice(state, protocol, notice, now),
            LifeCommand.Terminate end => Terminate(protocol, end, now),
            LifeCommand.WindUp => new Record(new LifeFact.WoundUp(now.FactId, now.Now, now.Actor)),
            _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
        };
    }

    private static IEnumerable<(string, string, int)> TextsOf(LifeCommand command) => command switch
    {
        LifeCommand.Advise { Reference: var text } => [("kenmerk", text, OfficeText.Line)],
        LifeCommand.Sign sign => [("naam", sign.Name, OfficeText.Line), ("functie", sign.Office, OfficeText.Line), ("mandaat", sign.Mandate, OfficeText.Line)],
        LifeCommand.Publish { Url: var url } => [("url", url, OfficeText.Reason)],
        LifeCommand.ConfirmMailbox { ReadBy: var text } => [("gelezenDoor", text, OfficeText.Line)],
        LifeCommand.AcceptFinding { Why: var text } => [("waarom", text, OfficeText.Reason)],
        LifeCommand.Investigate { Reference: var text } => [("kenmerk", text, OfficeText.Line)],
        LifeCommand.Release { Reference: var text } => [("kenmerk", text, OfficeText.Line)],
        LifeCommand.GiveNotice { Reference: var text } => [("kenmerk", text, OfficeText.Line)],
        LifeCommand.Terminate { Reference: var text } => [("kenmerk", text, OfficeText.Line)],
        _ => [],
    };

    private static DateOnly? DateOf(LifeCommand command) => command switch
    {
        LifeCommand.Advise { Date: var date } => date,
        LifeCommand.Sign { Date: var date } => date,
        LifeCommand.Publish { Date: var date } => date,
        LifeCommand.ConfirmMailbox { Date: var date } => date,
        LifeCommand.GiveNotice { Date: var date } => date,
        LifeCommand.Terminate { Date: var date } => date,
        _ => null,
    };

    private static DossierDecision Register(LifeState state, LifeCommand.Register seen, DossierContext now) =>
        state.TextOf(seen.Version) is not null
            ? new Already()
            : new Record(new LifeFact.Registered(now.FactId, now.Now, now.Actor, seen.Version, seen.Sha256));

    // G3: each mandate's advice, before anybody signs.
    private static DossierDecision Advise(Protocol protocol, LifeCommand.Advise advise, DossierContext now)
    {
        var given = protocol.Advices.Single(advice => advice.Party == advise.Party);
        if (given.Date == advise.Date && given.Sense == advise.Sense)
            return new Already();
        if (Signatures(protocol).Any(date => date < advise.Date))
            return No("advies-na-ondertekening", protocol.Cite(given), "Er is al ondertekend. Een advies komt voor de ondertekening; maak een nieuwe versie.");
        return new Record(new LifeFact.Advised(now.FactId, now.Now, now.Actor, protocol.Version, advise.Party, advise.Sense, advise.Date, advise.Reference));
    }

    // G5: with a mandate, after both advices, and not twice for one party by the same person.
    private static DossierDecision Sign(Protocol protocol, LifeCommand.Sign sign, DossierContext now)
    {
        if (protocol.Advices.Any(advice => advice.Date is null))
            return No("advies-ontbreekt", $"{protocol.Name} E, F", "Nog niet elke functionaris voor gegevensbescherming gaf advies. Eerst het advies, dan de ondertekening.");
        if (protocol.Advices.Max(advice => advice.Date) > sign.Date)
            return No("ondertekening-voor-advies", $"{protocol.Name} E, F", "Deze datum ligt voor het laatste advies. Eerst het advies, dan de ondertekening.");
        return protocol.Signing.Signatures.Any(signature => signature.Party == sign.Party && string.Equals(signature.Name, sign.Name, StringComparison.OrdinalIgnoreCase))
            ? new Already()
            : new Record(new LifeFact.Signed(now.FactId, now.Now, now.Actor, protocol.Version, sign.Party, sign.Name, sign.Office, sign.Mandate, sign.Date));
    }

    // G2: what is published is what was signed.
    private static DossierDecision Publish(Protocol protocol, LifeCommand.Publish publish, DossierContext now)
    {
        if (Unsigned(protocol) is { } party)
            return No("toestand-niet-ondertekend", protocol.Cite(protocol.Signing), $"{party.Name} heeft nog niet ondertekend. Maak bekend wat ondertekend is.");
        if (!Uri.TryCreate(publish.Url, UriKind.Absolute, out var page) || page.Scheme != Uri.UriSchemeHttps || page.UserInfo.Length > 0)
            return No("url-ongeldig", $"{protocol.Name} D", "Geef het volledige adres van de pagina, dat begint met https://.");
        if (publish.Date < Signatures(protocol).Max())
            return No("bekendmaking-voor-ondertekening", $"{protocol.Name} D", "Deze datum ligt voor de laatste handtekening. Maak bekend wat ondertekend is.");
        return protocol.Publications.Any(known => known.Party == publish.Party && known.Url == publish.Url)
            ? new Already()
            : new Record(new LifeFact.Published(now.FactId, now.Now, now.Actor, protocol.Version, publish.Party, publish.Url, publish.Date));
    }

    // W4: without readers a referral lies unseen.
    private static DossierDecision Confirm(Protocol protocol, LifeCommand.ConfirmMailbox confirm, DossierContext now) =>
        protocol.ContactsOf(protocol.Receiver).Mailbox is null
            ? No("postbus-ontbreekt", protocol.Cite(protocol.Flows[0]), "Dit protocol gaat niet over een mailbox.")
            : new Record(new LifeFact.MailboxConfirmed(now.FactId, now.Now, now.Actor, protocol.Version, confirm.ReadBy, confirm.Date));

    // F5: only what is open, by name and with a reason.
    private static DossierDecision Accept(Protocol protocol, LifeCommand.AcceptFinding accept, DossierContext now, IReadOnlyCollection<Protocol> others) =>
        ProtocolFindings.Check(protocol, others).FirstOrDefault(finding => finding.Code == accept.Code && finding.Subject == accept.Subject) switch
        {
            null => No("bevinding-onbekend", protocol.Name, "Deze bevinding is er niet. Kijk met 'lint' welke bevindingen openstaan."),
            { Accepted: not null } => new Already(),
            _ => new Record(new LifeFact.FindingAccepted(now.FactId, now.Now, now.Actor, protocol.Version, accept.Code, accept.Name, accept.Why, accept.Subject)),
        };

    // G10: first the investigation, then a named person of the party that stopped it; what needs two people needs two persons (W2).
    private static DossierDecision Release(LifeState state, LifeCommand.Release release, DossierContext now)
    {
        if (state.Suspension is null)
            return No("toestand-niet-geschorst", "art. 8", "Het protocol is niet geschorst.");
        if (state.SuspensionBy(release.Party) is not { } since)
            return No("andere-partij", "art. 8", "De partij die de uitwisseling stopzette, geeft ze weer vrij.");
        if (state.InvestigationSince(since) is not { } found)
            return No("onderzoek-ontbreekt", "art. 8", "Leg eerst vast wat het onderzoek opleverde.");
        return release.Self.Contains(since.By.Staff) || release.Self.Contains(found.By.Staff)
            ? No("zelfde-persoon", "art. 8", "Wie schorste of onderzocht, geeft niet zelf weer vrij. Laat iemand anders dat doen.")
            : new Record(new LifeFact.Released(now.FactId, now.Now, now.Actor, release.Party, release.Name, release.Reference));
    }

    // G7: written notice, once; the first one counts.
    private static DossierDecision Notice(LifeState state, Protocol protocol, LifeCommand.GiveNotice notice, DossierContext now) =>
        state.Notice is not null || protocol.Duration.Notice is not null
            ? No("al-opgezegd", protocol.Cite(protocol.Duration.NoticePeriod), $"Dit protocol is al opgezegd; het eindigt na {DutchDate.Say(ProtocolRules.LastDay(protocol)!.Value)}.")
            : notice.Date < protocol.Duration.Start.Date
                ? No("opzegging-voor-begin", protocol.Cite(protocol.Duration.NoticePeriod), "Deze datum ligt voor de inwerkingtreding.")
                : new Record(new LifeFact.NoticeGiven(now.FactId, now.Now, now.Actor, notice.Party, notice.Date, notice.Reference));

    // G8: by law, from either side. G9: for breach, only by the party to which the protocol gives that, and at once.
    private static DossierDecision Terminate(Protocol protocol, LifeCommand.Terminate end, DossierContext now) =>
        end.Cause == EndCause.Breach && protocol.Duration.BreachEnd.By != end.Party
            ? No("niet-bevoegd-eenzijdig", protocol.Cite(protocol.Duration.BreachEnd), $"Volgens het protocol mag alleen {protocol.Party(protocol.Duration.BreachEnd.By).Name} het eenzijdig beëindigen.")
            : end.Date < protocol.Duration.Start.Date
                ? No("einde-voor-begin", protocol.Cite(protocol.Duration), "Deze datum ligt voor de inwerkingtreding.")
                : new Record(new LifeFact.Terminated(now.FactId, now.Now, now.Actor, end.Party, end.Cause, end.Date, end.Reference));

    private static IEnumerable<DateOnly> Signatures(Protocol protocol) => protocol.Signing.Signatures.Select(signature => signature.Date);

    private static Party? Unsigned(Protocol protocol) => protocol.Parties.FirstOrDefault(party => protocol.Signing.Signatures.All(signature => signature.Party != party.Id));
}
