using System.Text;
using Gegevensdeling.Exchanges.Debtors;
using static Gegevensdeling.Local.Demo.DebtorPeople;

namespace Gegevensdeling.Local.Demo;

/// <summary>Phase 3 of the first month, and what changes in the one list before the next.</summary>
internal sealed class DebtorDetailStory(Stage stage, DebtorCast cast, DebtorMonth month)
{
    private const int InterimDay = 20;

    private static readonly string[] Headings =
    [
        "Voornaam", "Familienaam", "Rijksregisternummer", "Vermelding", "Vermeld sinds", "Te herzien op", "Naam wijkt af", "Straat en huisnummer", "Dossiernummer", "Aard", "Bedrag", "Afbetaling per maand",
        "Laatste afbetaling",
    ];

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await DetailsAsync(cancellation);
        await ListAsync(cancellation);
        await InterimAsync(cancellation);
        await EvidenceAsync(cancellation);
    }

    private async Task DetailsAsync(CancellationToken cancellation)
    {
        stage.Say($"{cast.Town.Name} levert adres, dossiernummers, aard en bedrag, van wie een vermelding kreeg en van niemand anders.");
        var stranger = await cast.DetailsAsync(month, Details(Debt(Strangers[0], "INV-2026-0999", "belasting", "75,00")), cancellation);
        cast.Refused(stranger, "niet-op-de-lijst", "gegevens van wie geen vermelding kreeg, worden geweigerd (D4)");
        var details = Details(
            Debt(Stays, "INV-2026-0417", "belasting", "1.234,56", "50,00", "03/07/2026"), Debt(Stays, "INV-2026-0418", "retributie", "85,20"), Debt(Refuses, "INV-2026-0233", "factuur", "310,00"),
            Debt(Pays, "INV-2026-0102", "belasting", "64,90", "", "15/06/2026"), Debt(Leaves, "INV-2026-0390", "andere", "150,00"));
        await cast.SaveAsync("gemeente/1-schuldgegevens.xlsx", details, cancellation);
        cast.Accepted(await cast.DetailsAsync(month, details, cancellation), 201, "de schulden staan in de lijst (D4)");
        stage.Check(await cast.StateAsync(month, cancellation) == "klaar", "voor deze maand is alles gedaan (D1)");
    }

    private async Task ListAsync(CancellationToken cancellation)
    {
        stage.Say($"{cast.Worker.Name} opent de lijst: één Excelbestand, met de eigen cliënten van het OCMW.");
        var list = await cast.OfListAsync(cast.Worker, "openen", cancellation);
        await cast.SaveAsync("ocmw/1-lijst.xlsx", list.Raw, cancellation);
        var rows = DemoSpreadsheets.Cells(list.Raw);
        stage.Check(rows[0].SequenceEqual(Headings) && rows.Skip(1).Select(row => row[2]).SequenceEqual([Stays.Number, Stays.Number, Refuses.Number, Pays.Number, Leaves.Number]), "elke schuld heeft haar rij, en van elke fase staat erin wat artikel 3 opsomt (D4, D10)");
        stage.Check(rows.Skip(1).Where(row => row[6] == "ja").Select(row => row[2]).SequenceEqual([Leaves.Number]), "het OCMW ziet bij wie de naam afwijkt, om na te kijken of het dezelfde persoon is (W19)");
        stage.Check(rows.Skip(1).All(row => row[4] == $"{cast.Today:yyyy-MM-dd}" && row[5] == $"{cast.Review:yyyy-MM-dd}"), "elke pauze heeft een dag waarop ze herbekeken wordt (W18)");
        cast.Refused(await cast.OfListAsync(cast.Town, "openen", cancellation), "niet-bevoegd", "de gemeente kan ook nu de lijst niet openen (D9)");
    }

    private async Task InterimAsync(CancellationToken cancellation)
    {
        await cast.TurnToAsync(month.FirstDay.AddDays(InterimDay), cancellation);
        stage.Say("Een cliënt wil geen oplossing uitwerken met het OCMW. Dat komt in dezelfde lijst; de gemeente hoort dat er iets wijzigde, niet voor wie.");
        var changed = await cast.OfListAsync(cast.Worker, "vermelding", cancellation, new { rijksregisternummer = Refuses.Number, reden = "geen-oplossing-gewenst" });
        cast.Accepted(changed, 204, "de vermelding is gewijzigd (D11)");
        stage.Check(cast.ToldTo(cast.List, "vermeldingen gewijzigd").SequenceEqual([cast.TownMail]) && cast.MailsNameNobody(cast.List), "het debiteurenteam kreeg bericht, zonder naam of nummer (D11)");
        var marks = await cast.OfListAsync(cast.Town, "vermeldingen", cancellation);
        await cast.SaveAsync("gemeente/1-vermeldingen-na-wijziging.xlsx", marks.Raw, cancellation);
        stage.Check(
            DemoSpreadsheets.Rows(marks.Raw).Skip(1).SequenceEqual(FirstListed.Select(one => $"{one.Number} {(one == Refuses ? "invorderingsprocedure voortzetten" : "cliënt OCMW")}")),
            "de gemeente krijgt bij die ene 'invorderingsprocedure voortzetten' (D3)");
        var accounting = await cast.OfListAsync(cast.Town, "boekhouding", cancellation);
        await cast.SaveAsync("gemeente/1-boekhouding-na-wijziging.csv", accounting.Raw, cancellation);
        stage.Check(accounting.Raw.SequenceEqual(Accounting(FirstListed.Select(one => (one, one != Refuses)))), "de boekhouding hervat die ene invordering (D6)");
    }

    private async Task EvidenceAsync(CancellationToken cancellation)
    {
        var copies = await cast.CopiesAsync(cancellation);
        var gone = true;
        foreach (var copy in copies.SkipLast(1))
            gone &= await cast.IsGoneAsync(copy, cancellation);
        stage.Check(copies.Count == 3 && gone, "er is één lijst: van elke vroegere versie zijn bestand en sleutel weg (D11)");
        await cast.FetchAsync(cast.TownDpo, $"/debiteurenkopieen/{copies[1]}/ontvangstbewijs", "ontvangstbewijs-versie-2.json", cancellation);
        await cast.FetchAsync(cast.Dpo, $"/debiteurenkopieen/{copies[1]}/wisbewijs", "wisbewijs-versie-2.json", cancellation);
        stage.Check(await cast.VerifyAsync(cancellation, "ontvangstbewijs-versie-2.json", "wisbewijs-versie-2.json"), "ontvangstbewijs en wisbewijs van de vorige versie kloppen met de publieke sleutels (D11)");
        var left = await SealedCopies.ReadAsync(stage.Host.Law, cancellation);
        stage.Check(left is [var list] && Traces.In(Encoding.UTF8.GetBytes(list), [Refuses.Number, "voortgezet"]).Count == 2, "in de ene verzegelde lijst staat de wijziging (D11)");
        stage.Check(stage.NothingOf(Words), "in geen enkel bestand van dit systeem staat een naam, een nummer, een adres of een dossiernummer (D13)");
    }
}
