using System.Text;
using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Debtors;
using static Gegevensdeling.Local.Demo.DebtorPeople;

namespace Gegevensdeling.Local.Demo;

/// <summary>The second month: the first one closes, the list leaves the shared drive, and it follows who paid, who came and who left.</summary>
internal sealed class DebtorNextMonthStory(Stage stage, DebtorCast cast, DebtorMonth before)
{
    private readonly DebtorMonth month = before.Next;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await ClosedAsync(cancellation);
        await DriveAsync(cancellation);
        await CompareAsync(cancellation);
        await MarksAsync(cancellation);
        await DetailsAsync(cancellation);
        await PaidAsync(cancellation);
    }

    private async Task ClosedAsync(CancellationToken cancellation)
    {
        await stage.TurnToAsync(month.Opens.AddMinutes(5), cancellation);
        await cast.RoundAsync(cancellation);
        stage.Say($"{month.Say()} gaat open, {before.Say()} is om.");
        stage.Check(await cast.StateAsync(before, cancellation) == "afgesloten-volledig" && await cast.StateAsync(month, cancellation) == "wacht-op-debiteuren", "de vorige maand is volledig afgesloten, de nieuwe wacht op debiteuren (D1)");
        stage.Check(await cast.IsGoneAsync(cast.Month(before), cancellation), "de sleutel waaronder vergeleken werd, is weg (F11)");
        await cast.FetchAsync(cast.Dpo, $"/debiteurenmaanden/{cast.Month(before)}/wisbewijs", "wisbewijs-maand-1.json", cancellation);
        stage.Check(await cast.VerifyAsync(cancellation, "wisbewijs-maand-1.json"), "het wisbewijs van die sleutel klopt met de publieke sleutels (F11)");
    }

    private async Task DriveAsync(CancellationToken cancellation)
    {
        var moves = (await cast.ListAsync(cancellation)).GetProperty("naarDienstenschijfOp").GetDateTimeOffset();
        await cast.TurnToAsync(LegalCalendar.DateOf(moves), cancellation);
        stage.Say("Een maand na de levering staat de lijst op de niet gedeelde dienstenschijf van het OCMW.");
        stage.Check((await cast.ListAsync(cancellation)).GetProperty("toestand").GetString() == "op-dienstenschijf" && cast.ToldTo(cast.List, "op de dienstenschijf").Count == 2, "de lijst is verplaatst, en beide diensten kregen bericht (D12)");
        cast.Refused(await cast.OfListAsync(cast.Colleague, "openen", cancellation), "op-dienstenschijf", $"{cast.Colleague.Name} (debiteurenteam) kan ze niet meer lezen (D12)");
        var list = await cast.OfListAsync(cast.Worker, "openen", cancellation);
        stage.Check(list.Status == 200 && DemoSpreadsheets.Rows(list.Raw).Count == 6, "de maatschappelijk werker leest ze wel, met alle rijen (D12)");
        cast.Accepted(await cast.OfListAsync(cast.Town, "vermeldingen", cancellation), 200, "de vermelding die intussen wijzigde, haalt de gemeente nog op tot een maand na die wijziging (D11)");
    }

    private async Task CompareAsync(CancellationToken cancellation)
    {
        stage.Say("De gemeente levert opnieuw: één schuld is betaald en staat er niet meer bij. Het OCMW levert de nummers van zijn cliënten, nu rechtstreeks uit zijn toepassing: één cliënt kwam erbij, één is er geen meer.");
        await cast.SaveAsync("gemeente/2-debiteuren.xlsx", Debtors(SecondDebtors), cancellation);
        cast.Accepted(await cast.DeliverAsync(cast.Town, month, Debtors(SecondDebtors), cancellation), 201, "de levering is nagekeken en verzegeld (D2)");
        var body = new { nummers = SecondClients.Select(one => one.Number) };
        await cast.SaveAsync("ocmw/2-clienten.json", JsonSerializer.SerializeToUtf8Bytes(body), cancellation);
        var heard = await cast.PostAsync(cast.Worker, $"/clientennummers?protocol={cast.Protocol.Id}&maand={month}", body, cancellation);
        cast.Accepted(heard, 200, "de nummers zijn vergeleken (D10)");
        var left = await SealedCopies.ReadAsync(stage.Host.Law, cancellation);
        stage.Check(left is [var list] && SecondListed.All(one => list.Contains(one.Number, StringComparison.Ordinal)), "op de lijst staan wie bleef en wie erbij kwam (D11)");
        stage.Check(left.All(text => Traces.In(Encoding.UTF8.GetBytes(text), [.. Pays.Words, "INV-2026-0102"]).Count == 0), "wie betaalde, is van de lijst en nergens meer te vinden (D8)");
        stage.Check(left.All(text => Traces.In(Encoding.UTF8.GetBytes(text), [.. Leaves.Words, "INV-2026-0390"]).Count == 0), "wie geen cliënt meer is evenmin (D5)");
        stage.Check(left.All(text => Traces.In(Encoding.UTF8.GetBytes(text), [.. Strangers.Append(NoDebt).SelectMany(one => one.Words)]).Count == 0), "en wie nooit allebei was evenmin (D5)");
        stage.Check(stage.NothingOf(Words), "in geen enkel bestand van dit systeem staat een naam, een nummer, een adres of een dossiernummer (D13)");
    }

    private async Task MarksAsync(CancellationToken cancellation)
    {
        stage.Say($"{cast.Head.Name} (hoofd van de sociale dienst) geeft de vermeldingen vrij. De gemeente hoort ook hoeveel er wegvielen, en beslist daar zelf over.");
        cast.Accepted(await cast.OfMonthAsync(cast.Head, month, "vrijgave", cancellation), 204, "de vermeldingen zijn vrijgegeven (D3)");
        stage.Check(cast.ToldTo(cast.Month(month), "Voor 2 personen van vorige keer is er geen vermelding meer.").SequenceEqual([cast.TownMail]), "het debiteurenteam hoort dat er voor 2 personen geen vermelding meer is, niet wie of waarom (D3)");
        var marks = await cast.OfListAsync(cast.Town, "vermeldingen", cancellation);
        await cast.SaveAsync("gemeente/2-vermeldingen.xlsx", marks.Raw, cancellation);
        stage.Check(
            DemoSpreadsheets.Rows(marks.Raw).Skip(1).SequenceEqual([$"{Stays.Number} cliënt OCMW", $"{Refuses.Number} invorderingsprocedure voortzetten", $"{Joins.Number} cliënt OCMW"]),
            "wie erbij kwam, krijgt 'cliënt OCMW'; wat vorige maand beslist werd, blijft (D3)");
        var accounting = await cast.OfListAsync(cast.Town, "boekhouding", cancellation);
        await cast.SaveAsync("gemeente/2-boekhouding.csv", accounting.Raw, cancellation);
        stage.Check(accounting.Raw.SequenceEqual(Accounting((Stays, true), (Refuses, false), (Joins, true))), "de boekhouding pauzeert en hervat daarnaar, met elke voorloopnul (D6)");
        cast.Accepted(await cast.OfMonthAsync(cast.Town, month, "bevestiging", cancellation), 204, "de gemeente bevestigt (D6)");
    }

    private async Task DetailsAsync(CancellationToken cancellation)
    {
        var details = Details(Debt(Joins, "INV-2026-0501", "belasting", "420,00"));
        await cast.SaveAsync("gemeente/2-schuldgegevens.xlsx", details, cancellation);
        cast.Accepted(await cast.DetailsAsync(month, details, cancellation), 201, "de gemeente levert de schuld van wie erbij kwam (D4)");
        var list = await cast.OfListAsync(cast.Colleague, "openen", cancellation);
        await cast.SaveAsync("ocmw/2-lijst.xlsx", list.Raw, cancellation);
        stage.Check(
            DemoSpreadsheets.Cells(list.Raw).Skip(1).Select(row => $"{row[2]} {row[8]}").SequenceEqual(
                [$"{Stays.Number} INV-2026-0417", $"{Stays.Number} INV-2026-0418", $"{Refuses.Number} INV-2026-0233", $"{Joins.Number} INV-2026-0501"]),
            "de lijst van het OCMW heeft de schulden van wie bleef en van wie erbij kwam; na de nieuwe levering leest ook het debiteurenteam ze weer (D4, D12)");
    }

    private async Task PaidAsync(CancellationToken cancellation)
    {
        await cast.TurnToAsync(cast.Today.AddDays(7), cancellation);
        stage.Say("Een cliënt betaalt één van twee schulden. De gemeente sluit die af.");
        var body = new { rijksregisternummer = Stays.Number, dossiernummer = "INV-2026-0418", reden = "betaald" };
        cast.Accepted(await cast.OfListAsync(cast.Town, "afsluiting", cancellation, body), 204, "de schuld is afgesloten (D8)");
        var left = await SealedCopies.ReadAsync(stage.Host.Law, cancellation);
        stage.Check(
            left is [var list] && list.Contains("INV-2026-0417", StringComparison.Ordinal) && !list.Contains("INV-2026-0418", StringComparison.Ordinal),
            "de betaalde schuld is nergens meer te vinden, de andere staat nog op de lijst (D8)");
    }
}
