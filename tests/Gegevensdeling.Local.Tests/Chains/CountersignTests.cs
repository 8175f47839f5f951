using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Commands;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>F9: the other party signs the daily head with a key of its own; from then on nobody writes the chain anew unseen.</summary>
[Requirement("F9")]
public sealed class CountersignTests
{
    [Fact]
    public async Task A_party_countersigns_a_head_over_http_once_and_verify_tells_of_it()
    {
        await using var both = await Countersigners.StartAsync();
        var rig = both.Rig;
        await rig.ReferAsync(Client.Of(710));
        await rig.Host.Law.AuditHeads.IssueAsync(Rig.Cancelled);
        var (head, sum) = await both.NewestAsync(both.OcmwDpo);
        Assert.Equal(sum, Sha256Hex.Of((await rig.GetAsync(both.OcmwDpo, $"{Countersigners.Heads}/{head}")).Is(200).Text));

        using var terminal = new Terminal();
        var body = await SignOnTheCommandLineAsync(terminal, both, head, sum);
        (await rig.AskAsync(both.OcmwDpo, HttpMethod.Post, $"{Countersigners.Heads}/{head}/medeondertekening", body)).Is(204);
        (await rig.AskAsync(both.OcmwDpo, HttpMethod.Post, $"{Countersigners.Heads}/{head}/medeondertekening", body)).Is(204); // it is so already
        (await both.CountersignAsync(SyntheticPeople.SendingDpo, head, Countersigners.Signed(both.Opgroeien, "opgroeien-regie", head, sum))).Is(204);
        var line = (await rig.GetAsync(both.OcmwDpo, Countersigners.Heads)).Is(200).Json.GetProperty("koppen").EnumerateArray().Single();
        Assert.Equal(["ocmw-mechelen", "opgroeien-regie"], line.GetProperty("medeondertekendDoor").EnumerateArray().Select(one => one.GetString()!).Order(StringComparer.Ordinal));

        var events = await rig.Host.Law.Ports.Audit.ReadAsync(WrittenLog.Chain, Rig.Cancelled).Where(one => one.Event.Action == AuditAction.HeadCountersigned).ToListAsync(Rig.Cancelled);
        Assert.Equal([new("ocmw-mechelen"), new("opgroeien-regie")], events.Select(one => one.Event.Actor.Party));
        Assert.All(events, one => Assert.Equal((AuditOutcome.Ok, sum), (one.Event.Outcome, one.Event.Sha256)));

        var keys = terminal.Write("sleutels.jwks.json", (await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled)).ToJson());
        Assert.Equal(0, await terminal.RunAsync("verify", rig.Root, "--keys", keys, "--partijsleutels", both.Keys));
        Assert.Contains("  Medeondertekend door ocmw-mechelen: 1 kop\n  Medeondertekend door opgroeien-regie: 1 kop\n", terminal.Output, StringComparison.Ordinal);
        Assert.Equal(0, await terminal.RunAsync("verify", rig.Root, "--keys", keys));
        Assert.Contains("  2 medeondertekeningen zijn niet nagekeken: geef --partijsleutels", terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_countersignature_of_this_party_over_this_head_is_refused_and_kept_nowhere()
    {
        await using var both = await Countersigners.StartAsync();
        var rig = both.Rig;
        await rig.ReferAsync(Client.Of(711));
        await rig.Host.Law.AuditHeads.IssueAsync(Rig.Cancelled);
        var (head, sum) = await both.NewestAsync(both.OcmwDpo);
        using var stranger = SigningKey.Create();
        (string Name, object Body)[] wrong =
        [
            ("a key that nobody knows", Countersigners.Signed(stranger, "ocmw-mechelen", head, sum)),
            ("the key of the other party", Countersigners.Signed(both.Opgroeien, "ocmw-mechelen", head, sum)),
            ("in the name of the other party", Countersigners.Signed(both.Ocmw, "opgroeien-regie", head, sum)),
            ("another sum", Countersigners.Signed(both.Ocmw, "ocmw-mechelen", head, new string('a', 64))),
            ("another head", Countersigners.Signed(both.Ocmw, "ocmw-mechelen", "mechelen-2024_2026-03_2026-03-31", sum)),
            ("another kind of document", OfAnotherKind(both.Ocmw, head, sum)),
            ("no JWS", new { @protected = "e30", payload = "e30", signature = "AAAA" }),
            ("no base64url", new { @protected = "=", payload = "=", signature = "=" }),
        ];
        foreach (var (_, body) in wrong)
            (await both.CountersignAsync(both.OcmwDpo, head, body)).Refuses(422, "medeondertekening-ongeldig");
        var right = Countersigners.Signed(both.Ocmw, "ocmw-mechelen", head, sum);
        (await both.CountersignAsync(both.OcmwDpo, "mechelen-2024_2026-03_2026-03-31", right)).Refuses(404, "auditkop-onbekend");
        (await both.CountersignAsync(both.OcmwDpo, "kasterlee-2025_2026-03_2026-03-02", right)).Refuses(404, "auditkop-onbekend");
        (await both.CountersignAsync(rig.Head, head, right)).Refuses(403, "niet-bevoegd");
        (await both.CountersignAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), head, right)).Refuses(404, "niet-gevonden");
        (await rig.PostAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), "/protocollen/kasterlee-2025/auditkoppen/kasterlee-2025_2026-03_2026-03-02/medeondertekening", right))
            .Refuses(404, "auditkop-onbekend");
        Assert.Empty(await rig.Host.Law.Ports.Evidence.NamesAsync(AuditCountersigning.Shelf, Rig.Cancelled));

        await rig.Host.Law.Ports.Evidence.KeepAsync(AuditHeads.Shelf, "kasterlee-2025_2026-03_2026-03-02", "een kop", Rig.Cancelled);
        (await rig.PostAsync(SyntheticPeople.ReceivingDpo(rig.Kasterlee), "/protocollen/kasterlee-2025/auditkoppen/kasterlee-2025_2026-03_2026-03-02/medeondertekening", right))
            .Refuses(422, "medeondertekening-geen-sleutel");
    }

    /// <summary>W12: the number of events would tell of contact and outcome; that there is a head tells nothing, since there is one every day.</summary>
    [Fact]
    [Requirement("W12")]
    public async Task The_sender_of_referrals_countersigns_by_the_sum_and_never_sees_the_head_and_every_day_has_one()
    {
        await using var both = await Countersigners.StartAsync();
        var rig = both.Rig;
        await rig.ReferAsync(Client.Of(712));
        for (var day = 0; day < 3; day++)
        {
            await rig.Host.Law.AuditHeads.IssueAsync(Rig.Cancelled);
            rig.Clock.Advance(TimeSpan.FromDays(1));
        }

        var heads = (await rig.GetAsync(SyntheticPeople.SendingDpo, Countersigners.Heads)).Is(200).Json.GetProperty("koppen").EnumerateArray().ToList();
        Assert.Equal(["2026-03-02", "2026-03-03", "2026-03-04"], heads.Select(one => one.GetProperty("dag").GetString()));
        Assert.Equal(["kop", "keten", "dag", "sha256", "medeondertekendDoor"], heads[0].EnumerateObject().Select(one => one.Name));
        Assert.Equal(3, heads.Select(one => one.GetProperty("sha256").GetString()).Distinct().Count());
        (await rig.GetAsync(SyntheticPeople.SendingDpo, $"{Countersigners.Heads}/{heads[0].GetProperty("kop").GetString()}")).Refuses(403, "auditkop-verborgen");
        (await rig.GetAsync(both.OcmwDpo, $"{Countersigners.Heads}?maand=maart")).Refuses(400, "maand-onjuist");
        Assert.Empty((await rig.GetAsync(both.OcmwDpo, $"{Countersigners.Heads}?maand=2019-01")).Is(200).Json.GetProperty("koppen").EnumerateArray());
    }

    /// <summary>Whoever holds this system's keys can write the chain anew and sign new heads; what a party signed over the old one tells.</summary>
    [Fact]
    [Requirement("D17")]
    public async Task A_head_that_was_countersigned_and_is_gone_or_another_is_found()
    {
        await using var both = await Countersigners.StartAsync();
        var rig = both.Rig;
        await rig.ReferAsync(Client.Of(713));
        await rig.Host.Law.AuditHeads.IssueAsync(Rig.Cancelled);
        var (head, sum) = await both.NewestAsync(both.OcmwDpo);
        (await both.CountersignAsync(both.OcmwDpo, head, Countersigners.Signed(both.Ocmw, "ocmw-mechelen", head, sum))).Is(204);
        using var terminal = new Terminal();
        var keys = terminal.Write("sleutels.jwks.json", (await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled)).ToJson());
        await ForgeAsync(rig, head);
        await rig.StopAsync();
        Assert.Equal(0, await terminal.RunAsync("verify", rig.Root, "--keys", keys)); // this system's own keys do not tell
        Assert.Equal(1, await terminal.RunAsync("verify", rig.Root, "--keys", keys, "--partijsleutels", both.Keys));
        Assert.Contains($"ONGELDIG, want auditkop {head} is niet de kop die ocmw-mechelen medeondertekende.", terminal.Output, StringComparison.Ordinal);
        Execute(rig, $"DELETE FROM evidence WHERE exchange = '{AuditHeads.Shelf}' AND name = '{head}'");
        Assert.Equal(1, await terminal.RunAsync("verify", rig.Root, "--keys", keys, "--partijsleutels", both.Keys));
        Assert.Contains($"ONGELDIG, want auditkop {head}, die ocmw-mechelen medeondertekende, ontbreekt.", terminal.Output, StringComparison.Ordinal);
        await rig.RestartAsync();
    }

    [Fact]
    public async Task A_host_with_a_bad_key_file_or_one_of_a_stranger_does_not_start()
    {
        using var copy = new ProtocolCopy();
        Directory.CreateDirectory(Path.Combine(copy.Path, "sleutels"));
        var file = Path.Combine(copy.Path, "sleutels", "ocmw-mechelen.jwks.json");
        await File.WriteAllTextAsync(file, "{}", Rig.Cancelled);
        await Assert.ThrowsAsync<InvalidDataException>(() => Rig.StartAsync(protocols: copy.Path));
        using var key = SigningKey.Create();
        File.Move(file, Path.Combine(copy.Path, "sleutels", "ocmw-elders.jwks.json"));
        await File.WriteAllTextAsync(Path.Combine(copy.Path, "sleutels", "ocmw-elders.jwks.json"), new PublicKeySet([key.Public]).ToJson(), Rig.Cancelled);
        Assert.Contains("geen protocol noemt deze organisatie", (await Assert.ThrowsAsync<InvalidDataException>(() => Rig.StartAsync(protocols: copy.Path))).Message, StringComparison.Ordinal);
    }

    private static async Task<string> SignOnTheCommandLineAsync(Terminal terminal, Countersigners both, string head, string sum)
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        var file = terminal.Write("sleutel.pem", key.ExportECPrivateKeyPem());
        Assert.Equal(0, await terminal.RunAsync("audit", "publieke-sleutel", "--sleutel", file));
        await File.WriteAllTextAsync(Path.Combine(both.Keys, "ocmw-mechelen.jwks.json"), terminal.Output, Rig.Cancelled);
        await both.Rig.RestartAsync();
        Assert.Equal(0, await terminal.RunAsync("audit", "medeonderteken", "--kop", head, "--sha256", sum, "--partij", "ocmw-mechelen", "--sleutel", file, "--out", terminal.Path("mee.json")));
        var body = terminal.Output;
        Assert.Equal(2, await terminal.RunAsync("audit", "medeonderteken", "--kop", "kop", "--sha256", sum, "--partij", "ocmw-mechelen", "--sleutel", file));
        Assert.Equal(2, await terminal.RunAsync("audit", "publieke-sleutel", "--sleutel", terminal.Path("mee.json")));
        return body;
    }

    private static object OfAnotherKind(SigningKey key, string head, string sum)
    {
        var signed = SignedDocument.Sign(AuditCountersignature.Issue(new(head), sum, new("ocmw-mechelen"), Rig.Begin), AuditHead.JwsType, key);
        return System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(signed.ToJws());
    }

    /// <summary>Every entry anew with another purpose in the second, and a head over it with the real key.</summary>
    private static async Task ForgeAsync(Rig rig, string head)
    {
        var law = rig.Host.Law;
        var entries = await law.Ports.Audit.ReadAsync(WrittenLog.Chain, Rig.Cancelled).ToListAsync(Rig.Cancelled);
        var forged = new List<ChainedAuditEvent>();
        foreach (var (at, entry) in entries.Index())
            forged.Add(AuditChain.Next(at == 0 ? null : forged[^1].Tip, at == 1 ? entry.Event with { Code = "anders" } : entry.Event));
        using var key = await law.Signing.CurrentAsync(Rig.Cancelled);
        var document = SignedDocument.Sign(AuditHead.Issue(forged[^1].Tip, Rig.Begin), AuditHead.JwsType, key).ToJson();
        foreach (var entry in forged)
            Execute(rig, $"UPDATE audit SET hash = '{entry.Hash}', entry = '{AuditJson.Write(entry).Replace("'", "''", StringComparison.Ordinal)}' WHERE chain = '{entry.Chain}' AND sequence = {entry.Sequence}");
        Execute(rig, $"UPDATE evidence SET document = '{document}' WHERE exchange = '{AuditHeads.Shelf}' AND name = '{head}'");
    }

    private static void Execute(Rig rig, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(rig.Root, "register.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the test's own words
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
