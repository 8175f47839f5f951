using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>A file or a change that is not right is refused as a whole: it says which row and why, never who, and nothing is half done.</summary>
public sealed class BadInputTests
{
    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 8).Select(Person.Of)];
    private static readonly string[] Headings = ["Voornaam", "Familienaam", "Rijksregisternummer"];

    [Fact]
    [Requirement("D2", "G19")]
    public async Task A_delivery_with_other_columns_or_rows_is_refused_and_leaves_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        var (one, other) = (Everybody[0], Everybody[1]);

        await RefusesAsync("kolommen", ["Naam", "Rijksregisternummer"], [one.Last, one.Number]);
        await RefusesAsync("kolommen", ["Voornaam", "Familienaam", "Voornaam"], [one.First, one.Last, one.Number]);
        await RefusesAsync("kolommen", [one.First, one.Last, one.Number], [other.First, other.Last, other.Number]);
        await RefusesAsync("andere-kolom", [.. Headings, "Adres"], [one.First, one.Last, one.Number, "Verzonnenstraat 1"]);
        await RefusesAsync("andere-kolom", Headings, [one.First, one.Last, one.Number, other.Last]);
        await RefusesAsync("leeg-bestand", Headings);

        // Names where numbers belong; a number of nobody; one that is a company's.
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.DeliverAsync(Sheets.Of(Headings, [one.First, one.Number, one.Last], [other.First, other.Last, other.Number])), 2, 2);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.DeliverAsync(Sheets.Of(Headings, [one.First, one.Last, one.Number], [other.First, other.Last, Wrong(other)])), 3);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.DeliverAsync(Sheets.Of(Headings, [one.First, one.Last, ""], ["", other.Last, "0403.170.701"])), 2, 3);

        // One number under two names; the same name twice is no fault (W16: co-debtors are marked per person).
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.DeliverAsync(Sheets.Debtors(one, other, one with { Last = Everybody[2].Last })), 4);
        (await maldegem.DeliverAsync(Sheets.Debtors(one, other, one))).Is(201);
        Assert.Equal(2, (await maldegem.MonthAsync()).GetProperty("debiteuren").GetInt32());

        Task RefusesAsync(string code, params IReadOnlyList<string[]> rows) => standing.RefusesAsync(422, code, () => maldegem.DeliverAsync(Sheets.Of(rows)));
    }

    [Fact]
    public async Task What_is_no_right_workbook_is_refused_by_name()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        await standing.RefusesAsync(422, "geen-werkmap", () => maldegem.DeliverAsync([.. "niets"u8]));
        await standing.RefusesAsync(422, "geen-werkmap", () => maldegem.ClientsAsync([.. "niets"u8]));
        await standing.RefusesAsync(400, "bestand-ontbreekt", () => maldegem.DeliverAsync([]));
        foreach (var month in new[] { "2026-3", "maart", "2026-13", "2026-03-01" })
            await standing.RefusesAsync(400, "onbekende-parameter", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), month));
        await standing.RefusesAsync(422, "niets-te-vervangen", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), replaces: Everybody[0].Number));
        await standing.RefusesAsync(400, "onbekende-parameter", () => maldegem.DeliverAsync(Sheets.Debtors(Everybody), replaces: "..%2F..%2Fetc"));
    }

    [Fact]
    [Requirement("F11", "D5")]
    public async Task A_client_list_that_is_wrong_or_of_another_body_is_refused_and_compared_with_nothing()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        await standing.RefusesAsync(422, "nog-geen-debiteuren", () => maldegem.ClientsAsync(Sheets.Clients(Everybody)));
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody[..4]))).Is(201);

        // Of another OCMW, by what stands in it and by who sends it.
        await standing.RefusesAsync(422, "ander-ocmw", () => maldegem.ClientsAsync(Sheets.Of(
            ["Rijksregisternummer", "OCMW"], [Everybody[0].Number, "OCMW Maldegem"], [Everybody[1].Number, "OCMW Mechelen"])), 3);
        var (path, purpose) = ($"/clientenleveringen?protocol={maldegem.Protocol.Id}&maand={maldegem.MonthNow}", Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Receiver));
        await standing.RefusesAsync(422, "protocol-onbekend", () => maldegem.UploadAsync(SyntheticPeople.SocialWorker(rig.Mechelen), path, Sheets.Clients(Everybody), purpose: purpose));
        await standing.RefusesAsync(403, "niet-bevoegd", () => maldegem.ClientsAsync(Sheets.Clients(Everybody), who: maldegem.Town));
        await standing.RefusesAsync(403, "niet-bevoegd", () => maldegem.ClientsAsync(Sheets.Clients(Everybody), who: maldegem.Head));

        await standing.RefusesAsync(422, "kolommen", () => maldegem.ClientsAsync(Sheets.Of(["Nummer"], [Everybody[0].Number])));
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.ClientsAsync(Sheets.Of(["Rijksregisternummer"], [Everybody[0].Last], [Everybody[1].Number])), 2);
        await standing.RefusesAsync(422, "niet-meedelen-niet-geregeld", () => maldegem.ClientsAsync(Sheets.Of(["Rijksregisternummer", "Niet meedelen"], [Everybody[0].Number, "ja"])));
        await standing.RefusesAsync(422, "niet-meedelen-niet-geregeld", () => maldegem.NumbersAsync(Everybody, [Everybody[0]]));
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.NumbersAsync([Everybody[0], Everybody[1] with { Number = Wrong(Everybody[1]) }]), 2);
        await standing.RefusesAsync(422, "leeg-bestand", () => maldegem.NumbersAsync([]));
    }

    [Fact]
    [Requirement("D3", "D4")]
    public async Task Marks_and_debts_of_who_is_not_listed_refuse_the_whole_file_with_the_row()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        var (client, debtor) = (Everybody[1], Everybody[0]);
        await maldegem.ConfirmedAsync(Everybody[..4], [client]);

        await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.DetailsAsync(Sheets.Details((client, "0012345", "100,00"), (debtor, "0012346", "10,00"))), 3);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.DetailsAsync(Sheets.Details((client, client.Number, "100,00"))), 2);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.DetailsAsync(Sheets.Details((client, "0012345", "honderd"))), 2);
        await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.MarkAsync(Sheets.Marks((client, "invorderingsprocedure voortzetten"), (debtor, "cliënt OCMW"))), 3);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.MarkAsync(Sheets.Marks((client, "geen cliënt"))), 2);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.MarkAsync(Sheets.Marks((client, ""))), 2);
        await standing.RefusesAsync(422, "rijen-niet-in-orde", () => maldegem.MarkAsync(Sheets.Marks((client, "cliënt OCMW"), (client, "cliënt OCMW"))), 3);
        Assert.Equal([[client.Number, "cliënt OCMW"]], await maldegem.MarksAsync());
    }

    [Fact]
    [Requirement("D8", "D11", "W18")]
    public async Task A_change_of_somebody_who_is_not_listed_or_with_a_reason_that_does_not_fit_is_refused()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var standing = new Standing(rig, maldegem);
        var (client, debtor) = (Everybody[1], Everybody[0]);
        await maldegem.ConfirmedAsync(Everybody[..4], [client]);
        (await maldegem.DetailsAsync(Sheets.Details((client, "0012345", "100,00")))).Is(201);

        foreach (var who in new[] { debtor, Everybody[7] })
        {
            await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.ChangeAsync(who, "geen-oplossing-gewenst"));
            await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.ExtendAsync(who));
            await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.NoClientAsync(who));
            await standing.RefusesAsync(422, "niet-op-de-lijst", () => maldegem.CloseAsync(who, "betaald"));
        }

        await standing.RefusesAsync(422, "reden-past-niet", () => maldegem.ChangeAsync(client, "betaald"));
        await standing.RefusesAsync(422, "reden-past-niet", () => maldegem.ChangeAsync(client, "pauze-verlengd"));
        await standing.RefusesAsync(422, "reden-past-niet", () => maldegem.CloseAsync(client, "geen-client"));
        await standing.RefusesAsync(400, "velden-ongeldig", () => maldegem.ChangeAsync(client, "zomaar"));
        await standing.RefusesAsync(422, "geen-rijksregisternummer", () => maldegem.ChangeAsync(client with { Number = Wrong(client) }, "geen-oplossing-gewenst"));
        await standing.RefusesAsync(422, "geen-rijksregisternummer", () => maldegem.ChangeAsync(client with { Number = client.Last }, "geen-oplossing-gewenst"));
        await standing.RefusesAsync(422, "onbekend-dossier", () => maldegem.CloseAsync(client, "betaald", "0099999"));
        await standing.RefusesAsync(403, "niet-bevoegd", () => maldegem.ChangeAsync(client, "geen-oplossing-gewenst", maldegem.Town));
        (await maldegem.ChangeAsync(client with { Number = client.Written }, "geen-oplossing-gewenst")).Is(204);
        await standing.RefusesAsync(422, "geen-pauze", () => maldegem.ExtendAsync(client));
    }

    /// <summary>Another check number.</summary>
    private static string Wrong(Person person) => $"{person.Number[..^1]}{(person.Number[^1] == '0' ? '1' : '0')}";
}
