using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;
using Person = Gegevensdeling.Local.Tests.Debtors.Person;

namespace Gegevensdeling.Local.Tests.PersonAnswers;

/// <summary>F12 and D14 for debtors: each party in its own column, and never a hint of who is a client.</summary>
public sealed class DebtorInquiryTests
{
    private static readonly Person[] Debtors = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    [Fact]
    [Requirement("D14", "F12", "F11", "D5")]
    public async Task Each_party_tells_what_it_holds_in_every_phase_of_the_month()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);

        // Fase 1: de gemeente leverde; het OCMW heeft niets (F11).
        var delivered = await TownAsync(rig, maldegem, Debtors[0]);
        Assert.Equal([Debtors[0].First, Debtors[0].Last, Debtors[0].Number], delivered.Values);
        Assert.DoesNotContain(Debtors[1].Number, delivered.All, StringComparison.Ordinal);
        Assert.Empty((await CentreAsync(rig, maldegem, Debtors[0])).Held);

        // Fase 2: voor de vrijgave weet de gemeente van niemand iets, cliënt of niet.
        (await maldegem.ClientsAsync(Sheets.Clients(Debtors[0], Debtors[1]))).Is(200);
        Assert.Equal((await TownAsync(rig, maldegem, Debtors[2])).All, (await TownAsync(rig, maldegem, Debtors[0])).All);
        Assert.Empty((await CentreAsync(rig, maldegem, Debtors[2])).Held);
        Assert.Contains("cliënt OCMW", (await CentreAsync(rig, maldegem, Debtors[0])).Values);

        // Daarna: nummer en vermelding, en het OCMW de hele rij met de schuld.
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        await maldegem.MarksAsync();
        (await maldegem.OfMonthAsync(maldegem.Town, "bevestiging")).Is(204);
        (await maldegem.DetailsAsync(Sheets.Details((Debtors[0], "0012345", "1.234,56"), (Debtors[1], "0099999", "20,00")))).Is(201);
        await maldegem.RowsAsync();
        var marked = await TownAsync(rig, maldegem, Debtors[0]);
        Assert.Equal([Debtors[0].Number, "cliënt OCMW"], marked.Values);
        Assert.Equal(["2026-03-02 Gemeentebestuur Maldegem, het debiteurenteam haalde de vermeldingen op"], marked.Accesses);
        Assert.Empty((await TownAsync(rig, maldegem, Debtors[2])).Held);
        var row = await CentreAsync(rig, maldegem, Debtors[0]);
        foreach (var value in new[] { Debtors[0].First, Debtors[0].Number, "Verzonnenstraat 12", "0012345", "1234,56 euro", "25,00 euro per maand", "15 januari 2026" })
            Assert.Contains(value, row.Values);
        Assert.Contains("2026-03-02 OCMW Maldegem, de sociale dienst opende de gegevens", row.Accesses);
        foreach (var another in new[] { Debtors[1].Number, "0099999" })
            Assert.DoesNotContain(another, row.All, StringComparison.Ordinal);

        // D8: betaald is gewist.
        (await maldegem.OfListAsync(maldegem.Town, "afsluiting", new { rijksregisternummer = Debtors[0].Number, reden = "betaald" })).Is(204);
        Assert.Empty((await CentreAsync(rig, maldegem, Debtors[0])).Held);
        Assert.Empty((await TownAsync(rig, maldegem, Debtors[0])).Held);
    }

    [Fact]
    [Requirement("W17", "F12")]
    public async Task A_withheld_client_hears_from_the_municipality_what_a_non_client_hears()
    {
        using var files = new ProtocolCopy();
        files.Change("maldegem-2023", file =>
        {
            file["debiteuren"]!["bezwaarTegenKennisGemeente"] = true;
            file["debiteuren"]!["bezwaarBevestigd"] = new System.Text.Json.Nodes.JsonArray(Word("gemeente-maldegem"), Word("ocmw-maldegem"));
        });
        await using var rig = await Rig.StartAsync(protocols: files.Path);
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Debtors))).Is(201);
        (await maldegem.NumbersAsync([Debtors[0], Debtors[1]], [Debtors[1]])).Is(200);
        (await maldegem.OfMonthAsync(maldegem.Worker, "vrijgave")).Is(204);
        Assert.Single((await TownAsync(rig, maldegem, Debtors[0])).Held);
        Assert.Equal((await TownAsync(rig, maldegem, Debtors[3])).All, (await TownAsync(rig, maldegem, Debtors[1])).All);
    }

    [Fact]
    [Requirement("W22", "F12")]
    public async Task Whose_row_is_restricted_hears_what_there_is_and_that_it_is_only_kept()
    {
        await using var rig = await Rig.StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Debtors, Debtors[..2]);
        var dossier = await maldegem.ObjectAsync(maldegem.Worker, new { soort = "bezwaar", wijze = "telefoon" });
        (await maldegem.NameRowAsync(dossier, Debtors[0].Number)).Is(204);
        const string Kept = "worden de gegevens alleen bewaard";
        var told = await CentreAsync(rig, maldegem, Debtors[0]);
        Assert.Contains(Kept, told.All, StringComparison.Ordinal);
        Assert.Contains(Debtors[0].Last, told.Values);

        // Of a row that it cannot fetch the municipality has nothing here.
        Assert.Equal((await TownAsync(rig, maldegem, Debtors[3])).All, (await TownAsync(rig, maldegem, Debtors[0])).All);
        Assert.DoesNotContain(Kept, (await CentreAsync(rig, maldegem, Debtors[1])).All, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Word(string party) => new() { ["partij"] = party, ["datum"] = "2026-03-01", ["bron"] = "eigen", ["reden"] = "Bevestigd in een test." };

    private static Task<Told> TownAsync(Rig rig, Maldegem maldegem, Person person) => rig.ToldAsync(maldegem.TownDpo, maldegem.Protocol, Inquiry.OfNumber(person.Number));

    private static Task<Told> CentreAsync(Rig rig, Maldegem maldegem, Person person) => rig.ToldAsync(maldegem.Dpo, maldegem.Protocol, Inquiry.OfNumber(person.Number));
}
