using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>When a protocol allows exchange, and for which purposes. Pure; dates are legal dates in Europe/Brussels.</summary>
public static class ProtocolRules
{
    /// <summary>First the dates, which only a new protocol changes; the first refusal is the answer.</summary>
    private static readonly Func<Protocol, DateOnly, Refusal?>[] Conditions =
        [Started, NotTerminated, NoticeRuns, Signers, Advices, Publications, AgreementMade, MailboxConfirmed];

    /// <summary>Whether the protocol allows exchange at this instant (G1 to G8), judged by itself; <see cref="ProtocolCatalog.At"/> judges it among the others.</summary>
    public static ProtocolStanding At(Protocol protocol, DateTimeOffset instant) => At(protocol, instant, ProtocolFindings.Check(protocol));

    /// <summary>The same with what the linter found on it, which does not change with the clock.</summary>
    internal static ProtocolStanding At(Protocol protocol, DateTimeOffset instant, IEnumerable<Finding> findings)
    {
        var date = LegalCalendar.DateOf(instant);
        foreach (var condition in Conditions)
        {
            if (condition(protocol, date) is { } refusal)
                return new ProtocolStanding.NotInForce(refusal);
        }

        return FindingsAccepted(protocol, date, findings) is { } open
            ? new ProtocolStanding.NotInForce(open)
            : new ProtocolStanding.InForce(LastDay(protocol));
    }

    /// <summary>No exchange without a registered protocol (G1).</summary>
    public static Refusal Unknown(ProtocolId protocol) => new(
        "protocol-onbekend",
        "decreet 18 juli 2008 art. 8 §1",
        $"Er is geen protocol '{protocol}' geregistreerd; zonder protocol gaan er geen gegevens.");

    /// <summary>
    /// The last day of a notice of so many months (G7): the same day of the month, or the last day of a month that has no such
    /// day. Exchange is allowed until and including it. The day of the notice does not count (old Judicial Code art. 52 and 54,
    /// Civil Code art. 1.7).
    /// </summary>
    public static DateOnly NoticeEnd(DateOnly notice, int months) => notice.AddMonths(months);

    /// <summary>The last legal date on which exchange is allowed, or null while no end is known.</summary>
    public static DateOnly? LastDay(Protocol protocol)
    {
        DateOnly? notice = protocol.Duration.Notice is { } given ? NoticeEnd(given.Date, protocol.Duration.NoticePeriod.Months) : null;
        var ended = protocol.Duration.Termination?.Date.AddDays(-1);
        return notice is null || ended < notice ? ended ?? notice : notice;
    }

    /// <summary>The purpose must be named and be one of the party's own in this protocol (G20).</summary>
    public static Refusal? Purpose(Protocol protocol, PartyId party, string? code)
    {
        var article = protocol.Cite(protocol.Purposes.FirstOrDefault(purpose => purpose.Parties.Contains(party)) ?? protocol.Purposes[0]);
        if (string.IsNullOrWhiteSpace(code))
            return new("doel-ontbreekt", article, "Noem het doel: zonder doel is er geen toegang tot gegevens.");
        return protocol.Purposes.Any(purpose => purpose.Code == code && purpose.Parties.Contains(party))
            ? null
            : new("doel-niet-in-protocol", article, "Dit doel staat voor uw organisatie niet in het protocol.");
    }

    /// <summary>Every party signed, each signer with role and mandate (G5, the form is the schema's).</summary>
    private static Refusal? Signers(Protocol protocol, DateOnly date) =>
        protocol.Parties.FirstOrDefault(party => !protocol.Signing.Signatures.Any(signature => signature.Party == party.Id && signature.Date <= date)) is { } party
            ? new("handtekening-ontbreekt", protocol.Cite(protocol.Signing), $"{party.Name} heeft het protocol niet ondertekend.")
            : null;

    /// <summary>Both advices, dated, before signing; otherwise somebody accepted that by name (G3).</summary>
    private static Refusal? Advices(Protocol protocol, DateOnly date) =>
        AdviceFindings.Check(protocol).FirstOrDefault(finding => finding.AcceptedOn(protocol, date) is null) is { } finding
            ? new(finding.Code, finding.Article, finding.Text)
            : null;

    /// <summary>Published by each party (G2).</summary>
    private static Refusal? Publications(Protocol protocol, DateOnly date) =>
        protocol.Parties.FirstOrDefault(party => !protocol.Publications.Any(publication => publication.Party == party.Id && publication.Date <= date)) is { } party
            ? new("protocol-niet-bekendgemaakt", $"{protocol.Name} D", $"{party.Name} heeft het protocol nog niet bekendgemaakt op haar website.")
            : null;

    /// <summary>Not before the day on which it comes into force (G6).</summary>
    private static Refusal? Started(Protocol protocol, DateOnly date) =>
        date < protocol.Duration.Start.Date
            ? new("protocol-nog-niet-in-werking", protocol.Cite(protocol.Duration.Start), $"Het protocol treedt pas in werking op {DutchDate.Say(protocol.Duration.Start.Date)}.")
            : null;

    /// <summary>No referral before the agreement on which it rests (G4).</summary>
    private static Refusal? AgreementMade(Protocol protocol, DateOnly date) =>
        protocol.Agreement is { } agreement && date < agreement.Date
            ? new("overeenkomst-nog-niet-gesloten", protocol.Cite(agreement), $"De samenwerkingsovereenkomst is pas gesloten op {DutchDate.Say(agreement.Date)}.")
            : null;

    /// <summary>Activation confirms who reads the mailbox to which a referral goes (W4).</summary>
    private static Refusal? MailboxConfirmed(Protocol protocol, DateOnly date) =>
        protocol.ContactsOf(protocol.Receiver).Mailbox is { } mailbox && !(mailbox.ConfirmedOn <= date)
            ? new("postbus-niet-bevestigd", protocol.Cite(mailbox), $"Nog niemand heeft bevestigd wie {mailbox.Address} leest.")
            : null;

    /// <summary>Ended by law or for breach: not from that date on (G8, G9).</summary>
    private static Refusal? NotTerminated(Protocol protocol, DateOnly date) =>
        protocol.Duration.Termination is { } end && date >= end.Date
            ? new("protocol-beeindigd", protocol.Cite(end), $"Het protocol is geëindigd op {DutchDate.Say(end.Date)}: {Cause(end.Cause)}.")
            : null;

    /// <summary>Until and including the last day of the notice (G7).</summary>
    private static Refusal? NoticeRuns(Protocol protocol, DateOnly date)
    {
        if (protocol.Duration.Notice is not { } notice)
            return null;
        var last = NoticeEnd(notice.Date, protocol.Duration.NoticePeriod.Months);
        return date > last
            ? new("protocol-opgezegd", protocol.Cite(protocol.Duration.NoticePeriod), $"Het protocol is opgezegd op {DutchDate.Say(notice.Date)} en eindigde op {DutchDate.Say(last)}.")
            : null;
    }

    /// <summary>A protocol with open blocking findings starts only when somebody accepted each (F5).</summary>
    private static Refusal? FindingsAccepted(Protocol protocol, DateOnly date, IEnumerable<Finding> findings) =>
        findings.FirstOrDefault(finding => finding.Severity == FindingSeverity.Blocking && finding.AcceptedOn(protocol, date) is null) is { } open
            ? new("bevinding-niet-aanvaard", open.Article, $"Een bevinding staat open: {open.Text} {open.WhatToDo}")
            : null;

    private static string Cause(EndCause cause) => cause switch
    {
        EndCause.GroundLapsed => "de rechtsgrond is vervallen",
        EndCause.DataDestroyed => "de gegevens zijn vernietigd",
        EndCause.Breach => "de andere partij verwerkte in strijd met het protocol",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };
}
