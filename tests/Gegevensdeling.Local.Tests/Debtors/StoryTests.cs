using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>The monthly debtor exchange as the protocol of Maldegem promises it, told day by day. The approved texts beside this file are meant to be read.</summary>
public sealed class StoryTests
{
    private static readonly Person An = new("An", "Verzonnekens", SyntheticInsz.Adult(1));
    private static readonly Person Bert = new("Bert", "Fabelaere", SyntheticInsz.Adult(2));
    private static readonly Person Cis = new("Cis", "Luchtkasteel", SyntheticInsz.Adult(3));
    private static readonly Person Door = new("Door", "Dichtgedacht", SyntheticInsz.Adult(4));

    [Fact]
    [Requirement("D1", "D3", "D4", "D5", "D6", "D7", "D8", "D11", "D12")]
    public async Task A_good_month_and_the_next()
    {
        await using var story = await DebtorStory.BeginAsync("Een goede maand, en de maand erna: voor één cliënt is er een oplossing, voor een andere wordt de invordering voortgezet.");
        var maldegem = story.Maldegem;
        await story.DoAsync("debiteurenteam van de gemeente levert 3 debiteuren: An, Bert en Cis", maldegem.DeliverAsync(Sheets.Debtors(An, Bert, Cis)));
        await story.TurnToAsync(3, 3);
        await story.DoAsync("maatschappelijk werker levert de cliëntnummers; An en Bert zijn cliënt, Cis niet", maldegem.ClientsAsync(Sheets.Clients(An, Bert, Door)));
        await story.ShowAsync("maatschappelijk werker opent de lijst", maldegem.RowsAsync(), Line);
        await story.DoAsync("maatschappelijk werker geeft de vermeldingen vrij", maldegem.OfMonthAsync(maldegem.Worker, "vrijgave"));
        await story.TurnToAsync(3, 4);
        await story.ShowAsync("debiteurenteam van de gemeente haalt de vermeldingen op", maldegem.MarksAsync(), row => $"{NameOf(row[0])}: {row[1]}");
        await story.DoAsync("debiteurenteam van de gemeente bevestigt dat de invordering gepauzeerd is", maldegem.OfMonthAsync(maldegem.Town, "bevestiging"));
        await story.DoAsync("debiteurenteam van de gemeente levert adres, dossiers en bedragen van An en Bert", maldegem.DetailsAsync(Sheets.Details((An, "2025/0012", "120,00"), (Bert, "2025/0107", "45,50"))));
        await story.TurnToAsync(3, 18);
        await story.DoAsync("maatschappelijk werker: met Bert wordt geen oplossing bereikt", maldegem.ChangeAsync(Bert, "geen-oplossing-bereikt"));
        await story.ShowAsync("debiteurenteam van de gemeente haalt de vermeldingen opnieuw op", maldegem.MarksAsync(), row => $"{NameOf(row[0])}: {row[1]}");
        await story.TurnToAsync(3, 25);
        await story.DoAsync("debiteurenteam van de gemeente sluit de schuld van An af: opgelost", maldegem.CloseAsync(An, "opgelost"));
        await story.TurnToAsync(4, 2);
        await story.DoAsync("debiteurenteam van de gemeente levert 3 debiteuren: Bert, Cis en Door", maldegem.DeliverAsync(Sheets.Debtors(Bert, Cis, Door)));
        await story.DoAsync("maatschappelijk werker levert de cliëntnummers; ook Door is nu debiteur", maldegem.ClientsAsync(Sheets.Clients(An, Bert, Door)));
        await story.ShowAsync("maatschappelijk werker opent de lijst", maldegem.RowsAsync(), Line);
        await story.DoAsync("maatschappelijk werker geeft de vermeldingen vrij", maldegem.OfMonthAsync(maldegem.Worker, "vrijgave"));
        await story.ShowAsync("debiteurenteam van de gemeente haalt de vermeldingen op", maldegem.MarksAsync(), row => $"{NameOf(row[0])}: {row[1]}");
        await story.DoAsync("debiteurenteam van de gemeente bevestigt", maldegem.OfMonthAsync(maldegem.Town, "bevestiging"));
        await story.DoAsync("debiteurenteam van de gemeente levert adres, dossiers en bedragen van Door", maldegem.DetailsAsync(Sheets.Details((Door, "2026/0003", "80,00"))));
        await story.TurnToAsync(5, 4);
        await story.DoAsync("geïntegreerd debiteurenteam opent de lijst", maldegem.OfListAsync(maldegem.DebtTeam, "openen"));
        await story.ShowAsync("maatschappelijk werker opent de lijst op de dienstenschijf", maldegem.RowsAsync(), Line);
        await Approved.EqualAsync("goede-maand.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("D1", "W20")]
    public async Task The_municipality_does_not_deliver()
    {
        await using var story = await DebtorStory.BeginAsync("De gemeente levert een maand lang niets.");
        await story.TurnToAsync(4, 1, 0);
        await Approved.EqualAsync("geen-levering.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("D1", "D5", "W20")]
    public async Task The_OCMW_does_not_answer()
    {
        await using var story = await DebtorStory.BeginAsync("De gemeente levert, en het OCMW antwoordt niet: op het einde van de maand wordt de levering gewist.");
        await story.DoAsync("debiteurenteam van de gemeente levert 3 debiteuren", story.Maldegem.DeliverAsync(Sheets.Debtors(An, Bert, Cis)));
        await story.TurnToAsync(4, 1, 8);
        await story.DoAsync("maatschappelijk werker levert de cliëntnummers van maart, te laat", story.Maldegem.ClientsAsync(Sheets.Clients(An), "2026-03"));
        await Approved.EqualAsync("ocmw-antwoordt-niet.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("W18", "D6", "D12")]
    public async Task A_pause_is_reviewed()
    {
        await using var story = await DebtorStory.BeginAsync("Een pauze loopt drie maanden en wordt dan herzien; zolang niemand beslist, blijft ze duren.", ofListOnly: true);
        var maldegem = story.Maldegem;
        await maldegem.ConfirmedAsync([An, Bert], [An, Bert]);
        (await maldegem.DetailsAsync(Sheets.Details((An, "2025/0012", "120,00"), (Bert, "2025/0107", "45,50")))).Is(201);
        await story.ShowAsync("maatschappelijk werker opent de lijst", maldegem.RowsAsync(), Line);
        await story.TurnToAsync(6, 10);
        await story.ShowAsync("maatschappelijk werker opent de lijst", maldegem.RowsAsync(), Line);
        await story.DoAsync("maatschappelijk werker verlengt de pauze van An", maldegem.ExtendAsync(An));
        await story.DoAsync("maatschappelijk werker: Bert wenst geen oplossing", maldegem.ChangeAsync(Bert, "geen-oplossing-gewenst"));
        await story.ShowAsync("debiteurenteam van de gemeente haalt de vermeldingen op", maldegem.MarksAsync(), row => $"{NameOf(row[0])}: {row[1]}");
        await story.TurnToAsync(9, 11);
        await Approved.EqualAsync("pauze-herzien.approved.txt", await story.EndAsync());
    }

    private static string Line(string[] row) =>
        $"{row[0]}: {row[3]}{(row.ElementAtOrDefault(5) is { Length: > 0 } day ? $", herzien op {day}" : "")}{(row.ElementAtOrDefault(8) is { Length: > 0 } file ? $", dossier {file}" : "")}";

    private static string NameOf(string number) => new[] { An, Bert, Cis, Door }.Single(one => one.Number == number).First;
}
