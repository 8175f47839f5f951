using System.Text;
using System.Text.Json;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Proofs;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>What the evidence pack says of the monthly exchange (F8, G16): the months and every sealed copy, with their receipts and certificates, to both sides alike; and of no person anything.</summary>
public sealed class PackTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 5).Select(Person.Of)];

    /// <summary>In words: of each exchange its state, whether it arrived, its files, and how many receipts, key handovers and certificates the pack has of it.</summary>
    [Fact]
    [Requirement("F8", "G16", "D5", "D11")]
    public async Task A_month_its_delivery_and_each_version_stand_in_the_pack_of_either_side_with_their_proofs()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await PlayAsync(rig);
        foreach (var dpo in new[] { maldegem.TownDpo, maldegem.Dpo })
        {
            var pack = await OwnAsync(rig, maldegem, dpo);
            Assert.True((await Pack.VerifyAsync(pack.Raw, await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled))).IsValid);
            Assert.Equal(
                [
                    "DB gewist: afgeleverd, 1 bestand, 1 ontvangstbewijs, 0 overdrachten, 2 wisbewijs", // the second is of the history
                    "DK gewist: afgeleverd, 1 bestand, 1 ontvangstbewijs, 0 overdrachten, 2 wisbewijs",
                    "DK gewist: afgeleverd, 1 bestand, 1 ontvangstbewijs, 0 overdrachten, 2 wisbewijs",
                    "DK verzegeld: niet afgeleverd, 1 bestand, 0 ontvangstbewijs, 0 overdrachten, 0 wisbewijs",
                    "DM afgesloten-volledig: niet afgeleverd, 0 bestand, 0 ontvangstbewijs, 0 overdrachten, 1 wisbewijs",
                    "DM wacht-op-debiteuren: niet afgeleverd, 0 bestand, 0 ontvangstbewijs, 0 overdrachten, 0 wisbewijs",
                ],
                Lines(pack).Select(Line).Order(StringComparer.Ordinal));

            // Every document that is named is there and the other way round; what the measures count is what stands there.
            var named = Lines(pack).SelectMany(line => Names(line, "ontvangstbewijzen").Concat(Names(line.GetProperty("eigenKant"), "wisbewijzen"))).Order(StringComparer.Ordinal);
            Assert.Equal(named, pack.Files.Keys.Where(name => name.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            Assert.Equal((4, 3), (CountOf(pack, "verzegelde-bestanden"), CountOf(pack, "ontvangstbewijzen")));
        }
    }

    [Fact]
    [Requirement("F8", "F10", "W12")]
    public async Task Both_sides_get_the_same_and_neither_a_byte_of_a_person_or_how_often_the_other_looked()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await PlayAsync(rig);
        var (town, centre) = (await OwnAsync(rig, maldegem, maldegem.TownDpo), await OwnAsync(rig, maldegem, maldegem.Dpo));
        Assert.Equal(town.Record.GetProperty("uitwisselingen").GetRawText(), centre.Record.GetProperty("uitwisselingen").GetRawText());

        string[] words =
        [
            .. Everybody.SelectMany(person => person.Words), "0012345678", "1.234,56",
            .. new[] { maldegem.Town, maldegem.TownDpo, maldegem.Worker, maldegem.Dpo }.SelectMany(who => new[] { who.Name, who.Mail!, who.Subject }),
        ];
        foreach (var (pack, own) in new[] { (town, maldegem.Town.Party), (centre, maldegem.Dpo.Party) })
        {
            var haystack = new Haystack(words).Bytes("pakket", pack.Raw);
            Assert.True(haystack.Found.Count == 0, string.Join('\n', haystack.Found));
            var accesses = pack.Record.GetProperty("toegang").EnumerateArray().ToList();
            Assert.All(accesses, access => Assert.Equal(access.GetProperty("partij").GetString() == own.Value, access.TryGetProperty("keren", out var times) && times.ValueKind == JsonValueKind.Number));
            Assert.Contains(accesses, access => access.GetProperty("partij").GetString() == own.Value);
        }

        Assert.NotEmpty(new Haystack(["gemeente-maldegem"]).Bytes("pakket", town.Raw).Found); // the search itself
    }

    [Fact]
    [Requirement("F1", "F2", "F8")]
    public async Task A_pack_stays_valid_when_everything_in_it_is_erased_and_the_next_one_has_the_later_certificates()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await PlayAsync(rig);
        var early = await OwnAsync(rig, maldegem, maldegem.Dpo);
        await rig.TurnAsync(TimeSpan.FromDays(maldegem.Protocol.Retention.History.Days + 1));
        await rig.SweepAsync();
        await rig.Host.Law.Signing.RotateAsync(Rig.Cancelled);
        var (keys, late) = (await rig.Host.Law.Signing.PublishedAsync(Rig.Cancelled), await OwnAsync(rig, maldegem, maldegem.Dpo));
        foreach (var pack in new[] { early, late })
            Assert.True((await Pack.VerifyAsync(pack.Raw, keys)).IsValid);

        var (now, erased) = (Lines(late).ToDictionary(Reference), Lines(early).Where(line => line.GetProperty("eigenKant").GetProperty("wisbewijzen").GetArrayLength() > 0).ToList());
        Assert.Equal(4, erased.Count);
        Assert.Single(erased, line => line.GetProperty("eigenKant").GetProperty("wisbewijzen").GetArrayLength() == 1); // the month: its history is still there
        foreach (var line in erased)
        {
            Assert.Equal(2, now[Reference(line)].GetProperty("eigenKant").GetProperty("wisbewijzen").GetArrayLength());
            foreach (var name in Names(line, "ontvangstbewijzen").Concat(Names(line.GetProperty("eigenKant"), "wisbewijzen")))
                Assert.Equal(Encoding.UTF8.GetString(early.Files[name]), Encoding.UTF8.GetString(late.Files[name]));
        }
    }

    /// <summary>March in full: delivered, compared, opened, released, confirmed, completed, opened again, one mark changed; then April opens.</summary>
    private static async Task<Maldegem> PlayAsync(Rig rig)
    {
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody[..4], [Everybody[1], Everybody[3], Everybody[4]]);
        await maldegem.RowsAsync();
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[1], "0012345678", "1.234,56")))).Is(201);
        await maldegem.RowsAsync();
        (await maldegem.ChangeAsync(Everybody[3], "geen-oplossing-gewenst")).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        return maldegem;
    }

    private static async Task<Pack> OwnAsync(Rig rig, Maldegem maldegem, Caller dpo) => Pack.Of((await rig.GetAsync(dpo, $"/protocollen/{maldegem.Protocol.Id}/bewijs")).Is(200).Raw);

    private static IEnumerable<JsonElement> Lines(Pack pack) => pack.Record.GetProperty("uitwisselingen").EnumerateArray();

    private static string Reference(JsonElement line) => line.GetProperty("verwijzing").GetString()!;

    private static IEnumerable<string> Names(JsonElement of, string what) => of.GetProperty(what).EnumerateArray().Select(name => name.GetString()!);

    private static string Line(JsonElement line)
    {
        var own = line.GetProperty("eigenKant");
        return $"{Reference(line)[..2]} {own.GetProperty("toestand").GetString()}: {line.GetProperty("aflevering").GetString()}, {line.GetProperty("bestanden").GetArrayLength()} bestand, "
            + $"{line.GetProperty("ontvangstbewijzen").GetArrayLength()} ontvangstbewijs, {line.GetProperty("sleuteloverdrachten").GetArrayLength()} overdrachten, {own.GetProperty("wisbewijzen").GetArrayLength()} wisbewijs";
    }

    /// <summary>How many of this kind the measures say that the pack has.</summary>
    private static int? CountOf(Pack pack, string place) => pack.Record.GetProperty("maatregelen").EnumerateArray().SelectMany(measure => measure.GetProperty("getoondDoor").EnumerateArray())
        .Where(proof => proof.GetProperty("waar").GetString() == place).Select(proof => (int?)proof.GetProperty("aantal").GetInt32()).Distinct().SingleOrDefault();
}
