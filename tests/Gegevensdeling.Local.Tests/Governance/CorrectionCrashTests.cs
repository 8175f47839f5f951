using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>A replacement that dies at any call to a store: never an archive without its key, and the same request completes it.</summary>
public sealed class CorrectionCrashTests
{
    public static TheoryData<string> Calls =>
    [
        "Register.AppendAsync", "Blobs.WriteAsync", "Blobs.WriteAsync half", "Keys.PutAsync", "Blobs.DeleteAsync", "Register.FactsAsync", "Audit.AppendAsync", "Outbox.DeleteAttachmentsAsync",
        "Register.RenewPersonAsync", "Register.UnlinkAsync", "Evidence.KeepAsync", "Outbox.SendAsync", "SystemKeys.GetOrCreateAsync", "Blobs.OpenAsync", "Keys.GetAsync",
    ];

    [Theory]
    [MemberData(nameof(Calls))]
    [Requirement("G17", "F3")]
    public async Task What_fails_at_any_call_is_readable_throughout_and_completed_by_the_same_request(string call)
    {
        var faults = new Faults(() => new IOException("gepland"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var dossier = await rig.AcknowledgedAsync(exchange);
        faults.FailAt(call);
        await rig.ReplaceAsync(dossier, Client.Of(670), key: "een");
        Assert.True(faults.Hits > 0, call);
        faults.Heal();

        await rig.RestartAsync();

        // Nobody repeated it yet: the old content or the new one can be read, whatever was reached.
        await rig.TurnAsync(TimeSpan.FromHours(1));
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        Assert.Equal(1, await rig.Host.Law.Ports.Keys.CountAsync(exchange, Rig.Cancelled));
        await rig.ReplaceAsync(dossier, Client.Of(670), key: "een");
        await rig.TurnAsync(TimeSpan.FromHours(2));
        await CompletedAsync(rig, exchange, dossier, call);
    }

    /// <summary>Sealed and stored, and nobody ever repeats the request: the correction's own orchestration records it.</summary>
    [Fact]
    [Requirement("G17")]
    public async Task What_was_sealed_before_the_request_died_is_recorded_without_a_repetition()
    {
        var faults = new Faults(() => new IOException("gepland"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        var dossier = await rig.AcknowledgedAsync(exchange);
        faults.FailAt("Blobs.DeleteAsync"); // the first call after the new key was stored
        (await rig.ReplaceAsync(dossier, Client.Of(671))).Is(503);
        Assert.True(faults.Hits > 0);
        faults.Heal();
        await rig.TurnAsync(TimeSpan.FromHours(1));
        await CompletedAsync(rig, exchange, dossier, "no repetition");
    }

    [Fact]
    [Requirement("G17", "F2")]
    public async Task A_referral_that_ends_while_it_is_replaced_keeps_neither_key_nor_archive()
    {
        var faults = new Faults(() => new IOException("gepland"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var dossier = await rig.AcknowledgedAsync(exchange);
        faults.FailAt("Keys.PutAsync");
        (await rig.ReplaceAsync(dossier, Client.Of(672), key: "een")).Is(503);
        faults.Heal();
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        (await rig.ReplaceAsync(dossier, Client.Of(672), key: "een")).Is(204); // W12: the team sees no difference
        var ports = rig.Host.Law.Ports;
        Assert.True(await rig.IsErasedAsync(exchange));
        Assert.Equal((0, 0, 0), (await ports.Keys.CountAsync(exchange, Rig.Cancelled), await ports.Blobs.CountAsync(exchange, Rig.Cancelled), await ports.Outbox.CountAttachmentsAsync(exchange, Rig.Cancelled)));
        Assert.Null((await ports.Register.FindAsync(exchange, Rig.Cancelled))!.Salt);
        Assert.Equal(0, (await rig.Host.Sweep.RunAsync(Rig.Cancelled)).Orphans);
    }

    /// <summary>The end comes between the new key and the record of it: what the eraser looked at before that does not come back.</summary>
    [Fact]
    [Requirement("G17", "F2")]
    public async Task A_referral_that_ends_between_the_new_key_and_its_record_keeps_nothing_either()
    {
        var meanwhile = new Meanwhile();
        await using var rig = await Rig.StartAsync(between: ports => ports with { Keys = meanwhile.Between(ports.Keys) });
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        var dossier = await rig.AcknowledgedAsync(exchange);
        meanwhile.BeforePut = async () => (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        (await rig.ReplaceAsync(dossier, Client.Of(673))).Is(204);
        var ports = rig.Host.Law.Ports;
        Assert.True(await rig.IsErasedAsync(exchange));
        Assert.Equal((0, 0), (await ports.Keys.CountAsync(exchange, Rig.Cancelled), await ports.Blobs.CountAsync(exchange, Rig.Cancelled)));
        Assert.Equal("afgesloten", await rig.StateAsync(dossier));
    }

    [Fact]
    [Requirement("F10", "G17", "F3")]
    public async Task Neither_the_old_nor_the_new_value_is_anywhere_outside_the_archive()
    {
        await using var watched = await Watched.StartAsync();
        var rig = watched.Rig;
        Client[] clients = [Client.Of(680), Client.Of(681)];
        var exchange = await rig.ReferAsync(clients[0]);
        await rig.OpenAsync(exchange);
        var head = (await rig.Host.Law.Ports.Register.FindAsync(exchange, Rig.Cancelled))!;
        var dossier = await rig.AcknowledgedAsync(exchange);
        watched.HoldsNothingOf(clients, "reported");
        var oldKey = Assert.Single(watched.Keys);
        (await rig.ReplaceAsync(dossier, clients[1])).Is(204);
        (await rig.GetAsync(rig.Worker, $"/verbeteringen/{dossier}/wisbewijs")).Is(200);
        watched.HoldsNothingOf(clients, "replaced");
        Assert.Equal(2, watched.Keys.Count);

        // Of the old copy nothing is left that leads to the person, nor its key.
        Assert.Empty(new Haystack([oldKey, .. head.Pseudonyms, head.Salt!]).Folder(rig.Root).Found);
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        watched.HasForgotten(clients, [.. head.Pseudonyms, head.Salt!], "erased");
    }

    private static async Task CompletedAsync(Rig rig, ExchangeId exchange, ExchangeId dossier, string when)
    {
        Assert.True(await rig.StateAsync(dossier) == "afgesloten", $"{when}: {await rig.StateAsync(dossier)}");
        var state = (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State;
        Assert.Equal(2, state.Archives.Count);
        Assert.Equal((1, 1), (await rig.Host.Law.Ports.Keys.CountAsync(exchange, Rig.Cancelled), await rig.Host.Law.Ports.Blobs.CountAsync(exchange, Rig.Cancelled)));
        (await rig.DoAsync(rig.Worker, exchange, "openen")).Is(200);
        Assert.Equal(state.Current!.Id, (await rig.Host.Law.Referrals.GetAsync(exchange, Rig.Cancelled)).State.Receipts[^1].Artefact);
    }
}
