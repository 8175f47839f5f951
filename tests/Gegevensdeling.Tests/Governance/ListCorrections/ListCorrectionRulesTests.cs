using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.ListCorrections;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.ListCorrections;

/// <summary>The rules of article 7 for the list of a debtor protocol, both ways, without a host.</summary>
public sealed class ListCorrectionRulesTests
{
    private static readonly DateTimeOffset Begin = Referrals.Begin;
    private static readonly DateTimeOffset Later = Begin.AddHours(3);
    private static readonly ExchangeId Dossier = new("VL-0000-0000-0001");
    private static readonly ActedBy Town = new(new("gemeente-maldegem"), "debiteurenteam", new("m-2026-e"));
    private static readonly ActedBy Centre = new(new("ocmw-maldegem"), "maatschappelijk-werker", new("m-2026-f"));

    private static Protocol Maldegem => CommittedProtocols.Maldegem;

    /// <summary>over, kind, fields, rows, files -> recorded, or the refusal.</summary>
    [Theory]
    [InlineData(false, DefectKind.Wrong, "bedrag", "2", null, "=")]
    [InlineData(false, DefectKind.Inexact, "vermelding,adres", "", null, "=")]
    [InlineData(false, DefectKind.Missing, "rijksregisternummer", "", 3, "=")]
    [InlineData(false, DefectKind.Superfluous, "dossiernummer", "2,3", null, "=")]
    [InlineData(false, DefectKind.Superfluous, "dossiernummer", "", 1, "=")]
    [InlineData(false, DefectKind.Superfluous, "dossiernummer", "", null, "rij-ontbreekt")]
    [InlineData(false, DefectKind.Wrong, "", "2", null, "veld-ontbreekt")]
    [InlineData(false, DefectKind.Wrong, "e-mailadres", "2", null, "veld-onbekend")]
    [InlineData(false, DefectKind.Wrong, "bedrag", "0", null, "rij-ongeldig")]
    [InlineData(false, DefectKind.Wrong, "bedrag", "1048577", null, "rij-ongeldig")]
    [InlineData(false, DefectKind.Wrong, "bedrag", "2", 1, "rijen-of-aantal")]
    [InlineData(false, DefectKind.Wrong, "bedrag", "", 0, "aantal-ongeldig")]
    [InlineData(false, DefectKind.Wrong, "bedrag", "", 85073000, "aantal-ongeldig")]
    [InlineData(true, DefectKind.Wrong, "bedrag", "2", null, "lijst-beeindigd")]
    [Requirement("G17")]
    public void A_report_names_fields_and_rows_or_a_count_and_never_what_could_be_a_number_of_a_person(bool over, DefectKind kind, string fields, string rows, int? files, string expected)
    {
        foreach (var who in new[] { Town, Centre })
            Assert.Equal(expected, Said(Decide(null, who, Report(kind, Split(fields), [.. Split(rows).Select(row => int.Parse(row, System.Globalization.CultureInfo.InvariantCulture))], files, over))));
    }

    [Fact]
    [Requirement("G17")]
    public void The_other_party_handles_whichever_reported_and_a_protocol_without_the_duty_has_no_report()
    {
        Assert.Equal(("ocmw-maldegem", "gemeente-maldegem"), (Reported(Town).To.Value, Reported(Centre).To.Value));
        Assert.Equal("melden-niet-voorzien", Said(Decide(null, Referrals.Worker, Report())));
        var oneWay = Maldegem with { Duties = [.. Maldegem.Duties.Select(duty => duty.Kind == DutyKind.DataQuality ? duty with { From = [Maldegem.Receiver] } : duty)] };
        Assert.Equal("melden-niet-voorzien", Said(ListCorrectionDecisions.Decide(null, Report(), new(Dossier, oneWay, Referrals.NextId(), Later, new(2026, 3, 2), Town))));
    }

    [Fact]
    [Requirement("G17")]
    public void At_most_two_hundred_different_rows_are_named_in_order_and_once()
    {
        var fact = Assert.IsType<ListCorrectionFact.Reported>(Assert.IsType<DossierDecision.Record>(Decide(null, Town, Report(rows: [.. Enumerable.Range(1, 200).Reverse(), 7]))).Fact);
        Assert.Equal(Enumerable.Range(1, 200), fact.Rows);
        Assert.Equal("te-veel-rijen", Said(Decide(null, Town, Report(rows: [.. Enumerable.Range(1, 201)]))));
    }

    /// <summary>The reporter, the state, who acts, what -> recorded (=), already (.) or the refusal. "daarna" says that the list changed after the step before.</summary>
    [Theory]
    [InlineData("ocmw", "gemeld", "gemeente", "bevestig", "=")]
    [InlineData("ocmw", "gemeld", "ocmw", "bevestig", "andere-partij")]
    [InlineData("ocmw", "gemeld", "ocmw", "trek-terug", "=")]
    [InlineData("ocmw", "gemeld", "gemeente", "trek-terug", "andere-partij")]
    [InlineData("ocmw", "gemeld", "gemeente", "volgende-levering", "toestand-niet-bevestigd")]
    [InlineData("ocmw", "bevestigd", "gemeente", "bevestig", ".")]
    [InlineData("ocmw", "bevestigd", "ocmw", "volgende-levering", "andere-partij")]
    [InlineData("ocmw", "bevestigd", "gemeente", "volgende-levering", "=")]
    [InlineData("ocmw", "bevestigd", "gemeente", "nieuwe-versie daarna", "=")]
    [InlineData("ocmw", "bevestigd", "gemeente", "nieuwe-versie", "versie-ontbreekt")]
    [InlineData("ocmw", "bevestigd", "gemeente", "rij-gesloten daarna", "=")]
    [InlineData("ocmw", "bevestigd", "gemeente", "rij-gesloten", "versie-ontbreekt")]
    [InlineData("ocmw", "bevestigd", "gemeente", "vermelding-gewijzigd daarna", "maatregel-past-niet")]
    [InlineData("ocmw", "bevestigd", "gemeente", "geen-fout", "reden-ontbreekt")]
    [InlineData("ocmw", "bevestigd", "gemeente", "geen-fout met reden", "=")]
    [InlineData("ocmw", "bevestigd", "gemeente", "geen-fout, wens van de cliënt", "reden-past-niet")]
    [InlineData("ocmw", "bevestigd", "gemeente", "volgende-levering met reden", "reden-niet-verwacht")]
    [InlineData("gemeente", "bevestigd", "ocmw", "vermelding-gewijzigd daarna", "=")]
    [InlineData("gemeente", "bevestigd", "ocmw", "vermelding-gewijzigd", "versie-ontbreekt")]
    [InlineData("gemeente", "bevestigd", "ocmw", "rij-gesloten daarna", "maatregel-past-niet")]
    [InlineData("gemeente", "bevestigd, over het bedrag", "ocmw", "vermelding-gewijzigd daarna", "maatregel-past-niet")]
    [InlineData("ocmw", "beloofd", "gemeente", "volgende-levering", ".")]
    [InlineData("ocmw", "beloofd", "gemeente", "geen-fout met reden", "al-behandeld")]
    [InlineData("ocmw", "beloofd", "ocmw", "trek-terug", "al-behandeld")]
    [InlineData("ocmw", "beloofd", "gemeente", "uitgevoerd", "levering-ontbreekt")]
    [InlineData("ocmw", "beloofd", "gemeente", "uitgevoerd daarna", "=")]
    [InlineData("ocmw", "beloofd", "ocmw", "uitgevoerd daarna", "andere-partij")]
    [InlineData("ocmw", "uitgevoerd", "gemeente", "uitgevoerd daarna", ".")]
    [InlineData("ocmw", "bevestigd", "gemeente", "uitgevoerd daarna", "niets-uit-te-voeren")]
    [Requirement("G17")]
    public void Every_step_comes_in_its_order_once_and_by_the_party_whose_it_is(string reporter, string state, string who, string command, string expected) =>
        Assert.Equal(expected, Said(Decide(State(reporter, state), Of(who), Command(command))));

    [Theory]
    [InlineData("gemeld", "gemeld")]
    [InlineData("bevestigd", "in-onderzoek")]
    [InlineData("beloofd", "te-leveren")]
    [InlineData("uitgevoerd", "volgende-levering")]
    [Requirement("G17")]
    public void The_word_of_a_state_says_who_is_to_do_something(string state, string word) => Assert.Equal(word, State("ocmw", state).Word);

    /// <summary>From a Monday on; the terms are those of the protocol file. A promise is followed from the first day of the next month, Wednesday 1 April.</summary>
    [Theory]
    [InlineData("gemeld", "2026-03-02", "")]
    [InlineData("gemeld", "2026-03-03", "herinnering:bevestiging:1")]
    [InlineData("gemeld", "2026-03-09", "herinnering:bevestiging:1")]
    [InlineData("gemeld", "2026-03-10", "herinnering:bevestiging:2 escalatie:bevestiging:2")]
    [InlineData("bevestigd", "2026-03-13", "")]
    [InlineData("bevestigd", "2026-03-16", "herinnering:onderzoek:1")]
    [InlineData("bevestigd", "2026-03-23", "herinnering:onderzoek:2 escalatie:onderzoek:2")]
    [InlineData("beloofd", "2026-04-02", "")]
    [InlineData("beloofd", "2026-04-08", "herinnering:levering:1")]
    [InlineData("beloofd", "2026-04-14", "herinnering:levering:2 escalatie:levering:2")]
    [Requirement("G17")]
    public void What_waits_is_reminded_after_its_term_then_repeated_and_escalated(string state, string day, string expected)
    {
        var now = LegalCalendar.At(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(18, 0));
        var plan = ListCorrectionPlan.Of(Dossier, Maldegem, State("ocmw", state), new HashSet<string>(), now);
        Assert.Equal(expected, string.Join(' ', plan.Steps.Select(step => step.Code).Where(code => code.Contains(':', StringComparison.Ordinal))));
        Assert.InRange(plan.Next!.Value, now.AddTicks(1), now.AddDays(1));
    }

    /// <summary>Everything that is ever told, from the first report to the last answer, of both directions.</summary>
    [Fact]
    [Requirement("G17", "W4")]
    public async Task Every_message_names_references_fields_rows_and_counts_and_nothing_else()
    {
        (string Reporter, string State)[] cases =
        [
            ("ocmw", "gemeld"), ("ocmw", "bevestigd"), ("ocmw", "beloofd"), ("ocmw", "uitgevoerd"), ("ocmw", "rij gesloten"), ("gemeente", "gemeld, drie dossiers"), ("gemeente", "vermelding gewijzigd"),
            ("gemeente", "geen fout"), ("gemeente", "teruggetrokken"),
        ];
        var told = cases.SelectMany(one => ListCorrectionPlan.Of(Dossier, Maldegem, State(one.Reporter, one.State), new HashSet<string> { "antwoord" }, Begin.AddDays(60)).Steps.OfType<DossierStep.Tell>()).ToList();
        Assert.All(told, one => Assert.Contains($"Kenmerk: {Dossier}", one.Text.Text, StringComparison.Ordinal));
        await Approved.EqualAsync("berichten.approved.txt", string.Concat(told.Select(one =>
            $"--- {one.Code}, aan {string.Join(", ", one.To.Select(to => $"{to.GetType().Name} {to.Of}".Trim()))}\n{one.Text.Subject}\n{one.Text.Text}").Distinct()));
    }

    private static ActedBy Of(string who) => who == "ocmw" ? Centre : Town;

    private static ListCorrectionCommand Command(string text)
    {
        DateTimeOffset? changed = text.EndsWith("daarna", StringComparison.Ordinal) ? Later : Begin.AddDays(-1);
        return text.Replace(" daarna", "", StringComparison.Ordinal) switch
        {
            "bevestig" => new ListCorrectionCommand.Acknowledge(Manner.Mail),
            "trek-terug" => new ListCorrectionCommand.TakeBack(),
            "uitgevoerd" => new ListCorrectionCommand.CarryOut(changed),
            "volgende-levering" => Decided(ListMeasure.NextDelivery, null),
            "volgende-levering met reden" => Decided(ListMeasure.NextDelivery, UnfoundedReason.DataAreRight),
            "nieuwe-versie" => Decided(ListMeasure.NewVersion, null),
            "rij-gesloten" => Decided(ListMeasure.RowClosed, null),
            "vermelding-gewijzigd" => Decided(ListMeasure.MarkChanged, null),
            "geen-fout" => Decided(ListMeasure.NoDefect, null),
            "geen-fout met reden" => Decided(ListMeasure.NoDefect, UnfoundedReason.DataAreRight),
            "geen-fout, wens van de cliënt" => Decided(ListMeasure.NoDefect, UnfoundedReason.ClientWantsNoChange),
            _ => throw new ArgumentOutOfRangeException(nameof(text)),
        };

        ListCorrectionCommand Decided(ListMeasure measure, UnfoundedReason? reason) => new ListCorrectionCommand.Decide(measure, reason, changed, Manner.Telephone);
    }

    private static ListCorrectionState State(string reporter, string state)
    {
        var (from, to) = reporter == "ocmw" ? (Centre, Town) : (Town, Centre);
        var report = new ListCorrectionFact.Reported(Referrals.NextId(), Begin, from, new("DL-0000-0000-0001"), to.Party, DefectKind.Wrong, ["vermelding"], [2, 5], AfterNotice: false, Manner.Application);
        var read = new ListCorrectionFact.Acknowledged(Referrals.NextId(), Begin.AddHours(1), to, Manner.Application);
        return state switch
        {
            "gemeld" => new([report]),
            "gemeld, drie dossiers" => new([report with { Rows = [], Files = 3, AfterNotice = true }]),
            "bevestigd" => new([report, read]),
            "bevestigd, over het bedrag" => new([report with { Fields = ["bedrag"] }, read]),
            "beloofd" => new([report, read, Decided(ListMeasure.NextDelivery)]),
            "uitgevoerd" => new([report, read, Decided(ListMeasure.NextDelivery), new ListCorrectionFact.CarriedOut(Referrals.NextId(), Begin.AddHours(3), to)]),
            "rij gesloten" => new([report, read, Decided(ListMeasure.RowClosed)]),
            "vermelding gewijzigd" => new([report, read, Decided(ListMeasure.MarkChanged)]),
            "geen fout" => new([report, read, Decided(ListMeasure.NoDefect) with { Reason = UnfoundedReason.DataAreRight }]),
            "teruggetrokken" => new([report, new ListCorrectionFact.NoLongerNeeded(Referrals.NextId(), Begin.AddHours(1), from)]),
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

        ListCorrectionFact.Decided Decided(ListMeasure measure) => new(Referrals.NextId(), Begin.AddHours(2), to, measure, Manner.Telephone);
    }

    private static ListCorrectionFact.Reported Reported(ActedBy who) => (ListCorrectionFact.Reported)((DossierDecision.Record)Decide(null, who, Report())).Fact;

    private static ListCorrectionCommand.Report Report(
        DefectKind kind = DefectKind.Wrong, IReadOnlyList<string>? fields = null, IReadOnlyList<int>? rows = null, int? files = null, bool over = false) =>
        new(new("DL-0000-0000-0001"), over, kind, fields ?? ["vermelding"], rows ?? [], files, AfterNotice: false, Manner.Application);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static DossierDecision Decide(ListCorrectionState? state, ActedBy actor, ListCorrectionCommand command) =>
        ListCorrectionDecisions.Decide(state, command, new(Dossier, Maldegem, Referrals.NextId(), Begin.AddHours(4), new(2026, 3, 2), actor));

    private static string Said(DossierDecision decision) => decision switch
    {
        DossierDecision.Record => "=",
        DossierDecision.Already => ".",
        DossierDecision.Refuse { Refusal.Code: var code } => code,
        _ => throw new InvalidOperationException(decision.GetType().Name),
    };
}
