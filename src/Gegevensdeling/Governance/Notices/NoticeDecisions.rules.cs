using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Notices;

/// <summary>Who tells whom of a change is what the protocol says, and nothing else (G13, G14: article 9 differs from text to text, and Turnhout's is silent).</summary>
public static class NoticeDecisions
{
    public static DossierDecision Decide(NoticeState? state, NoticeCommand command, DossierContext now) => (state, command) switch
    {
        (null, NoticeCommand.Give give) => Give(give, now),
        (_, NoticeCommand.Give) => new Already(),
        (null, _) => No("niet-gevonden", "art. 9", "Deze melding bestaat niet."),
        ({ } given, NoticeCommand.Acknowledge read) => Acknowledge(given, read.Party, now),
        ({ } given, NoticeCommand.PassOn passed) => OnwardRules.PassOn(given, passed, now),
        ({ } given, NoticeCommand.Settle settle) => Settle(given, settle, now),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>The duty under which this party tells; null where the protocol gives it none.</summary>
    public static Duty? DutyOf(Protocol protocol, PartyId party, NoticeSubject subject) => protocol.Duties.FirstOrDefault(duty =>
        duty.Kind == KindOf(subject) && duty.From.Contains(party) && duty.To.Any(to => to != party) && !(subject == NoticeSubject.Processors && ProcessorOverview.OnRequest(duty)));

    private static DutyKind KindOf(NoticeSubject subject) => subject switch
    {
        NoticeSubject.ChangeOfLaw => DutyKind.ChangeOfLaw,
        NoticeSubject.Processors => DutyKind.Processors,
        NoticeSubject.OnwardDisclosure => DutyKind.OnwardDisclosure,
        _ => throw new ArgumentOutOfRangeException(nameof(subject)),
    };

    private static DossierDecision Give(NoticeCommand.Give give, DossierContext now)
    {
        if (DutyOf(now.Protocol, give.Party, give.Subject) is not { } duty)
            return new Refuse(NotForeseen(now.Protocol, give.Party, give.Subject));
        if (OfficeReference.Refuse(give.Reference) is { } form)
            return new Refuse(form);
        if (give.Subject == NoticeSubject.ChangeOfLaw && give.Touches.Count == 0)
            return No("geraakt-ontbreekt", now.Protocol.Cite(duty), "Zeg wat van het protocol geraakt wordt: finaliteit, proportionaliteit, frequentie, duurtijd of iets anders.");
        if (give.Subject != NoticeSubject.ChangeOfLaw && give.Touches.Count > 0)
            return No("geraakt-niet-verwacht", now.Protocol.Cite(duty), "Wat van het protocol geraakt wordt, hoort alleen bij een wijziging van wetgeving.");
        if (give.Subject == NoticeSubject.OnwardDisclosure)
            return OnwardRules.Announce(give, duty, now);
        if (give.Onward is not null)
            return No("doorgifte-niet-verwacht", now.Protocol.Cite(duty), "Aan wie gegevens doorgaan, hoort alleen bij de aankondiging van een doorgifte.");
        return new Record(new NoticeFact.Given(
            now.FactId, now.Now, now.Actor, give.Party, [.. duty.To.Where(to => to != give.Party)], give.Subject, [.. give.Touches.Distinct().Order()], give.Reference, give.Since));
    }

    /// <summary>The refusal says why: the text is silent, or it gives the duty to the other side only.</summary>
    private static Refusal NotForeseen(Protocol protocol, PartyId party, NoticeSubject subject)
    {
        var what = subject switch
        {
            NoticeSubject.ChangeOfLaw => "wijzigingen van wetgeving",
            NoticeSubject.Processors => "wijzigingen van verwerkers",
            _ => "een verdere doorgifte",
        };
        return protocol.Duties.FirstOrDefault(duty => duty.Kind == KindOf(subject)) switch
        {
            null => new("melding-niet-voorzien", $"{protocol.Name} art. 9", $"Dit protocol zegt niets over het melden van {what}. Bespreek het met de andere partij; een wijziging van de afspraken is een nieuwe versie."),
            { } duty when !duty.From.Contains(party) => new("melding-niet-voorzien", protocol.Cite(duty),
                $"Volgens dit protocol melden alleen {string.Join(" en ", duty.From.Select(from => protocol.Party(from).Name))} {what}. Bespreek het met de andere partij."),
            { } duty => new("melding-niet-voorzien", protocol.Cite(duty), $"Volgens dit protocol worden {what} niet uit eigen beweging gemeld, maar enkel op expliciete aanvraag."),
        };
    }

    private static DossierDecision Acknowledge(NoticeState state, PartyId party, DossierContext now) =>
        !state.Given.To.Contains(party) ? No("eigen-melding", now.Protocol.Name, "Uw organisatie deed deze melding zelf. De andere partij bevestigt dat ze gelezen is.")
        : !state.Unread.Contains(party) ? new Already()
        : new Record(new NoticeFact.Acknowledged(now.FactId, now.Now, now.Actor, party));

    private static DossierDecision Settle(NoticeState state, NoticeCommand.Settle settle, DossierContext now) =>
        OfficeReference.Refuse(settle.Reference) is { } form ? new Refuse(form)
        : OnwardRules.WrongConsequence(state, settle, now) is { } wrong ? wrong
        : settle.Consequence == NoticeConsequence.Stopped ? new Record(new NoticeFact.Settled(now.FactId, now.Now, now.Actor, settle.Party, settle.Consequence, settle.Reference))
        : state.Unread.Count > 0 ? No("nog-niet-gelezen", now.Protocol.Name, "De andere partij heeft deze melding nog niet bevestigd. Bepaal het gevolg daarna, samen.")
        : state.Given.Subject == NoticeSubject.Processors && settle.Consequence == NoticeConsequence.EndsByLaw
            ? No("gevolg-past-niet", now.Protocol.Name, "Een wijziging van verwerkers doet het protocol niet van rechtswege eindigen.")
        : new Record(new NoticeFact.Settled(now.FactId, now.Now, now.Actor, settle.Party, settle.Consequence, settle.Reference));
}
