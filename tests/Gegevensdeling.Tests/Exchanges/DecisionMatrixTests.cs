using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>
/// Every command in every state, by everybody whom it concerns: the whole table is approved text. The rules that must hold in all of
/// it are checked one by one, so that an approval by mistake does not go unseen.
/// </summary>
public sealed class DecisionMatrixTests
{
    private static readonly (string Who, ActedBy Actor, string Does, ReferralCommand Command, Func<DecisionContext, DecisionContext> In)[] Rows =
    [
        Row("behandelaar", Referrals.Worker, "neemt op", new ReferralCommand.Take(false)),
        Row("collega", Referrals.Colleague, "neemt op", new ReferralCommand.Take(false)),
        Row("collega", Referrals.Colleague, "neemt over", new ReferralCommand.Take(true)),
        Row("behandelaar", Referrals.Worker, "opent", new ReferralCommand.Open("hulpvraag-onderzoeken")),
        Row("behandelaar", Referrals.Worker, "opent voor een ander doel", new ReferralCommand.Open("nieuwsgierigheid")),
        Row("collega", Referrals.Colleague, "opent", new ReferralCommand.Open("hulpvraag-onderzoeken")),
        Row("behandelaar", Referrals.Worker, "haalt het bestand op", new ReferralCommand.Fetch("hulpvraag-onderzoeken")),
        Row("behandelaar", Referrals.Worker, "bevestigt met de juiste controlesom", new ReferralCommand.Confirm(Referrals.Sha256.ToUpperInvariant())),
        Row("behandelaar", Referrals.Worker, "bevestigt met een andere controlesom", new ReferralCommand.Confirm(new string('b', 64))),
        Row("behandelaar", Referrals.Worker, "legt contact vast", new ReferralCommand.RecordContact(Manner.Telephone)),
        Row("behandelaar", Referrals.Worker, "legt vast: cliëntdossier", new ReferralCommand.OpenClientFile(Manner.Application)),
        Row("behandelaar", Referrals.Worker, "legt vast: geen hulp (clausule overgenomen)", new ReferralCommand.WantNoHelp(Manner.Telephone, false)),
        Row("behandelaar", Referrals.Worker, "legt vast: geen hulp (clausule niet overgenomen)", new ReferralCommand.WantNoHelp(Manner.Telephone, false), now => now with { EraseOnRefusal = false }),
        Row("behandelaar", Referrals.Worker, "legt vast: geen hulp, wis nu (clausule niet overgenomen)", new ReferralCommand.WantNoHelp(Manner.Telephone, true), now => now with { EraseOnRefusal = false }),
        Row("behandelaar", Referrals.Worker, "meldt niet voor ons", new ReferralCommand.RefuseNotForUs(NotForUsReason.Moved)),
        Row("behandelaar", Referrals.Worker, "meldt niet voor ons: andere gemeente", new ReferralCommand.RefuseNotForUs(NotForUsReason.OtherMunicipality)),
        Row("collega", Referrals.Colleague, "meldt niet voor ons", new ReferralCommand.RefuseNotForUs(NotForUsReason.Moved)),
        Row("behandelaar", Referrals.Worker, "beslist onbereikbaar, termijn loopt", new ReferralCommand.DecideUnreachable()),
        Row("behandelaar", Referrals.Worker, "beslist onbereikbaar, termijn voorbij", new ReferralCommand.DecideUnreachable(), now => now with { UnreachableFrom = now.Now }),
        Row("aanmelder", Referrals.Sender, "trekt in bij het team", new ReferralCommand.Withdraw(Side.Team, Manner.Telephone, null)),
        Row("behandelaar", Referrals.Worker, "trekt in bij het OCMW", new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null)),
        Row("collega", Referrals.Colleague, "trekt in bij het OCMW", new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null)),
        Row("behandelaar", Referrals.Worker, "trekt in, er zijn er twee", new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, null), now => now with { Links = [new("DV-0000-0000-0002")] }),
        Row("behandelaar", Referrals.Worker, "trekt in, er zijn er twee, deze", new ReferralCommand.Withdraw(Side.Ocmw, Manner.Telephone, [Referrals.Id]), now => now with { Links = [new("DV-0000-0000-0002")] }),
        Row("behandelaar", Referrals.Worker, "geeft door, toestemming, overeenkomst", new ReferralCommand.PassOn(true)),
        Row("behandelaar", Referrals.Worker, "geeft door, geen toestemming", new ReferralCommand.PassOn(false)),
        Row("behandelaar", Referrals.Worker, "geeft door, geen overeenkomst", new ReferralCommand.PassOn(true), now => now with { GboAgreement = false }),
        Row("behandelaar", Referrals.Worker, "verklaart niets gewist", new ReferralCommand.Declare(Side.Ocmw, [])),
        Row("behandelaar", Referrals.Worker, "verklaart kopieën gewist", new ReferralCommand.Declare(Side.Ocmw, [DeclaredCopy.Mailbox])),
        Row("behandelaar", Referrals.Worker, "vraagt de sleutel", new ReferralCommand.RequestKey()),
        Row("collega", Referrals.Colleague, "vraagt de sleutel", new ReferralCommand.RequestKey()),
        Row("aanmelder", Referrals.Sender, "toont de sleutel", new ReferralCommand.RevealKey("toegang-verhogen")),
        Row("aanmelder", Referrals.Sender, "toont de sleutel voor het doel van een ander", new ReferralCommand.RevealKey("hulpvraag-onderzoeken")),
        Row("ander teamlid", Referrals.OtherTeamMember, "toont de sleutel", new ReferralCommand.RevealKey("toegang-verhogen")),
        Row("aanmelder", Referrals.Sender, "meldt: tonen onderbroken", new ReferralCommand.InterruptReveal()),
        Row("ander teamlid", Referrals.OtherTeamMember, "meldt: tonen onderbroken", new ReferralCommand.InterruptReveal()),
        Row("behandelaar", Referrals.Worker, "bevestigt de sleutel", new ReferralCommand.ReceiveKey()),
        Row("collega", Referrals.Colleague, "bevestigt de sleutel", new ReferralCommand.ReceiveKey()),
        Row("aanmelder", Referrals.Sender, "verklaart de sleutel gewist", new ReferralCommand.WipeKey(Side.Team)),
        Row("ander teamlid", Referrals.OtherTeamMember, "verklaart de sleutel gewist", new ReferralCommand.WipeKey(Side.Team)),
        Row("behandelaar", Referrals.Worker, "verklaart de sleutel gewist", new ReferralCommand.WipeKey(Side.Ocmw)),
        Row("aanmelder", Referrals.Sender, "meldt de sleutel verloren", new ReferralCommand.LoseKey(KeyLostReason.Lost)),
        Row("behandelaar", Referrals.Worker, "meldt de sleutel verloren", new ReferralCommand.LoseKey(KeyLostReason.Lost)),
        Row("collega", Referrals.Colleague, "meldt de sleutel verloren", new ReferralCommand.LoseKey(KeyLostReason.Lost)),
    ];

    [Fact]
    [Requirement("R9", "R10", "R11", "R12", "R13", "R17", "W1", "W4", "W5", "W6", "W7", "W8", "W10", "W11", "G20", "F4")]
    public async Task Every_command_in_every_state_is_allowed_or_refused_as_approved()
    {
        var text = new StringBuilder("Wie mag wat, in elke toestand van een doorverwijzing. '=' is: het was al zo.\n");
        foreach (var (name, state) in Referrals.EveryState())
        {
            text.Append("\n== ").Append(name).Append(" ==\n");
            foreach (var row in Rows)
                text.Append("  ").Append(row.Who.PadRight(14)).Append(row.Does.PadRight(62)).Append(Answer(Decide(state, row))).Append('\n');
        }

        await Approved.EqualAsync("beslissingen.approved.txt", text.ToString());
    }

    [Fact]
    public void Every_command_stands_in_the_table()
    {
        var commands = typeof(ReferralCommand).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(ReferralCommand)));
        Assert.Empty(commands.Except(Rows.Select(row => row.Command.GetType())));
    }

    [Fact]
    [Requirement("W12", "R12")]
    public void The_team_gets_the_same_answer_to_a_withdrawal_before_and_after_the_end()
    {
        var withdraw = Rows.Single(row => row.Does == "trekt in bij het team");
        var answers = Referrals.EveryState().Where(state => state.State is { Exists: true, WithdrawnAtTeam: false }).Select(state => Decide(state.State, withdraw).GetType()).Distinct();
        Assert.Equal(typeof(Decision.Record), Assert.Single(answers));
    }

    [Fact]
    [Requirement("W12", "R13")]
    public void No_answer_to_the_team_says_that_the_referral_ended()
    {
        var told = from state in Referrals.EveryState() where state.State.Exists from row in Rows where row.Actor.Party == Referrals.Sender.Party
                   select Decide(state.State, row) is Decision.Refuse refuse ? refuse.Refusal.Text : string.Empty;
        Assert.DoesNotContain(told, text => text.Contains("beëindigd", StringComparison.Ordinal) || text.Contains("gewist", StringComparison.Ordinal) || text.Contains("contact", StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("R9")]
    public void Nothing_ends_a_referral_but_contact_with_outcome_a_refusal_a_withdrawal_or_the_own_term()
    {
        foreach (var (name, state) in Referrals.EveryState().Where(one => one.State is { Exists: true, End: null }))
        {
            foreach (var row in Rows)
            {
                if (Decide(state, row) is not Decision.Record { Fact: var fact } || state.After(fact).End is not { } end)
                    continue;
                Assert.True(
                    end is ErasureReason.WithdrawnAtSender or ErasureReason.WithdrawnAtReceiver or ErasureReason.NotForUs
                        || (end is ErasureReason.ClientFile or ErasureReason.NoHelpWanted && state.Contact is not null)
                        || (end is ErasureReason.Unreachable && state.Contact is null),
                    $"{name}: {row.Does} -> {end}");
            }
        }
    }

    [Fact]
    [Requirement("W4", "W1")]
    public void Content_key_and_outcome_are_the_owners_alone()
    {
        var owned = Referrals.EveryState().Where(one => one.State.Owner == Referrals.Worker.Staff && one.State.End is null);
        var ofColleague = Rows.Where(row => row.Actor == Referrals.Colleague && row.Command is not (ReferralCommand.Take or ReferralCommand.Withdraw)).ToList();
        Assert.All(owned, state => Assert.All(ofColleague, row => Assert.IsType<Decision.Refuse>(Decide(state.State, row))));
    }

    private static (string, ActedBy, string, ReferralCommand, Func<DecisionContext, DecisionContext>) Row(
        string who, ActedBy actor, string does, ReferralCommand command, Func<DecisionContext, DecisionContext>? context = null) => (who, actor, does, command, context ?? (same => same));

    private static Decision Decide(ReferralState state, (string Who, ActedBy Actor, string Does, ReferralCommand Command, Func<DecisionContext, DecisionContext> In) row)
    {
        var purposes = Referrals.Mechelen.Purposes.Where(purpose => purpose.Parties.Contains(row.Actor.Party)).Select(purpose => purpose.Code).ToHashSet(StringComparer.Ordinal);
        DecisionContext now = new(Referrals.Id, Referrals.NextId(), Referrals.Begin.AddDays(1), row.Actor, Referrals.Begin.AddDays(2), EraseOnRefusal: true, GboAgreement: true, purposes, []);
        return ReferralDecisions.Decide(state, row.Command, row.In(now));
    }

    private static string Answer(Decision decision) => decision switch
    {
        Decision.Record { Fact: ReferralFact.NoHelpWanted no } => $"{FactJson.WordFor(no)}{(no.Erase ? "" : ", bewaard tot het OCMW wist")}",
        Decision.Record record => FactJson.WordFor(record.Fact),
        Decision.Already => "=",
        Decision.Refuse { Refusal: var refusal } => $"geweigerd: {refusal.Code} ({refusal.Article})",
        _ => throw new InvalidOperationException("a fourth answer"),
    };
}
