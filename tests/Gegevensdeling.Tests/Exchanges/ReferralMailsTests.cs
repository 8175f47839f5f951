using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>The rule in words: a message names the reference and what to do now, and nobody; to the team it never speaks of contact, outcome or erasure.</summary>
public sealed partial class ReferralMailsTests
{
    private static readonly ExchangeId Id = new("DV-0000-0000-0001");
    private static readonly Protocol Protocol = Referrals.Mechelen;

    private static IEnumerable<(string To, MailText Mail)> All =>
    [
        ("de mailbox", ReferralMails.Archive(Id, Protocol, replaces: false)),
        ("de mailbox", ReferralMails.Archive(Id, Protocol, replaces: true)),
        .. Enum.GetValues<Reminder>().Select(reminder => ("het OCMW", ReferralMails.Remind(Id, Protocol, reminder, toSender: false, taken: false))),
        .. new[] { Reminder.Unopened, Reminder.UnopenedHeadOfService }.Select(reminder => ("het OCMW, opgenomen", ReferralMails.Remind(Id, Protocol, reminder, toSender: false, taken: true))),
        ("het OCMW", ReferralMails.Withdrawn(Id)),
        ("beide DPO's", ReferralMails.HandoverHangs(Id)),
        ("de behandelaar", ReferralMails.KeyNotConfirmed(Id)),
        .. ToTeam.Select(mail => ("het team", mail)),
    ];

    private static IEnumerable<MailText> ToTeam =>
    [
        ReferralMails.Remind(Id, Protocol, Reminder.Unopened, toSender: true, taken: false),
        .. Enum.GetValues<NotForUsReason>().Select(reason => ReferralMails.NotForUs(Id, reason)),
        ReferralMails.KeyAsked(Id, Protocol), ReferralMails.KeyNotRevealed(Id), ReferralMails.WipeKey(Id),
    ];

    [Fact]
    [Requirement("W4")]
    public async Task Every_message_reads_as_approved()
    {
        var text = new StringBuilder();
        foreach (var (to, mail) in All)
            text.Append("=== aan ").Append(to).Append(": ").Append(mail.Subject).Append('\n').Append(mail.Text).Append('\n');
        await Approved.EqualAsync("berichten.approved.txt", text.ToString());
    }

    [Fact]
    [Requirement("W4")]
    public void No_message_can_know_a_field_of_the_client()
    {
        Type[] allowed = [typeof(ExchangeId), typeof(Protocol), typeof(Reminder), typeof(bool), typeof(NotForUsReason)];
        var taken = typeof(ReferralMails).GetMethods(BindingFlags.Public | BindingFlags.Static).SelectMany(method => method.GetParameters()).Select(parameter => parameter.ParameterType);
        Assert.Empty(taken.Except(allowed));
        Assert.All(All, one => Assert.DoesNotMatch("[{}]|voornaam|familienaam|geboorte|adres van de cliënt", one.Mail.Subject + one.Mail.Text));
    }

    [Fact]
    [Requirement("W4", "W12", "R13")]
    public void No_message_to_the_team_speaks_of_contact_outcome_or_erasure()
    {
        Assert.All(ToTeam, mail => Assert.DoesNotMatch(Forbidden(), mail.Subject + mail.Text));
        Assert.Matches(Forbidden(), "De gegevens zijn gewist."); // shown to fail on a planted sentence
    }

    [GeneratedRegex("contact|uitkomst|hulp wens|gewist|vernietigd|cliëntdossier|onbereikbaar|beëindigd|wisbewijs", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
