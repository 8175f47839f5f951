using Gegevensdeling.Calendar;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Governance.Dossiers.DossierDecision;

namespace Gegevensdeling.Governance.Notices;

/// <summary>'Elke eventuele mededeling moet voorafgaandelijk worden gemeld' and has its own protocol 'waar vereist' (D18, Maldegem art. 4).</summary>
internal static class OnwardRules
{
    public static DossierDecision Announce(NoticeCommand.Give give, Duty duty, DossierContext now)
    {
        var article = now.Protocol.Cite(duty);
        return give switch
        {
            { Onward: null } => No("doorgifte-ontbreekt", article, "Zeg aan wat voor organisatie u gegevens doorgeeft, en onder welk protocol of waarom daar geen voor nodig is."),
            { Since: null } => No("vanaf-ontbreekt", article, "Zeg vanaf welke dag u gegevens doorgeeft."),
            { Since: var since } when since <= now.Today => No("niet-vooraf", article, "Een doorgifte wordt vooraf gemeld. Kies een dag na vandaag; wat al gebeurd is, meldt u als een mogelijk gegevenslek (artikel 9)."),
            { Onward: { Protocol: null, NoProtocol: null } or { Protocol: not null, NoProtocol: not null } } =>
                No("grond-ongeldig", article, "Noem het protocol voor deze mededeling, of zeg waarom er geen vereist is; niet allebei."),
            { Onward.Protocol: { } protocol } when OfficeReference.Refuse(protocol) is { } form => new Refuse(form),
            { Onward: { } onward, Since: { } since } => new Record(new NoticeFact.Announced(
                now.FactId, now.Now, now.Actor, give.Party, [.. duty.To.Where(to => to != give.Party)], onward, since, give.Reference)),
        };
    }

    /// <summary>Nothing is recorded as passed on that was not announced before.</summary>
    public static DossierDecision PassOn(NoticeState state, NoticeCommand.PassOn passed, DossierContext now) =>
        state.Onward is null ? No("niet-aangekondigd", now.Protocol.Name, "Deze melding kondigt geen doorgifte aan. Kondig de doorgifte eerst aan, met de dag vanaf wanneer.")
        : passed.Party != state.Given.From ? No("andere-partij", now.Protocol.Name, "De andere partij kondigde deze doorgifte aan. Alleen zij legt vast dat ze gebeurde.")
        : passed.On > now.Today ? No("datum-in-toekomst", now.Protocol.Name, "Deze dag ligt in de toekomst. Leg vast wat gebeurd is.")
        : passed.On < state.Given.Since ? No("doorgifte-voor-aankondiging", now.Protocol.Name,
            $"Deze doorgifte is aangekondigd vanaf {DutchDate.Say(state.Given.Since!.Value)}. Gebeurde ze vroeger, meld ze dan als een mogelijk gegevenslek (artikel 9).")
        : state.Passed.Any(known => known.On == passed.On) ? new Already()
        : new Record(new NoticeFact.PassedOn(now.FactId, now.Now, now.Actor, passed.Party, passed.On));

    /// <summary>An announcement stays open as long as data may go; whoever made it says that it stopped. Null where the consequence fits.</summary>
    public static DossierDecision? WrongConsequence(NoticeState state, NoticeCommand.Settle settle, DossierContext now) => (state.Onward, settle.Consequence) switch
    {
        (null, NoticeConsequence.Stopped) => No("gevolg-past-niet", now.Protocol.Name, "Alleen een aangekondigde doorgifte kan stoppen."),
        (not null, NoticeConsequence.None) => No("gevolg-past-niet", now.Protocol.Name, "Zolang er gegevens doorgaan, blijft deze aankondiging open. Leg vast dat de doorgifte gestopt is."),
        (not null, NoticeConsequence.Stopped) when settle.Party != state.Given.From => No("andere-partij", now.Protocol.Name, "De andere partij kondigde deze doorgifte aan. Alleen zij legt vast dat ze gestopt is."),
        _ => null,
    };
}
