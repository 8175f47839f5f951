using System.Text;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>
/// The rule in words: what is delivered is committed to; the other side answers once; the marks go when the OCMW lets them; phase 3 follows the marks; and when the
/// month is over nothing of it can be done any more.
/// </summary>
public sealed class CycleDecisionTests
{
    private static readonly (string Name, CycleCommand Command)[] Commands =
    [
        ("debiteuren leveren", new CycleCommand.DeliverDebtors(new("DB-0000-0000-0002"), 40, new(3, 2), null)),
        ("debiteuren vervangen", new CycleCommand.DeliverDebtors(new("DB-0000-0000-0002"), 40, new(3, 2), Months.Delivery)),
        ("cliëntnummers leveren", new CycleCommand.DeliverClients(30, 1, Months.Commitment)),
        ("levering openen", new CycleCommand.OpenDelivery("preventieve-hulp")),
        ("markeren", new CycleCommand.Mark(4, 0, 1)),
        ("vrijgeven", new CycleCommand.Release(4)),
        ("bevestigen", new CycleCommand.Confirm()),
        ("fase 3 leveren", new CycleCommand.Detail(4, 6, 2)),
    ];

    [Fact]
    [Requirement("D2", "D3", "D4", "F11")]
    public async Task Every_command_in_every_state_is_recorded_or_refused_with_its_article()
    {
        var text = new StringBuilder("Wat in een maand kan. Rij: de stand; daaronder elke handeling met wat ervan komt.\n");
        foreach (var (what, protocol) in new[] { ("dit systeem vergelijkt", Months.Maldegem), ("het OCMW vergelijkt zelf", Months.Literal) })
        {
            text.Append("\n== ").Append(what).Append('\n');
            foreach (var (name, state) in Months.Every())
            {
                text.Append('\n').Append(name).Append(" (").Append(state.Word).Append(")\n");
                foreach (var (said, command) in Commands)
                    text.Append("    ").Append(said.PadRight(24)).Append(Said(CycleDecisions.Decide(Months.View(state, protocol), command, Moment(Months.Begin)))).Append('\n');
            }
        }

        await Approved.EqualAsync("maand-beslissingen.approved.txt", text.ToString());
    }

    [Theory]
    [Requirement("D1")]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public void At_the_last_instant_of_the_month_it_can_be_done_and_at_the_first_of_the_next_no_more(int ticks, bool may)
    {
        var at = Months.March.Closes.AddTicks(ticks);
        var decision = CycleDecisions.Decide(Months.View(Months.Of(Months.Opened())), Commands[0].Command, Moment(at));
        Assert.Equal(may, decision is ExchangeDecision.Record);
    }

    /// <summary>A comparison that was killed keeps the month a quarter of an hour; and its result does not count when another came after it.</summary>
    [Fact]
    [Requirement("F11")]
    public void Only_the_comparison_that_was_committed_to_last_counts()
    {
        var (first, second) = (Months.Clients(Months.Begin.AddMinutes(-30), "a1"), Months.Clients(Months.Begin, "a2"));
        var view = Months.View(Months.Of(Months.Opened(), Months.Delivered(), first, second));
        Assert.IsType<ExchangeDecision.Refuse>(CycleDecisions.Decide(view, new CycleCommand.Compare("a1", 4, 0, 0, 0, 1), Moment(Months.Begin)));
        Assert.IsType<ExchangeDecision.Record>(CycleDecisions.Decide(view, new CycleCommand.Compare("a2", 4, 0, 0, 0, 1), Moment(Months.Begin)));
    }

    private static DecisionMoment Moment(DateTimeOffset at) => new(Months.Fact(), at, Months.Worker);

    private static string Said(ExchangeDecision decision) => decision switch
    {
        ExchangeDecision.Record { Fact: var fact } => $"vastgelegd: {Gegevensdeling.Exchanges.FactJson.WordFor(fact)}",
        ExchangeDecision.Already => "was al zo",
        ExchangeDecision.Refuse { Refusal: Refusal refusal } => $"geweigerd: {refusal.Code} ({refusal.Article})",
        _ => throw new InvalidOperationException(decision.GetType().Name),
    };
}
