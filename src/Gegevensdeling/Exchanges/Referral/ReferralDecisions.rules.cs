using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What a decision may know beside the referral itself.</summary>
/// <param name="FactId">The id of the fact, if one is recorded.</param>
/// <param name="UnreachableFrom">From when 'onbereikbaar' may be decided (W10); null while the term has not begun.</param>
/// <param name="EraseOnRefusal">The protocol adopted the FAQ's wording: no help wanted means erased (R11).</param>
/// <param name="GboAgreement">The region has an agreement for GBO partners (R17).</param>
/// <param name="Purposes">The purpose codes of the protocol (G20).</param>
/// <param name="Links">Live referrals of possibly the same client at this OCMW (W8).</param>
public sealed record DecisionContext(
    ExchangeId Exchange,
    string FactId,
    DateTimeOffset Now,
    ActedBy Actor,
    DateTimeOffset? UnreachableFrom,
    bool EraseOnRefusal,
    bool GboAgreement,
    IReadOnlySet<string> Purposes,
    IReadOnlyList<ExchangeId> Links);

/// <summary>The answer of a decision.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The fact to record.</summary>
    public sealed record Record(ReferralFact Fact) : Decision;

    /// <summary>It is so already; nothing is recorded again.</summary>
    public sealed record Already : Decision;

    public sealed record Refuse(Refusal Refusal) : Decision;
}

/// <summary>Pure decisions: the state, a command and the moment go in; a fact or a refusal comes out.</summary>
public static class ReferralDecisions
{
    public static Refusal Ended { get; } = new(
        "doorverwijzing-beeindigd", "art. 3", "Deze doorverwijzing is beëindigd. Er kan niets meer aan gewijzigd worden.");

    /// <summary>W22: keeping is all that may still be done (art. 18.2 GDPR).</summary>
    public static Refusal Restricted { get; } = new(
        "toestand-beperkt", "art. 18, 21 AVG",
        "De betrokkene maakte bezwaar of vroeg beperking. Tot daarover beslist is, worden deze gegevens alleen bewaard: niets wordt verstuurd, geopend, getoond of vastgelegd. Intrekken kan wel.");

    public static Decision Decide(ReferralState state, ReferralCommand command, DecisionContext now) => command switch
    {
        _ when !state.Exists => Refuse("doorverwijzing-onvolledig", "art. 6", "Deze doorverwijzing werd nooit volledig verzegeld en wordt gewist."),
        ReferralCommand.Declare declare => Declare(declare, now),
        ReferralCommand.WipeKey wipe => KeyDecisions.Wipe(state, wipe, now),
        ReferralCommand.Withdraw withdraw => Withdraw(state, withdraw, now),
        ReferralCommand.RevealKey or ReferralCommand.InterruptReveal or ReferralCommand.LoseKey => KeyDecisions.Decide(state, command, now),
        _ when state.End is not null => new Decision.Refuse(Ended),
        _ when state.IsRestricted => new Decision.Refuse(Restricted),
        ReferralCommand.Take take => Take(state, take, now),
        ReferralCommand.RefuseNotForUs not => RefuseNotForUs(state, not, now),
        ReferralCommand.RequestKey or ReferralCommand.ReceiveKey => KeyDecisions.Decide(state, command, now),
        _ when state.Owner != now.Actor.Staff => NotOwner(state),
        ReferralCommand.Open open => PurposeRefusal(open.Purpose, now)
            ?? Record(new ReferralFact.Opened(now.FactId, now.Now, now.Actor, state.Current!.Id, open.Purpose)),
        ReferralCommand.Fetch fetch => PurposeRefusal(fetch.Purpose, now)
            ?? Record(new ReferralFact.Fetched(now.FactId, now.Now, now.Actor, state.Current!.Id, fetch.Purpose)),
        ReferralCommand.Confirm confirm => Confirm(state, confirm, now),
        _ when state.Receipt is null => Refuse("nog-niet-geopend", "art. 3",
            "Open de doorverwijzing eerst in de toepassing, of bevestig de ontvangst van het bestand. Pas daarna kan contact of uitkomst worden vastgelegd."),
        ReferralCommand.RecordContact contact => Record(new ReferralFact.ContactMade(now.FactId, now.Now, now.Actor, contact.Manner)),
        ReferralCommand.DecideUnreachable => Unreachable(state, now),
        ReferralCommand.PassOn pass => PassOn(state, pass, now),
        _ when state.Contact is null => Refuse("nog-geen-contact", "art. 3", "Leg eerst vast dat er contact was met de cliënt."),
        ReferralCommand.OpenClientFile opened => Record(new ReferralFact.ClientFileOpened(now.FactId, now.Now, now.Actor, opened.Manner)),
        ReferralCommand.WantNoHelp no => Record(
            new ReferralFact.NoHelpWanted(now.FactId, now.Now, now.Actor, no.Manner, no.Erase || now.EraseOnRefusal)),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    // W4: the first who takes the case owns it; in absence a colleague says so and takes it over.
    private static Decision Take(ReferralState state, ReferralCommand.Take take, DecisionContext now) => state.Owner switch
    {
        null => Record(new ReferralFact.Taken(now.FactId, now.Now, now.Actor, Takeover: false)),
        { } owner when owner == now.Actor.Staff => new Decision.Already(),
        _ when take.Takeover => Record(new ReferralFact.Taken(now.FactId, now.Now, now.Actor, Takeover: true)),
        _ => Refuse("al-genomen", "art. 4", "Een collega heeft deze doorverwijzing al opgenomen. Is die collega afwezig, neem ze dan uitdrukkelijk over."),
    };

    private static Decision NotOwner(ReferralState state) => state.Owner is null
        ? Refuse("niet-genomen", "art. 4", "Neem de doorverwijzing eerst op. Daarna bent u de maatschappelijk werker die ze behandelt.")
        : Refuse("andere-behandelaar", "art. 4", "Een collega behandelt deze doorverwijzing. Alleen die collega kan dit doen.");

    private static Decision Confirm(ReferralState state, ReferralCommand.Confirm confirm, DecisionContext now) =>
        string.Equals(state.Current?.Sha256, confirm.Sha256, StringComparison.OrdinalIgnoreCase)
            ? Record(new ReferralFact.Confirmed(now.FactId, now.Now, now.Actor, state.Current!.Id, confirm.Sha256.ToLowerInvariant()))
            : Refuse("ander-bestand", "art. 6", "De controlesom hoort niet bij het bestand dat verstuurd werd. De ontvangst is niet bevestigd; controleer of u het juiste bestand hebt.");

    // W7: anybody of the OCMW while nobody took it, afterwards who treats it; after contact only for what contact can show.
    private static Decision RefuseNotForUs(ReferralState state, ReferralCommand.RefuseNotForUs not, DecisionContext now) =>
        state.Owner is not null && state.Owner != now.Actor.Staff ? NotOwner(state)
        : state.Contact is not null && not.Reason == NotForUsReason.OtherMunicipality
            ? Refuse("er-was-contact", "art. 3", "Er is al contact geweest. Is de cliënt verhuisd of is een andere dienst bevoegd, kies dan die reden; leg anders de uitkomst vast.")
        : Record(new ReferralFact.NotForUs(now.FactId, now.Now, now.Actor, not.Reason));

    private static Decision Declare(ReferralCommand.Declare declare, DecisionContext now) =>
        declare.Copies.Count == 0 || declare.Copies.Except(ReferralState.OcmwCopies).Any()
            ? Refuse("verklaring-onvolledig", "FAQ", "Noem wat gewist is: mailbox, downloads of papier.")
            : Record(new ReferralFact.Declared(now.FactId, now.Now, now.Actor, declare.Side, declare.Copies));

    /// <summary>G20: what shows content or a key names one of the party's own purposes.</summary>
    internal static Decision? PurposeRefusal(string purpose, DecisionContext now) => now.Purposes.Contains(purpose)
        ? null
        : Refuse("doel-niet-in-protocol", "art. 2", "Dit doel staat voor uw organisatie niet in het protocol. Kies een doel uit het protocol.");

    // W10: the OCMW's own term must have passed; then a named worker decides.
    private static Decision Unreachable(ReferralState state, DecisionContext now) =>
        state.Contact is not null ? Refuse("er-was-contact", "art. 3", "Er is al contact geweest. Leg de uitkomst vast.")
        : now.UnreachableFrom is not { } from || now.Now < from ? Refuse("termijn-onbereikbaar-loopt", "art. 3", "De eigen termijn van het OCMW om de cliënt te bereiken loopt nog.")
        : Record(new ReferralFact.Unreachable(now.FactId, now.Now, now.Actor));

    // R17: GBO partners only, with an agreement in the region and the client's consent. R18: anyone else needs another protocol.
    private static Decision PassOn(ReferralState state, ReferralCommand.PassOn pass, DecisionContext now) =>
        !now.GboAgreement ? Refuse("geen-gbo-overeenkomst", "art. 4", "Volgens het protocol is er in deze regio geen overeenkomst voor het geïntegreerd breed onthaal. Doorgeven kan niet.")
        : !pass.ClientConsents ? Refuse("geen-toestemming-doorgave", "art. 4", "Doorgeven aan een GBO-partner kan alleen met toestemming van de cliënt.")
        : pass.On > LegalCalendar.DateOf(now.Now) ? Refuse("datum-in-toekomst", "art. 4", "Deze dag ligt in de toekomst. Leg vast wat doorgegeven is.")
        : state.Receipts is [{ Fact.At: var seen }, ..] && pass.On < LegalCalendar.DateOf(seen) ? Refuse("datum-te-vroeg", "art. 4", "Op deze dag had het OCMW de gegevens nog niet gezien. Kijk de datum na.")
        : Record(new ReferralFact.PassedOn(now.FactId, now.Now, now.Actor, pass.On ?? LegalCalendar.DateOf(now.Now)));

    private static Decision Withdraw(ReferralState state, ReferralCommand.Withdraw withdraw, DecisionContext now)
    {
        // R12, W11, W12: at the team it always goes through to the OCMW, and the answer never shows whether the referral had ended.
        if (withdraw.Where == Side.Team)
            return state.WithdrawnAtTeam ? new Decision.Already()
                : state.End is null ? Record(new ReferralFact.Withdrawn(now.FactId, now.Now, now.Actor, Side.Team, withdraw.Manner))
                : Record(new ReferralFact.WithdrawnAfterEnd(now.FactId, now.Now, now.Actor, withdraw.Manner));

        if (state.End is not null)
            return new Decision.Refuse(Ended);

        // W8: with two referrals of possibly one client, the withdrawal says which.
        var known = now.Links.Append(now.Exchange).ToHashSet();
        return now.Links.Count > 0 && withdraw.Concerns is null
            ? Refuse("welke-doorverwijzing", "FAQ intrekking", $"Er is mogelijk nog een doorverwijzing van dezelfde cliënt. Geef aan welke de cliënt intrekt: {string.Join(", ", known)}.")
            : withdraw.Concerns?.Contains(now.Exchange) == false
                ? Refuse("andere-doorverwijzing", "FAQ intrekking", "Het kenmerk in het adres hoort niet bij de doorverwijzingen die u intrekt.")
                : Record(new ReferralFact.Withdrawn(now.FactId, now.Now, now.Actor, Side.Ocmw, withdraw.Manner));
    }

    internal static Decision Record(ReferralFact fact) => new Decision.Record(fact);

    internal static Decision Refuse(string code, string article, string text) => new Decision.Refuse(new Refusal(code, article, text));
}
