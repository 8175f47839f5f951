using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Governance.AnswerCorrections;

/// <summary>The rules of article 7 for a Groeipakket answer, without a host.</summary>
public sealed class AnswerCorrectionRulesTests
{
    private static readonly DateTimeOffset Begin = Referrals.Begin;
    private static readonly ExchangeId Dossier = new("VA-0000-0000-0001");
    private static readonly ExchangeId Answer = new("GA-0000-0000-0001");
    private static readonly ActedBy Service = new(new("ocmw-turnhout"), "sociale-dienst", new("m-2026-e"));
    private static readonly ActedBy Team = new(new("opgroeien-regie"), "kadaster-team", new("m-2026-f"));

    private static Protocol Turnhout => CommittedProtocols.Turnhout;

    /// <summary>received, ended, kind, fields, rows -> recorded, or the refusal.</summary>
    [Theory]
    [InlineData(true, false, DefectKind.Wrong, "recht-sociale-toeslag", "2", "=")]
    [InlineData(true, false, DefectKind.Missing, "insz-begunstigde", "", "=")]
    [InlineData(true, false, DefectKind.Superfluous, "insz-begunstigde", "2,3", "=")]
    [InlineData(true, false, DefectKind.Superfluous, "insz-begunstigde", "", "rij-ontbreekt")]
    [InlineData(true, false, DefectKind.Wrong, "", "2", "veld-ontbreekt")]
    [InlineData(true, false, DefectKind.Wrong, "telefoonnummer", "2", "veld-onbekend")]
    [InlineData(true, false, DefectKind.Wrong, "recht-sociale-toeslag", "0", "rij-ongeldig")]
    [InlineData(true, false, DefectKind.Wrong, "recht-sociale-toeslag", "1048576", "=")]
    [InlineData(true, false, DefectKind.Wrong, "recht-sociale-toeslag", "1048577", "rij-ongeldig")]
    [InlineData(false, false, DefectKind.Wrong, "recht-sociale-toeslag", "2", "nog-niet-ontvangen")]
    [InlineData(true, true, DefectKind.Wrong, "recht-sociale-toeslag", "2", "antwoord-beeindigd")]
    [Requirement("G17", "W14")]
    public void A_report_names_fields_of_the_answer_and_rows_of_a_received_file(bool received, bool ended, DefectKind kind, string fields, string rows, string expected) =>
        Assert.Equal(expected, Said(Decide(null, Service, Report(kind, Split(fields), [.. Split(rows).Select(row => int.Parse(row, System.Globalization.CultureInfo.InvariantCulture))], received, ended))));

    [Fact]
    [Requirement("G17")]
    public void At_most_two_hundred_different_rows_are_named_in_order_and_once()
    {
        var fact = Assert.IsType<AnswerCorrectionFact.Reported>(Assert.IsType<DossierDecision.Record>(Decide(null, Service, Report(rows: [.. Enumerable.Range(1, 200).Reverse(), 7]))).Fact);
        Assert.Equal(Enumerable.Range(1, 200), fact.Rows);
        Assert.Equal("te-veel-rijen", Said(Decide(null, Service, Report(rows: [.. Enumerable.Range(1, 201)]))));
    }

    [Fact]
    [Requirement("G17")]
    public void Who_provides_the_data_or_stands_outside_the_duty_reports_nothing()
    {
        Assert.Equal("melden-niet-voorzien", Said(Decide(null, Team, Report())));
        Assert.Equal("melden-niet-voorzien", Said(Decide(null, Referrals.Worker, Report())));
    }

    /// <summary>state, command -> recorded (=), already (.) or the refusal.</summary>
    [Theory]
    [InlineData("gemeld", "aangepast", "toestand-niet-bevestigd")]
    [InlineData("gemeld", "bevestig", "=")]
    [InlineData("gemeld", "trek-terug", "=")]
    [InlineData("gemeld", "wis", "niets-te-wissen")]
    [InlineData("bevestigd", "bevestig", ".")]
    [InlineData("bevestigd", "aangepast", "=")]
    [InlineData("bevestigd", "aangepast met reden", "reden-niet-verwacht")]
    [InlineData("bevestigd", "overtollig-gewist", "maatregel-past-niet")]
    [InlineData("bevestigd", "niet-gegrond", "reden-ontbreekt")]
    [InlineData("bevestigd", "niet-gegrond met reden", "=")]
    [InlineData("bevestigd", "niet-gegrond, wens van de cliënt", "reden-past-niet")]
    [InlineData("aangepast", "aangepast", ".")]
    [InlineData("aangepast", "niet-gegrond met reden", "al-behandeld")]
    [InlineData("aangepast", "trek-terug", "al-behandeld")]
    [InlineData("aangepast", "wis", "niets-te-wissen")]
    [InlineData("overtollig bevestigd", "overtollig-gewist", "=")]
    [InlineData("overtollig beslist", "wis", "=")]
    [InlineData("overtollig beslist", "trek-terug", "al-behandeld")]
    [InlineData("overtollig gewist", "wis", ".")]
    [Requirement("G17")]
    public void Every_step_comes_in_its_order_and_once(string state, string command, string expected) => Assert.Equal(expected, Said(Decide(States[state], Team, Commands[command])));

    [Theory]
    [InlineData("gemeld", "gemeld")]
    [InlineData("bevestigd", "in-onderzoek")]
    [InlineData("aangepast", "aangepast")]
    [InlineData("overtollig beslist", "rijen-te-wissen")]
    [InlineData("overtollig gewist", "overtollig-gewist")]
    [Requirement("G17")]
    public void The_word_of_a_state_says_who_is_to_do_something(string state, string word) => Assert.Equal(word, States[state].Word);

    /// <summary>Working days from a Monday on: the terms are those of the protocol file.</summary>
    [Theory]
    [InlineData("gemeld", 2, "")]
    [InlineData("gemeld", 3, "herinnering:bevestiging:1")]
    [InlineData("gemeld", 6, "herinnering:bevestiging:2 escalatie:bevestiging:2")]
    [InlineData("bevestigd", 9, "")]
    [InlineData("bevestigd", 10, "herinnering:onderzoek:1")]
    [InlineData("bevestigd", 20, "herinnering:onderzoek:2 escalatie:onderzoek:2")]
    [InlineData("overtollig beslist", 9, "")]
    [InlineData("overtollig beslist", 11, "herinnering:wissen:1")]
    [Requirement("G17")]
    public void What_waits_is_repeated_after_each_term_and_escalates_from_the_second_on(string state, int workingDays, string expected)
    {
        var now = LegalCalendar.AddWorkingDays(Begin, workingDays);
        var plan = AnswerCorrectionPlan.Of(Dossier, Turnhout, States[state], new HashSet<string>(), now);
        Assert.Equal(expected, string.Join(' ', plan.Steps.Select(step => step.Code).Where(code => code.Contains(':', StringComparison.Ordinal))));
        Assert.InRange(plan.Next!.Value, now.AddTicks(1), now.AddDays(1));
    }

    [Fact]
    [Requirement("G17", "W4")]
    public void No_message_has_a_value_and_each_gives_a_telephone_where_one_is_needed()
    {
        var texts = States.Values.SelectMany(state => AnswerCorrectionPlan.Of(Dossier, Turnhout, state, new HashSet<string> { "antwoord" }, Begin.AddDays(60)).Steps).OfType<DossierStep.Tell>().ToList();
        Assert.All(texts, tell => Assert.Contains($"Kenmerk: {Dossier}", tell.Text.Text, StringComparison.Ordinal));
        Assert.Contains(texts, tell => tell.Code == "antwoord" && tell.Text.Text.Contains("Er komt geen nieuw bestand", StringComparison.Ordinal) && tell.Text.Text.Contains("Telefoon van de dienst: 02 ", StringComparison.Ordinal));
        Assert.Contains(texts, tell => tell.Text.Text.Contains("Wis in uw bestand rij 2", StringComparison.Ordinal));
    }

    private static readonly Dictionary<string, AnswerCorrectionCommand> Commands = new()
    {
        ["bevestig"] = new AnswerCorrectionCommand.Acknowledge(Manner.Mail),
        ["trek-terug"] = new AnswerCorrectionCommand.TakeBack(),
        ["wis"] = new AnswerCorrectionCommand.DeclareErased(),
        ["aangepast"] = new AnswerCorrectionCommand.Decide(AnswerMeasure.Adapted, null, Manner.Telephone),
        ["aangepast met reden"] = new AnswerCorrectionCommand.Decide(AnswerMeasure.Adapted, UnfoundedReason.DataAreRight, Manner.Telephone),
        ["overtollig-gewist"] = new AnswerCorrectionCommand.Decide(AnswerMeasure.RowErased, null, Manner.Telephone),
        ["niet-gegrond"] = new AnswerCorrectionCommand.Decide(AnswerMeasure.Unfounded, null, Manner.Telephone),
        ["niet-gegrond met reden"] = new AnswerCorrectionCommand.Decide(AnswerMeasure.Unfounded, UnfoundedReason.DataAreRight, Manner.Telephone),
        ["niet-gegrond, wens van de cliënt"] = new AnswerCorrectionCommand.Decide(AnswerMeasure.Unfounded, UnfoundedReason.ClientWantsNoChange, Manner.Telephone),
    };

    private static readonly Dictionary<string, AnswerCorrectionState> States = new()
    {
        ["gemeld"] = State(),
        ["bevestigd"] = State(Acknowledged()),
        ["aangepast"] = State(Acknowledged(), Decided(AnswerMeasure.Adapted)),
        ["overtollig bevestigd"] = Superfluous(Acknowledged()),
        ["overtollig beslist"] = Superfluous(Acknowledged(), Decided(AnswerMeasure.RowErased)),
        ["overtollig gewist"] = Superfluous(Acknowledged(), Decided(AnswerMeasure.RowErased), new AnswerCorrectionFact.RowsErased(Referrals.NextId(), Begin.AddHours(3), Service)),
    };

    private static AnswerCorrectionCommand.Report Report(
        DefectKind kind = DefectKind.Wrong, IReadOnlyList<string>? fields = null, IReadOnlyList<int>? rows = null, bool received = true, bool ended = false) =>
        new(Answer, received, ended, kind, fields ?? ["recht-sociale-toeslag"], rows ?? [2], AfterNotice: false, Manner.Application);

    private static AnswerCorrectionFact Acknowledged() => new AnswerCorrectionFact.Acknowledged(Referrals.NextId(), Begin.AddHours(1), Team, Manner.Application);

    private static AnswerCorrectionFact Decided(AnswerMeasure measure) => new AnswerCorrectionFact.Decided(Referrals.NextId(), Begin.AddHours(2), Team, measure, Manner.Telephone);

    private static AnswerCorrectionState State(params AnswerCorrectionFact[] facts) => Of(DefectKind.Wrong, facts);

    private static AnswerCorrectionState Superfluous(params AnswerCorrectionFact[] facts) => Of(DefectKind.Superfluous, facts);

    private static AnswerCorrectionState Of(DefectKind kind, AnswerCorrectionFact[] facts) =>
        new([new AnswerCorrectionFact.Reported(Referrals.NextId(), Begin, Service, Answer, kind, ["recht-sociale-toeslag"], [2], AfterNotice: false, Manner.Application), .. facts]);

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static DossierDecision Decide(AnswerCorrectionState? state, ActedBy actor, AnswerCorrectionCommand command) =>
        AnswerCorrectionDecisions.Decide(state, command, new(Dossier, Turnhout, Referrals.NextId(), Begin.AddHours(4), new(2026, 3, 2), actor));

    private static string Said(DossierDecision decision) => decision switch
    {
        DossierDecision.Record => "=",
        DossierDecision.Already => ".",
        DossierDecision.Refuse { Refusal.Code: var code } => code,
        _ => throw new InvalidOperationException(decision.GetType().Name),
    };
}
