using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Proofs;
using Gegevensdeling.Local.Tests.Transcripts;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Everything that anybody of the municipality gets to see of a month, as one text, so that two months can be compared.</summary>
internal static partial class TownView
{
    /// <summary>Every address of the municipality ends so.</summary>
    public const string Mail = "@maldegem.example";

    public static async Task<string> OfAsync(Rig rig, Maldegem maldegem, Recorder recorder)
    {
        var text = new StringBuilder();
        foreach (var who in new[] { maldegem.Town, maldegem.TownDpo })
        {
            foreach (var path in new[] { "/debiteurenmaanden", $"/debiteurenmaanden/{maldegem.Month}", "/debiteurenlijsten", $"/debiteurenlijsten/{maldegem.List}" })
                text.AppendLine((await rig.GetAsync(who, path)).Text);
        }

        var pack = Pack.Of((await rig.GetAsync(maldegem.TownDpo, $"/protocollen/{maldegem.Protocol.Id}/bewijs")).Is(200).Raw);
        text.AppendLine(pack.Record.GetRawText()).AppendLine(pack.Page);
        foreach (var row in await maldegem.MarksAsync())
            text.AppendLine(string.Join(';', row));
        text.AppendLine((await maldegem.OfListAsync(maldegem.Town, "boekhouding")).Is(200).Text);
        text.AppendLine(MailsOf(recorder));
        return Plain(text.ToString());
    }

    /// <summary>Every mail to somebody of the municipality, in an order of their own: protocol, month and list are told of beside each other, and nothing promises who comes first.</summary>
    public static string MailsOf(Recorder recorder, Func<Gegevensdeling.Stores.OutboundMessage, bool>? which = null) => string.Join('\n', recorder.Messages
        .Where(mail => mail.To.EndsWith(Mail, StringComparison.Ordinal) && which?.Invoke(mail) != false)
        .Select(mail => $"{mail.To}\n{mail.Subject}\n{mail.Text}").Order(StringComparer.Ordinal));

    /// <summary>Without references and hashes, which differ from one run to another.</summary>
    public static string Plain(string text) => References().Replace(text, "kenmerk");

    [GeneratedRegex("(BZ|DB|DK)(-[0-9A-Z]{4}){3}|m-[0-9]{4}-[0-9a-f]{16}|a-[0-9a-f]{16}|[0-9a-f]{64}")]
    private static partial Regex References();
}
