using System.Text;
using System.Text.RegularExpressions;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Proofs;

/// <summary>W12, F10: what the pack of Opgroeien regie must not tell, and what no pack may hold.</summary>
public sealed partial class SenderPackTests
{
    /// <summary>What differs between two makings of the same: ids, keys of signatures, and what comes of them.</summary>
    private static readonly string[] Signed = [PackFiles.Keys, PackFiles.List, PackFiles.Manifest];

    [Fact]
    [Requirement("W12", "R13", "G15")]
    public async Task The_pack_of_opgroeien_is_the_same_whatever_became_of_an_opened_referral()
    {
        (string Name, Func<Rig, Exchanges.ExchangeId, Task> End)[] courses =
        [
            ("live", (_, _) => Task.CompletedTask),
            ("contacted", async (rig, exchange) => (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204)),
            ("client file", (rig, exchange) => EndAsync(rig, exchange, Pack.ClientFile)),
            ("no help", (rig, exchange) => EndAsync(rig, exchange, Pack.NoHelp)),
            ("withdrawn at the OCMW", async (rig, exchange) => (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204)),
            ("client file, purged", async (rig, exchange) => await EndAsync(rig, exchange, Pack.ClientFile)),
        ];
        string? first = null;
        foreach (var (name, end) in courses)
        {
            await using var rig = await Rig.StartAsync();
            var exchange = await Pack.ReferAsync(rig, 10);
            await end(rig, exchange);
            Assert.Equal(name is not ("live" or "contacted"), await rig.IsErasedAsync(exchange));
            var days = TimeSpan.FromDays(rig.Mechelen.Retention.History.Days + 1);
            rig.Clock.Advance(days); // not turned: no reminder is part of this
            if (name.EndsWith("purged", StringComparison.Ordinal))
                await rig.SweepAsync();
            await rig.SweepAsync(); // the protocol's own dossier, in every course
            var seen = Comparable(await Pack.AskAsync(rig), exchange.Value);
            first ??= seen;
            Assert.True(first == seen, $"{name}: the pack tells it from {courses[0].Name}:\n{Difference(first, seen)}");
        }

        foreach (var word in new[] { "contactOp", "gewistOp", "eigenKant", "wisbewijs", "beeindigdOp" })
            Assert.DoesNotContain(word, first!.Replace("contact, uitkomst en wissen", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("F10", "F8")]
    public async Task No_pack_holds_a_byte_of_a_person_or_the_name_of_a_member_of_staff()
    {
        await using var rig = await Rig.StartAsync();
        Client[] clients = [Client.Of(20), Client.Of(21), Client.Of(22)];
        foreach (var (number, outcome) in new[] { (20, null), (21, Pack.ClientFile), (22, Pack.NoHelp) })
            await Pack.ReferAsync(rig, number, outcome);
        string[] words =
        [
            .. clients.SelectMany(client => client.Words),
            .. new[] { rig.Team, rig.Worker, rig.Head, SyntheticPeople.SendingDpo, SyntheticPeople.ReceivingDpo(rig.Mechelen) }.SelectMany(who => new[] { who.Name, who.Mail!, who.Subject }),
        ];
        foreach (var pack in new[] { await Pack.AskAsync(rig), await Pack.OfReceiverAsync(rig) })
        {
            var haystack = new Haystack(words).Bytes("pakket", pack.Raw);
            Assert.True(haystack.Found.Count == 0, string.Join('\n', haystack.Found));
        }

        // The search itself: a word that stands there is found.
        Assert.NotEmpty(new Haystack(["ocmw-mechelen"]).Bytes("pakket", (await Pack.OfReceiverAsync(rig)).Raw).Found);
    }

    private static async Task EndAsync(Rig rig, Exchanges.ExchangeId exchange, object outcome)
    {
        (await rig.DoAsync(rig.Worker, exchange, "contact", new { wijze = "telefoon" })).Is(204);
        (await rig.DoAsync(rig.Worker, exchange, "uitkomst", outcome)).Is(204);
    }

    private static string Comparable(Pack pack, string exchange) => string.Join('\n', pack.Files
        .Where(file => !Signed.Contains(file.Key))
        .Select(file => $"{file.Key}\n{(file.Key.StartsWith(PackFiles.Receipts, StringComparison.Ordinal) ? "een ontvangstbewijs" : Encoding.UTF8.GetString(file.Value))}")
        .Select(text => Ids().Replace(text.Replace(exchange, "VERWIJZING", StringComparison.Ordinal), "ID")));

    private static string Difference(string left, string right)
    {
        var at = left.AsSpan().CommonPrefixLength(right);
        return $"{left[Math.Max(0, at - 200)..Math.Min(left.Length, at + 200)]}\n---\n{right[Math.Max(0, at - 200)..Math.Min(right.Length, at + 200)]}";
    }

    /// <summary>Staff references, artefacts, hashes and the reference of the request: random, and the sender's own to know.</summary>
    [GeneratedRegex("BA(-[0-9A-Z]{4}){3}|a-[0-9a-f]{16}|[0-9a-f]{64}|m-[0-9a-zA-Z-]+|\"bytes\": [0-9]+")]
    private static partial Regex Ids();
}
