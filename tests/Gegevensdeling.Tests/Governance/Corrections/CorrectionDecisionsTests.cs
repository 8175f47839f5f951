using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Exchanges;
using Xunit;
using static Gegevensdeling.Tests.Governance.Corrections.Reports;

namespace Gegevensdeling.Tests.Governance.Corrections;

/// <summary>Article 7 step by step: every command in every state is approved text; the rules that must hold in all of it are checked one by one.</summary>
public sealed class CorrectionDecisionsTests
{
    private static readonly (string Does, ActedBy Actor, CorrectionCommand Command)[] Rows =
    [
        ("OCMW meldt een fout", Referrals.Worker, Report()),
        ("OCMW meldt een fout na het einde", Referrals.Worker, Report(ended: true)),
        ("team meldt zelf een fout", Referrals.Sender, Report()),
        ("team meldt zelf een fout na het einde", Referrals.Sender, Report(ended: true)),
        ("OCMW meldt zonder gegeven", Referrals.Worker, Report(fields: [])),
        ("OCMW meldt een gegeven buiten het protocol", Referrals.Worker, Report(fields: ["telefoonnummer", "rijksregisternummer"])),
        ("team bevestigt", Referrals.Sender, new CorrectionCommand.Acknowledge(Manner.Telephone)),
        ("team: niet gegrond", Referrals.Sender, new CorrectionCommand.Decide(CorrectionMeasure.Unfounded, UnfoundedReason.DataAreRight, Manner.Application)),
        ("team: niet gegrond, zonder reden", Referrals.Sender, new CorrectionCommand.Decide(CorrectionMeasure.Unfounded, null, Manner.Application)),
        ("team: gewist", Referrals.Sender, new CorrectionCommand.Decide(CorrectionMeasure.Erased, null, Manner.Application)),
        ("team: gewist, met reden", Referrals.Sender, new CorrectionCommand.Decide(CorrectionMeasure.Erased, UnfoundedReason.DataAreRight, Manner.Application)),
        ("team: verbeterd, zonder inhoud", Referrals.Sender, new CorrectionCommand.Decide(CorrectionMeasure.Corrected, null, Manner.Application)),
        ("team brengt inhoud", Referrals.Sender, new CorrectionCommand.BeginReplacement()),
        ("team: niet meer nodig", Referrals.Sender, new CorrectionCommand.TakeBack()),
        ("OCMW: niet meer nodig", Referrals.Worker, new CorrectionCommand.TakeBack()),
    ];

    private static IEnumerable<(string Name, CorrectionState? State)> EveryState()
    {
        yield return ("nog niets gemeld", null);
        yield return ("gemeld door het OCMW", State(Reported()));
        yield return ("overtollig, gemeld door het OCMW", State(Reported(kind: DefectKind.Superfluous)));
        yield return ("gemeld en bevestigd", State(Reported(), Acknowledged()));
        yield return ("overtollig, bevestigd", State(Reported(kind: DefectKind.Superfluous), Acknowledged()));
        yield return ("eigen verbetering van het team", State(Reported(Referrals.Sender)));
        yield return ("eigen verbetering van het team, overtollig", State(Reported(Referrals.Sender, DefectKind.Superfluous)));
        yield return ("inhoud gebracht, nog niet verzegeld", State(Reported(), Acknowledged(), Begun()));
        yield return ("inhoud vervangen", State(Reported(), Acknowledged(), Begun(), Replaced()));
        yield return ("niet gegrond", State(Reported(), Acknowledged(), Decided(CorrectionMeasure.Unfounded, UnfoundedReason.DataAreRight)));
    }

    [Fact]
    [Requirement("G17", "R15", "W5", "W12")]
    public async Task Every_command_in_every_state_is_allowed_or_refused_as_approved()
    {
        var text = new StringBuilder("Verbeteringen (artikel 7): wie mag wat, in elke toestand. '=' is: het was al zo.\n");
        foreach (var (name, state) in EveryState())
        {
            text.Append("\n== ").Append(name).Append(" ==\n");
            foreach (var row in Rows)
                text.Append("  ").Append(row.Does.PadRight(46)).Append(Answer(Decide(state, row.Actor, row.Command))).Append('\n');
        }

        await Approved.EqualAsync("verbeteringen.approved.txt", text.ToString());
    }

    [Fact]
    [Requirement("G17")]
    public void The_six_kinds_of_the_article_can_be_reported_of_each_field_of_the_protocol()
    {
        Assert.Equal(6, Enum.GetValues<DefectKind>().Length);
        foreach (var kind in Enum.GetValues<DefectKind>())
        {
            foreach (var field in Mechelen.Flows[0].Fields)
            {
                var fact = Assert.IsType<CorrectionFact.Reported>(Assert.IsType<DossierDecision.Record>(Decide(null, Referrals.Worker, Report(kind, [field]))).Fact);
                Assert.Equal((kind, field), (fact.Kind, Assert.Single(fact.Fields)));
            }
        }
    }

    [Fact]
    [Requirement("G17")]
    public void Who_may_report_to_whom_is_the_protocols_own_duty_and_a_provider_may_always_correct_itself()
    {
        var silent = Mechelen with { Duties = [.. Mechelen.Duties.Where(duty => duty.Kind != DutyKind.DataQuality)] };
        Assert.True(CorrectionDecisions.MayReport(Mechelen, Mechelen.Receiver));
        Assert.False(CorrectionDecisions.MayReport(silent, Mechelen.Receiver));
        Assert.True(CorrectionDecisions.MayReport(silent, Mechelen.Sender));
        Assert.Equal("melden-niet-voorzien", Assert.IsType<DossierDecision.Refuse>(Decide(null, Referrals.Worker, Report(), silent)).Refusal.Code);
    }

    [Fact]
    [Requirement("R15", "W5")]
    public void What_was_reported_by_telephone_stands_as_done_by_telephone_and_in_the_audit_too()
    {
        var fact = Assert.IsType<DossierDecision.Record>(Decide(null, Referrals.Worker, Report(manner: Manner.Telephone))).Fact;
        Assert.Equal(Manner.Telephone, Assert.IsType<CorrectionFact.Reported>(fact).Manner);
        Assert.Equal(Gegevensdeling.Audit.AuditAction.RecordedByTelephone, fact.Audited.Action);
    }

    [Fact]
    [Requirement("G17")]
    public void A_value_in_the_place_of_a_field_is_refused_and_not_repeated()
    {
        var refusal = Assert.IsType<DossierDecision.Refuse>(Decide(null, Referrals.Worker, Report(fields: [Referrals.Client.Phone!]))).Refusal;
        Assert.DoesNotContain("0470", refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("W12", "R13")]
    public void A_team_that_brought_new_content_reads_the_same_words_whether_there_was_a_copy_left_or_not()
    {
        var live = State(Reported(), Acknowledged(), Begun(), Replaced(), CopyErased(), Settled());
        var ended = State(Reported(), Acknowledged(), Begun(), NoLongerNeeded(), Settled());
        Assert.Equal((live.Word, live.ToldMeasure), (ended.Word, ended.ToldMeasure));
        Assert.Equal(State(Reported(), Acknowledged(), Begun(), Replaced()).Word, State(Reported(), Acknowledged(), Begun()).Word);
    }

    [Fact]
    public void Every_fact_of_a_correction_is_written_and_read_back_and_audited_under_article_7()
    {
        CorrectionFact[] all = [Reported(), Acknowledged(), Begun(), Replaced(), CopyErased(), Decided(CorrectionMeasure.Unfounded, UnfoundedReason.NotConfirmable), Decided(CorrectionMeasure.Erased), NoLongerNeeded(), Settled()];
        Assert.Empty(typeof(CorrectionFact).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(CorrectionFact))).Except(all.Select(fact => fact.GetType())));
        foreach (var fact in all)
        {
            var written = FactJson.Write(fact);
            Assert.Equal(written, FactJson.Write(FactJson.Read(written)));
            Assert.Equal("art. 7", fact.Audited.Ground);
        }
    }

    private static string Answer(DossierDecision decision) => decision switch
    {
        DossierDecision.Record record => FactJson.WordFor(record.Fact),
        DossierDecision.Already => "=",
        DossierDecision.Refuse { Refusal: var refusal } => $"geweigerd: {refusal.Code} ({refusal.Article})",
        _ => throw new InvalidOperationException("a fourth answer"),
    };
}
