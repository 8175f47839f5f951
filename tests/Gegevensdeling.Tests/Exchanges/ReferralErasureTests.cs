using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>
/// The rule in words: the certificate says why and since when, which files there were, what each party declared of its own copies or
/// has not yet, and what cannot be seen from here; and nothing more (F2).
/// </summary>
public sealed class ReferralErasureTests
{
    [Fact]
    [Requirement("F2", "R13")]
    public async Task The_three_parts_for_every_end()
    {
        var text = new StringBuilder();
        foreach (var (name, state) in Cases())
        {
            var subject = ReferralErasure.SubjectOf(FactTests.Head(state), Referrals.Mechelen, state);
            text.Append("== ").Append(name).Append(" ==\nreden: ").Append(subject.Reason).Append('\n');
            foreach (var file in subject.Files)
                text.Append("bestand: ").Append(file.Artefact).Append('\n');
            foreach (var declared in subject.Declared)
                text.Append("verklaard: ").Append(declared.Party).Append(' ').Append(declared.About).Append(' ').Append(declared.State).Append('\n');
            foreach (var remains in subject.Remains)
                text.Append("blijft: ").Append(remains).Append('\n');
            foreach (var unseen in subject.NotVerifiableHere)
                text.Append("niet hier na te gaan: ").Append(unseen).Append('\n');
            text.Append('\n');
        }

        await Approved.EqualAsync("wisbewijs.approved.txt", text.ToString());
    }

    [Fact]
    [Requirement("F2", "W6")]
    public void What_was_declared_before_the_newest_copy_or_key_is_not_counted_for_it()
    {
        var later = Referrals.Begin.AddDays(2);
        var state = Referrals.State(
            Referrals.Sealed(), Referrals.Sent(), Referrals.Taken(Referrals.Worker), Referrals.Asked(1, Referrals.Worker), Referrals.Shown(1), Wiped(1, Referrals.Begin), Declared(Referrals.Begin.AddDays(1)),
            new ReferralFact.Sent(Referrals.NextId(), later, SystemActor.Value, new("a-2"), "mail"), Referrals.Asked(2, Referrals.Worker), new ReferralFact.KeyRevealed(Referrals.NextId(), later, Referrals.Sender, 2, "toegang-verhogen"), Referrals.Ends().First().End);
        Assert.All(Subject(state).Declared, declared => Assert.Equal(DeclarationState.NotYet, declared.State));

        state = state.After(Declared(later.AddHours(1))).After(Wiped(2, later.AddHours(1)));
        Assert.Equal([DeclaredCopy.Mailbox, DeclaredCopy.Key], Subject(state).Declared.Where(declared => declared.State == DeclarationState.Declared).Select(declared => declared.About));
    }

    private static IEnumerable<(string Name, ReferralState State)> Cases()
    {
        ReferralFact[] contact = [Referrals.Sealed(), Referrals.Sent(), Referrals.Taken(Referrals.Worker), Referrals.Opened(), Referrals.Contact()];
        yield return ("nooit volledig verzegeld", Referrals.State());
        yield return ("ingetrokken voor het verzenden", Referrals.State(Referrals.Sealed(), Referrals.Ends().ElementAt(4).End));
        foreach (var (name, end) in Referrals.Ends())
            yield return (name, Referrals.State([.. contact, end]));
        yield return ("cliëntdossier, de sleutel was voorgelezen, alles verklaard behalve door het team", Referrals.State(
            [.. contact, Referrals.Asked(1, Referrals.Worker), Referrals.Shown(1), Referrals.Heard(1), Wiped(1, Referrals.Begin), Referrals.Ends().First().End,
                new ReferralFact.Declared(Referrals.NextId(), Referrals.Begin, Referrals.Worker, Side.Ocmw, [DeclaredCopy.Mailbox, DeclaredCopy.Downloads, DeclaredCopy.Paper])]));
    }

    private static Gegevensdeling.Retention.ErasureSubject Subject(ReferralState state) => ReferralErasure.SubjectOf(FactTests.Head(state), Referrals.Mechelen, state);

    private static ReferralFact Wiped(int handover, DateTimeOffset at) => new ReferralFact.KeyWiped(Referrals.NextId(), at, Referrals.Worker, handover, Side.Ocmw);

    private static ReferralFact Declared(DateTimeOffset at) => new ReferralFact.Declared(Referrals.NextId(), at, Referrals.Worker, Side.Ocmw, [DeclaredCopy.Mailbox]);
}
