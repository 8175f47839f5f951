using System.Text;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Commands;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>The sweep renews the signing key on its term: one key, one event, at once in the published set, and what was signed before still verifies (F1, F9).</summary>
public sealed class KeyRenewalTests
{
    private static readonly DateTimeOffset NewYear = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    [Requirement("F1", "F9")]
    public async Task The_first_sweep_of_the_year_takes_a_new_key_in_use_and_tells_it_once()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync(Client.Of(51));
        await rig.OpenAsync(exchange);
        var receipt = (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Is(200).Text;

        rig.Clock.SetUtcNow(NewYear.AddSeconds(-1));
        await rig.SweepAsync();
        Assert.Single(await PublishedAsync(rig));
        Assert.Empty(await ToldAsync(rig));

        rig.Clock.SetUtcNow(NewYear);
        Assert.Empty((await rig.SweepAsync()).Failed);
        var published = await PublishedAsync(rig);
        Assert.Equal(2, published.Count);
        var told = Assert.Single(await ToldAsync(rig));
        Assert.Equal((published[1], null, AuditOutcome.Ok), (told.Code!, told.Exchange, told.Outcome));
        using (var current = await rig.Host.Law.Signing.CurrentAsync(Rig.Cancelled))
            Assert.Equal(published[1], current.Public.KeyId);

        // Again, after a restart and later in the year: nothing more.
        await rig.SweepAsync();
        await rig.RestartAsync();
        await rig.SweepAsync();
        rig.Clock.SetUtcNow(NewYear.AddDays(200));
        await rig.SweepAsync();
        Assert.Equal(published, await PublishedAsync(rig));
        Assert.Single(await ToldAsync(rig));

        Assert.Equal(receipt, (await rig.SeeAsync(rig.Worker, exchange, "ontvangstbewijs")).Is(200).Text);
        Assert.IsType<DocumentVerdict.ValidReceipt>(DocumentVerifier.Verify(Encoding.UTF8.GetBytes(receipt), await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled)));
        var head = await rig.Host.Law.AuditHeads.IssueAsync(Rig.Cancelled);
        Assert.Empty(head.Broken);
    }

    /// <summary>Killed between the key and its event: the next run finds the key and writes the event, and makes no second key.</summary>
    [Fact]
    [Requirement("F1", "F9")]
    public async Task A_renewal_that_was_cut_short_is_finished_and_not_done_again()
    {
        var faults = new Faults(() => new IOException("Unreachable"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        await PublishedAsync(rig);
        rig.Clock.SetUtcNow(NewYear.AddDays(3));
        faults.FailAt("Audit.AppendAsync");
        Assert.Contains(nameof(IOException), (await rig.SweepAsync()).Failed);
        faults.Heal();
        Assert.Empty(await ToldAsync(rig));
        await rig.RestartAsync();
        await rig.SweepAsync();
        Assert.Equal(2, (await PublishedAsync(rig)).Count);
        Assert.Single(await ToldAsync(rig));
    }

    [Fact]
    [Requirement("F1")]
    public async Task Many_sweeps_at_once_make_one_key()
    {
        await using var rig = await Rig.StartAsync();
        await PublishedAsync(rig);
        rig.Clock.SetUtcNow(NewYear);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rig.Host.Law.KeyRenewal.KeepAsync(Rig.Cancelled), Rig.Cancelled)));
        var published = await PublishedAsync(rig);
        Assert.Equal(2, published.Count);
        Assert.All(await ToldAsync(rig), told => Assert.Equal(published[1], told.Code));
    }

    [Fact]
    [Requirement("F1", "F9")]
    public async Task By_hand_a_new_key_signs_at_once_and_the_key_of_before_stays_published()
    {
        await using var rig = await Rig.StartAsync();
        var before = Assert.Single(await PublishedAsync(rig));
        await rig.StopAsync();
        using var output = new StringWriter();
        var code = await CommandLine.RunAsync(CommandLine.Create(TextReader.Null, SigningKeyCommand.Create()), ["sleutel", "vernieuwen", "--data", rig.Root, "--protocollen", Rig.CommittedProtocols()], output, output, Rig.Cancelled);
        Assert.Equal(ExitCode.Good, code);
        await rig.BackAsync();
        var published = await PublishedAsync(rig);
        Assert.Equal(before, published[0]);
        Assert.Matches($"Vanaf nu tekent: +{published[^1]}\nNiet meer: +{published[^2]}\n", output.ToString());
        var events = await rig.Host.Law.Ports.Audit.ChainsAsync(Rig.Cancelled);
        Assert.Equal(1, await events.ToAsyncEnumerable().SelectMany(chain => rig.Host.Law.Ports.Audit.ReadAsync(chain, Rig.Cancelled)).CountAsync(one => one.Event.Code == published[^1], Rig.Cancelled));
    }

    /// <summary>What the setting in Azure does: the key is withdrawn by its id, and the next sweep replaces it.</summary>
    [Fact]
    [Requirement("F1", "F9")]
    public async Task A_key_that_is_withdrawn_in_the_settings_is_replaced_by_the_next_run()
    {
        await using var rig = await Rig.StartAsync();
        var law = rig.Host.Law;
        var before = Assert.Single(await PublishedAsync(rig));
        var renewal = new SigningKeyRenewal(law.Signing, new() { Withdrawn = before }, law.Ports.Audit, law.Clock);
        await renewal.KeepAsync(Rig.Cancelled);
        await renewal.KeepAsync(Rig.Cancelled);
        var published = await PublishedAsync(rig);
        Assert.Equal(2, published.Count);
        Assert.Equal(published[1], Assert.Single(await ToldAsync(rig)).Code);
    }

    /// <summary>The key ids that anybody can fetch, oldest first.</summary>
    private static async Task<IReadOnlyList<string>> PublishedAsync(Rig rig)
    {
        using var set = System.Text.Json.JsonDocument.Parse((await rig.GetAsync(null, "/sleutels.jwks.json")).Is(200).Text);
        return [.. set.RootElement.GetProperty("keys").EnumerateArray().Select(key => key.GetProperty("kid").GetString()!)];
    }

    private static async Task<IReadOnlyList<AuditEvent>> ToldAsync(Rig rig)
    {
        var audit = rig.Host.Law.Ports.Audit;
        var found = new List<AuditEvent>();
        foreach (var chain in (await audit.ChainsAsync(Rig.Cancelled)).Where(chain => chain.StartsWith($"{ReferralEvidence.NoProtocol}/", StringComparison.Ordinal)))
            found.AddRange(await audit.ReadAsync(chain, Rig.Cancelled).Select(entry => entry.Event).Where(one => one.Action == AuditAction.SigningKeyRenewed).ToListAsync(Rig.Cancelled));
        return found;
    }
}
