using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using static Gegevensdeling.Local.Demo.DebtorPeople;

namespace Gegevensdeling.Local.Demo;

/// <summary>Two months of the debtors of Maldegem. Here the first one opens and phase 1 is delivered; the other stories go on.</summary>
internal sealed class DebtorStory(Stage stage)
{
    private readonly DebtorCast cast = new(stage);

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await stage.BeginChapterAsync(DebtorCast.Folder);
        var month = DebtorMonth.Of(stage.Now).Next;
        await OpeningAsync(month, cancellation);
        await RefusalsAsync(month, cancellation);
        var delivery = await DeliveryAsync(month, cancellation);
        await new DebtorMatchStory(stage, cast, month, delivery).PlayAsync(cancellation);
        await new DebtorDetailStory(stage, cast, month).PlayAsync(cancellation);
        await new DebtorNextMonthStory(stage, cast, month).PlayAsync(cancellation);
        await new DebtorEndStory(stage, cast, month, delivery).PlayAsync(cancellation);
    }

    private async Task OpeningAsync(DebtorMonth month, CancellationToken cancellation)
    {
        var before = DebtorMonth.Of(stage.Now);
        await stage.TurnToAsync(month.Opens.AddMinutes(5), cancellation);
        await cast.RoundAsync(cancellation);
        await cast.RoundAsync(cancellation);
        stage.Say($"Maldegem: gemeente en OCMW delen elke maand wie een schuld heeft en cliënt is. {month.Say()} gaat vanzelf open.");
        var (_, months, _) = await stage.AskAsync(cast.Dpo, HttpMethod.Get, "/debiteurenmaanden", null, cancellation);
        stage.Check(
            months.GetProperty("maanden").EnumerateArray().Count(one => one.GetProperty("maand").GetString() == month.ToString()) == 1 && await cast.StateAsync(month, cancellation) == "wacht-op-debiteuren",
            "de maand is één keer open, hoe vaak de timer ook komt (D1)");
        stage.Check(await cast.StateAsync(before, cancellation) == "afgesloten-zonder-levering", $"{before.Say()}, waarin niemand leverde, is afgesloten als 'zonder levering' (D1)");
        stage.Check(
            cast.ToldTo(cast.Month(month), "lever de debiteuren").SequenceEqual([cast.TownMail]) && cast.ToldTo(cast.Month(month), "de maand is open").SequenceEqual([cast.WelfareMail]),
            "het debiteurenteam en de sociale dienst kregen bericht (D1)");
    }

    private async Task RefusalsAsync(DebtorMonth month, CancellationToken cancellation)
    {
        await cast.TurnToAsync(LegalCalendar.AddWorkingDays(month.FirstDay, 0), cancellation);
        stage.Say($"{cast.Town.Name} (debiteurenteam van de gemeente) levert de debiteuren. Wat niet mag, wordt geweigerd, met de plaats in het protocol erbij.");
        var wider = DemoSpreadsheets.Workbook(["Voornaam", "Familienaam", "Rijksregisternummer", "Adres"], [Stays.First, Stays.Last, Stays.Number, Stays.Street]);
        cast.Refused(await cast.DeliverAsync(cast.Town, month, wider, cancellation), "andere-kolom", "een adres erbij wordt geweigerd (D2)");
        var heard = await cast.DeliverAsync(cast.Town, month, Debtors(FirstDebtors, ["", Company, CompanyNumber], ["Anoniem", "Zonder Nummer", ""]), cancellation);
        cast.Refused(heard, "rijen-niet-in-orde", "een onderneming en iemand zonder rijksregisternummer worden geweigerd (W16)");
        foreach (var (row, reason) in heard.Rows)
            stage.Say($"  {row}: {reason}");
        stage.Check(heard.Rows.Select(row => row.Row).SequenceEqual(["rij 9", "rij 10"]) && Traces.In(heard.Raw, Words).Count == 0, "het verslag noemt rij en reden, nooit een naam of een nummer (W16)");
        cast.Refused(await cast.DeliverAsync(cast.Worker, month, Debtors(FirstDebtors), cancellation), "niet-bevoegd", "alleen het debiteurenteam van de gemeente levert debiteuren (D9)");
        stage.Check(stage.NothingOf(Words), "van wat geweigerd werd, is niets te vinden (D13)");
    }

    private async Task<ExchangeId> DeliveryAsync(DebtorMonth month, CancellationToken cancellation)
    {
        stage.Say($"Zonder hen gaan {FirstDebtors.Length} debiteuren mee: voornaam, familienaam en rijksregisternummer. Drie werden er voordien weggelaten, en geteld.");
        await cast.SaveAsync("gemeente/1-debiteuren.xlsx", Debtors(FirstDebtors), cancellation);
        var heard = await cast.DeliverAsync(cast.Town, month, Debtors(FirstDebtors), cancellation);
        cast.Accepted(heard, 201, "de levering is nagekeken en verzegeld (D2)");
        var delivery = new ExchangeId(heard.Body.GetProperty("verwijzing").GetString()!);
        var standing = await cast.StandingAsync(cast.Dpo, month, cancellation);
        stage.Check(
            (standing.GetProperty("debiteuren").GetInt32(), standing.GetProperty("weggelatenOndernemingen").GetInt32(), standing.GetProperty("weggelatenZonderNummer").GetInt32()) == (FirstDebtors.Length, 2, 1),
            "de weggelaten ondernemingen en personen zijn geteld (W16)");
        stage.Check(stage.NothingOf(Words), "in geen enkel bestand van dit systeem staat een naam of een nummer: alles is verzegeld (D13)");
        stage.Check(
            await SealedCopies.ReadAsync(stage.Host.Law, cancellation) is [var content] && FirstDebtors.All(one => content.Contains(one.Number, StringComparison.Ordinal)),
            "wie de sleutels heeft, vindt precies één verzegeld bestand, met de debiteuren erin");
        await cast.SaveAsync("reservekopie-levering.7z", await SealedCopies.ArchiveAsync(stage.Host.Law, delivery, cancellation), cancellation);
        stage.Say("Iemand maakt een reservekopie van het verzegelde bestand. Wat is die straks nog waard?");
        cast.Refused(await cast.OfMonthAsync(cast.Worker, month, "levering", cancellation), "andere-vergelijking", "het OCMW kan de levering niet openen (F11)");
        return delivery;
    }
}
