using FsCheck.Xunit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>When a protocol allows exchange; noon of a day unless the hour matters.</summary>
public sealed class ProtocolRulesTests
{
    private static Protocol Mechelen => CommittedProtocols.Mechelen;

    /// <summary>In words: from the day it comes into force; notice runs n months, its last day included.</summary>
    [Theory]
    [InlineData("mechelen-2024.json", null, "2024-03-31", "protocol-nog-niet-in-werking")]
    [InlineData("mechelen-2024.json", null, "2024-04-01", null)]
    [InlineData("mechelen-2024.json", null, "2034-04-01", null)]
    [InlineData("mechelen-2024.json", "2026-03-31", "2026-09-30", null)]
    [InlineData("mechelen-2024.json", "2026-03-31", "2026-10-01", "protocol-opgezegd")]
    [InlineData("mechelen-2024.json", "2025-08-31", "2026-02-28", null)]
    [InlineData("mechelen-2024.json", "2025-08-31", "2026-03-01", "protocol-opgezegd")]
    [InlineData("kasterlee-2025.json", null, "2025-03-23", "protocol-nog-niet-in-werking")]
    [InlineData("kasterlee-2025.json", null, "2025-03-24", null)]
    [InlineData("kasterlee-2025.json", "2025-11-30", "2026-02-28", null)]
    [InlineData("kasterlee-2025.json", "2025-11-30", "2026-03-01", "protocol-opgezegd")]
    [Requirement("G6", "G7")]
    public void Exchange_is_allowed_from_the_first_day_until_and_including_the_last(string file, string? notice, string day, string? refusal)
    {
        var protocol = CommittedProtocols.Load(file);
        if (notice is not null)
            protocol = WithNotice(protocol, Date(notice));
        Assert.Equal(refusal, CodeAt(protocol, Date(day)));
    }

    [Fact]
    [Requirement("G6", "W20")]
    public void The_first_day_begins_at_midnight_in_Brussels()
    {
        var summer = new DateTimeOffset(2024, 3, 31, 22, 0, 0, TimeSpan.Zero); // 00:00 on 1 April, two hours ahead of UTC
        Assert.IsType<ProtocolStanding.NotInForce>(ProtocolRules.At(Mechelen, summer.AddTicks(-1)));
        Assert.IsType<ProtocolStanding.InForce>(ProtocolRules.At(Mechelen, summer));
    }

    [Fact]
    [Requirement("G7")]
    public void The_last_day_ends_at_midnight_in_Brussels()
    {
        var given = WithNotice(Mechelen, new(2026, 3, 31));
        Assert.Equal(new ProtocolStanding.InForce(new DateOnly(2026, 9, 30)), ProtocolRules.At(given, new(2026, 9, 30, 21, 59, 59, TimeSpan.Zero)));
        Assert.IsType<ProtocolStanding.NotInForce>(ProtocolRules.At(given, new(2026, 9, 30, 22, 0, 0, TimeSpan.Zero)));
    }

    /// <summary>In words: the same day of the month, or the last day of a month that is too short.</summary>
    [Theory]
    [InlineData("2024-08-31", 6, "2025-02-28")]
    [InlineData("2023-08-31", 6, "2024-02-29")]
    [InlineData("2023-11-30", 3, "2024-02-29")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-05-31", 3, "2024-08-31")]
    [InlineData("2024-01-15", 3, "2024-04-15")]
    [InlineData("2024-12-31", 6, "2025-06-30")]
    [Requirement("G7")]
    public void Notice_ends_on_the_same_day_of_the_month_or_on_its_last_day(string notice, int months, string end) =>
        Assert.Equal(Date(end), ProtocolRules.NoticeEnd(Date(notice), months));

    [Property]
    public bool Notice_never_ends_outside_its_month(ushort day, byte months)
    {
        var notice = new DateOnly(2020, 1, 1).AddDays(day % 20_000);
        var end = ProtocolRules.NoticeEnd(notice, months % 121);
        return ((end.Year * 12) + end.Month) - ((notice.Year * 12) + notice.Month) == months % 121
            && (end.Day == notice.Day || (end.Day < notice.Day && end.Day == DateTime.DaysInMonth(end.Year, end.Month)));
    }

    [Fact]
    [Requirement("G7")]
    public void A_refusal_after_notice_names_the_article_and_the_dates()
    {
        var standing = ProtocolRules.At(WithNotice(Mechelen, new(2026, 3, 31)), LegalCalendar.StartOf(new(2026, 12, 1)));
        Assert.Equal(
            new Refusal("protocol-opgezegd", "Mechelen art. 11", "Het protocol is opgezegd op 31 maart 2026 en eindigde op 30 september 2026."),
            Assert.IsType<ProtocolStanding.NotInForce>(standing).Refusal);
    }

    [Fact]
    [Requirement("G1")]
    public void An_unknown_protocol_is_refused_with_the_decree()
    {
        var refusal = ProtocolRules.Unknown(new ProtocolId("geel-2026"));
        Assert.Equal(("protocol-onbekend", "decreet 18 juli 2008 art. 8 §1"), (refusal.Code, refusal.Article));
    }

    [Fact]
    [Requirement("G2")]
    public void Both_parties_must_have_published()
    {
        Assert.Equal("protocol-niet-bekendgemaakt", CodeOn(Mechelen with { Publications = [Mechelen.Publications[0]] }));
        var later = Mechelen.Publications[1] with { Date = new(2026, 6, 2) };
        Assert.Equal("protocol-niet-bekendgemaakt", CodeOn(Mechelen with { Publications = [Mechelen.Publications[0], later] }));
    }

    [Fact]
    [Requirement("G3")]
    public void A_blank_advice_or_one_after_signing_blocks_until_somebody_accepts_it()
    {
        var blank = Mechelen.Advices[0] with { Date = null, DatePrinted = "[DATUM]" };
        Assert.Equal("advies-zonder-datum", CodeOn(Mechelen with { Advices = [blank, Mechelen.Advices[1]] }));
        var late = Mechelen.Advices[1] with { Date = new(2024, 3, 28) };
        var protocol = Mechelen with { Advices = [Mechelen.Advices[0], late] };
        Assert.Equal("advies-na-ondertekening", CodeOn(protocol));

        var acceptance = Mechelen.AcceptedFindings[0] with { Code = "advies-na-ondertekening", Subject = "ocmw-mechelen", On = new(2026, 6, 1) };
        var accepted = protocol with { AcceptedFindings = [.. Mechelen.AcceptedFindings, acceptance] };
        Assert.Null(CodeOn(accepted));
        Assert.Equal("advies-na-ondertekening", CodeAt(accepted, new(2026, 5, 31))); // not before it was accepted
        Assert.Equal("advies-na-ondertekening", CodeOn(protocol with
        {
            AcceptedFindings = [.. Mechelen.AcceptedFindings, acceptance with { Subject = "opgroeien-regie" }], // another party's
        }));
    }

    [Fact]
    [Requirement("G4")]
    public void No_referral_before_the_agreement_although_the_protocol_is_in_force()
    {
        var protocol = Mechelen with { Agreement = Mechelen.Agreement! with { Date = new(2026, 6, 2) } };
        Assert.Equal("overeenkomst-nog-niet-gesloten", CodeOn(protocol));
        Assert.NotEqual("overeenkomst-nog-niet-gesloten", CodeAt(protocol, new(2026, 6, 2)));
    }

    [Fact]
    [Requirement("G5")]
    public void Each_party_has_a_stored_signer_with_role_and_mandate()
    {
        Assert.All(Mechelen.Signing.Signatures, signature => Assert.True(signature is { Office.Length: > 0, Mandate.Length: > 0 }));
        var unsigned = Mechelen.Signing with { Signatures = [Mechelen.Signing.Signatures[0]] };
        Assert.Equal("handtekening-ontbreekt", CodeOn(Mechelen with { Signing = unsigned }));
    }

    [Fact]
    [Requirement("W4", "R8")]
    public void Nothing_goes_to_a_mailbox_before_somebody_confirmed_who_reads_it()
    {
        var receiver = Mechelen.Contacts[1];
        var unread = receiver with { Mailbox = receiver.Mailbox! with { ConfirmedOn = new(2026, 6, 2) } };
        var protocol = Mechelen with { Contacts = [Mechelen.Contacts[0], unread] };
        Assert.Equal("postbus-niet-bevestigd", CodeOn(protocol));
        Assert.Null(CodeAt(protocol, new(2026, 6, 2)));
    }

    [Fact]
    public void A_protocol_that_ended_by_law_allows_nothing_from_that_day()
    {
        var end = new Termination { Source = "art. 11", Date = new(2026, 6, 1), Cause = EndCause.GroundLapsed };
        var protocol = Mechelen with { Duration = Mechelen.Duration with { Termination = end } };
        Assert.Null(CodeAt(protocol, new(2026, 5, 31)));
        Assert.Equal("protocol-beeindigd", CodeAt(protocol, new(2026, 6, 1)));
    }

    [Fact]
    public void An_open_finding_that_blocks_keeps_the_protocol_closed() =>
        Assert.Equal("bevinding-niet-aanvaard", CodeOn(Mechelen with { AcceptedFindings = [] }));

    /// <summary>In words: a purpose must be named, stand in the protocol, and be this party's own.</summary>
    [Theory]
    [InlineData("ocmw-mechelen", "hulpvraag-onderzoeken", null)]
    [InlineData("ocmw-mechelen", "passende-hulpverlening-zoeken", null)]
    [InlineData("ocmw-mechelen", null, "doel-ontbreekt")]
    [InlineData("ocmw-mechelen", " ", "doel-ontbreekt")]
    [InlineData("ocmw-mechelen", "schulden-innen", "doel-niet-in-protocol")]
    [InlineData("ocmw-mechelen", "Hulpvraag-onderzoeken", "doel-niet-in-protocol")]
    [InlineData("opgroeien-regie", "hulpvraag-onderzoeken", "doel-niet-in-protocol")]
    [InlineData("ocmw-kasterlee", "vraagverheldering", "doel-niet-in-protocol")]
    [Requirement("G20")]
    public void A_purpose_is_named_and_stands_in_the_protocol(string party, string? purpose, string? refusal) =>
        Assert.Equal(refusal, ProtocolRules.Purpose(Mechelen, new PartyId(party), purpose)?.Code);

    private static Protocol WithNotice(Protocol protocol, DateOnly date) => protocol with
    {
        Duration = protocol.Duration with { Notice = new Notice { Source = "art. 11", Date = date, By = protocol.Receiver } },
    };

    private static string? CodeOn(Protocol protocol) => CodeAt(protocol, new(2026, 6, 1));

    private static string? CodeAt(Protocol protocol, DateOnly date) =>
        ProtocolRules.At(protocol, LegalCalendar.At(date, new TimeOnly(12, 0))) is ProtocolStanding.NotInForce refused ? refused.Refusal.Code : null;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
