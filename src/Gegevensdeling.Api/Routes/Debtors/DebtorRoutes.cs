using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Debtors;

/// <summary>The routes of the monthly debtor exchange. Each says what it needs; what happens is the law's.</summary>
public static class DebtorRoutes
{
    private const string Month = "/debiteurenmaanden/{verwijzing}";
    private const string List = "/debiteurenlijsten/{verwijzing}";
    private const string Copy = "/debiteurenkopieen/{verwijzing}";
    private const string OldWorkbook = "application/vnd.ms-excel";

    private static readonly IReadOnlyList<string> Workbooks = [DebtorAnswers.Workbook, OldWorkbook];

    private static readonly AnswerShape Recorded = new(204, "Vastgelegd, of het was al zo.");

    public static IEnumerable<Route> All(MonthHandlers months, ListHandlers lists, ExchangeStanding standing) =>
        [.. OfDeliveries(months, standing), .. OfMonths(months, standing), .. OfLists(lists, standing), .. OfPersons(lists, standing), .. OfCopies(lists, standing)];

    private static IEnumerable<Route> OfDeliveries(MonthHandlers handlers, ExchangeStanding standing)
    {
        Route File(string name, string path, ProtocolAction action, Func<ApiRequest, UploadedFile, CancellationToken, Task<ApiAnswer>> handler) =>
            Route.PostFile(name, path, Access.To(action, standing.OfNewAsync), Workbooks, DebtorIntake.LargestFile, handler);

        yield return File("debiteuren-leveren", "/debiteurenleveringen", DebtorActions.DeliverDebtors, handlers.DeliverAsync) with
        {
            Summary = "Fase 1: levert de debiteuren van de maand, met voornaam, familienaam en rijksregisternummer en niets anders.",
            Query = ["protocol", "maand", "ondernemingen", "zonderNummer", "vervangt"],
            Answers = [new(201, "Nagekeken en verzegeld.", typeof(DebtorMade))],
        };
        yield return File("clienten-leveren", "/clientenleveringen", DebtorActions.DeliverClients, handlers.DeliverClientsAsync) with
        {
            Summary = "Fase 2: levert de rijksregisternummers van de cliënten als Excelbestand; ze worden alleen vergeleken, en nergens bewaard.",
            Query = ["protocol", "maand"],
            Answers = [new(200, "De aantallen.", typeof(ComparisonAnswer))],
        };
        yield return Route.Post<ClientNumbersBody>("clientnummers-leveren", "/clientennummers", Access.To(DebtorActions.DeliverClients, standing.OfNewAsync), handlers.DeliverNumbersAsync) with
        {
            Summary = "Fase 2: hetzelfde, rechtstreeks uit de toepassing van het OCMW.",
            MostBodyBytes = 2 * 1024 * 1024, // some 100,000 numbers; longer lists come as a workbook
            Query = ["protocol", "maand"],
            Answers = [new(200, "De aantallen.", typeof(ComparisonAnswer))],
        };
        yield return File("clienten-markeren", "/markeringen", DebtorActions.Mark, handlers.MarkAsync) with
        {
            Summary = "Fase 2: de vermeldingen als Excelbestand; vergelijkt het OCMW zelf, dan worden de gegevens van wie er geen krijgt gewist.",
            Query = ["protocol"],
            Answers = [new(201, "In de lijst.", typeof(DebtorMade))],
        };
        yield return File("schuldgegevens-leveren", "/schuldgegevens", DebtorActions.DeliverDetails, handlers.DetailAsync) with
        {
            Summary = "Fase 3: adres, dossiernummers, aard, bedrag, afbetaling en laatste afbetaling, alleen van wie een vermelding kreeg.",
            Query = ["protocol", "maand"],
            Answers = [new(201, "In de lijst.", typeof(DebtorMade))],
        };
    }

    private static IEnumerable<Route> OfMonths(MonthHandlers handlers, ExchangeStanding standing)
    {
        Route Command(string name, string path, ProtocolAction action, string summary, Handle handler) =>
            Route.Post(name, Month + path, Access.To(action, standing.Of(CycleKind.Name, Use.Moves)), handler) with { Summary = summary, Answers = [Recorded] };

        yield return Route.Get("debiteurenmaanden", "/debiteurenmaanden", Access.To(DebtorActions.ReadCycles, standing.OfAllAsync), handlers.ListAsync) with
        {
            Summary = "De maanden van de eigen organisatie, in aantallen.",
            Answers = [new(200, "De lijst.", typeof(CycleLines))],
        };
        yield return Route.Get("debiteurenmaand-stand", Month, Access.To(DebtorActions.ReadCycles, standing.Of(CycleKind.Name, Use.Reads)), handlers.ReadAsync) with
        {
            Summary = "Hoe ver een maand staat, in aantallen.",
            Answers = [new(200, "De stand.", typeof(CycleLine))],
        };
        yield return Route.Post("debiteuren-openen", Month + "/levering", Access.To(DebtorActions.OpenDelivery, standing.Of(CycleKind.Name, Use.Opens)), handlers.OpenDeliveryAsync) with
        {
            Summary = "Opent de hele levering; alleen waar het protocol het OCMW zelf laat vergelijken.",
            Reveals = true,
            Answers = [new(200, "Het Excelbestand.", null, DebtorAnswers.Workbook)],
        };
        yield return Command("vermeldingen-vrijgeven", "/vrijgave", DebtorActions.Release, "Geeft de vermeldingen van de maand vrij aan de gemeente.", handlers.ReleaseAsync);
        yield return Command("vermeldingen-bevestigen", "/bevestiging", DebtorActions.Confirm, "Bevestigt dat de invordering volgens de vermeldingen gepauzeerd en hervat is.", handlers.ConfirmAsync);
        yield return Route.Get("debiteurenmaand-wisbewijs", Month + "/wisbewijs", Access.To(DebtorActions.ReadEvidence, standing.Of(CycleKind.Name, Use.Reads)), handlers.CertificateAsync) with
        {
            Summary = "Het laatste ondertekende wisbewijs van de sleutel van de maand.",
            Answers = [new(200, "Ondertekend document.", typeof(ErasureCertificate))],
        };
    }

    private static IEnumerable<Route> OfLists(ListHandlers handlers, ExchangeStanding standing)
    {
        Route Show(string name, string path, ProtocolAction action, string mediaType, string summary, Handle handler) =>
            Route.Post(name, List + path, Access.To(action, standing.Of(ListKind.Name, Use.Opens)), handler) with
            {
                Summary = summary,
                Reveals = true,
                Answers = [new(200, "Het bestand.", null, mediaType)],
            };

        yield return Route.Get("debiteurenlijsten", "/debiteurenlijsten", Access.To(DebtorActions.ReadLists, standing.OfAllAsync), handlers.ListAsync) with
        {
            Summary = "De lijsten van de eigen organisatie: versies met wie, wanneer en waarom, zonder wat erin staat.",
            Answers = [new(200, "De lijsten.", typeof(ListLines))],
        };
        yield return Route.Get("debiteurenlijst-stand", List, Access.To(DebtorActions.ReadLists, standing.Of(ListKind.Name, Use.Reads)), handlers.ReadAsync) with
        {
            Summary = "De versies van één lijst, zonder wat erin staat.",
            Answers = [new(200, "De lijst.", typeof(ListLine))],
        };
        yield return Show("debiteurenlijst-openen", "/openen", DebtorActions.OpenList, DebtorAnswers.Workbook, "Opent de lijst van het OCMW: zijn eigen cliënten.", handlers.OpenAsync);
        yield return Show("vermeldingen-ophalen", "/vermeldingen", DebtorActions.FetchMarks, DebtorAnswers.Workbook, "Geeft de gemeente nummer en vermelding, en niets anders.", handlers.FetchMarksAsync);
        yield return Show("boekhouding-ophalen", "/boekhouding", DebtorActions.FetchMarks, DebtorAnswers.Csv, "Hetzelfde voor de boekhouding: wie te pauzeren en te hervatten is.", handlers.FetchAccountingAsync);
        yield return Show("debiteurenlijst-overdragen", "/overdracht", DebtorActions.ExportList, DebtorAnswers.Zip, "De hele lijst en haar geschiedenis in open formaten, voor een andere dienstverlener.", handlers.ExportAsync);
    }

    private static IEnumerable<Route> OfPersons(ListHandlers handlers, ExchangeStanding standing)
    {
        Route Change<TBody>(string name, string path, ProtocolAction action, string summary, Func<ApiRequest, TBody, CancellationToken, Task<ApiAnswer>> handler)
            where TBody : class =>
            Route.Post(name, List + path, Access.To(action, standing.Of(ListKind.Name, Use.Opens)), handler) with { Summary = summary, Answers = [Recorded] };

        yield return Change<ChangeMarkBody>("vermelding-wijzigen", "/vermelding", DebtorActions.ChangeMark, "Wijzigt de vermelding van één persoon, met de reden.", handlers.ChangeMarkAsync);
        yield return Change<ListedPersonBody>("pauze-verlengen", "/herziening", DebtorActions.ExtendPause, "Verlengt de pauze van één persoon, na herziening.", handlers.ExtendAsync);
        yield return Change<ListedPersonBody>("geen-client", "/geen-client", DebtorActions.ChangeMark, "Haalt iemand uit de lijst die geen cliënt van het OCMW is, of het niet meer is.", handlers.RemoveAsync);
        yield return Change<CloseDebtBody>("schuld-afsluiten", "/afsluiting", DebtorActions.CloseDebt, "Sluit een schuld af die betaald of opgelost is, of niet meer ingevorderd wordt; ze wordt gewist.", handlers.CloseAsync);
    }

    private static IEnumerable<Route> OfCopies(ListHandlers handlers, ExchangeStanding standing)
    {
        yield return Route.Get("debiteurenkopie-ontvangstbewijs", Copy + "/ontvangstbewijs", Access.To(DebtorActions.ReadEvidence, standing.Of(CopyKind.Name, Use.Reads)), handlers.ReceiptAsync) with
        {
            Summary = "Het ondertekende ontvangstbewijs van een levering of een versie.",
            Answers = [new(200, "Ondertekend document.", typeof(Receipt))],
        };
        yield return Route.Get("debiteurenkopie-wisbewijs", Copy + "/wisbewijs", Access.To(DebtorActions.ReadEvidence, standing.Of(CopyKind.Name, Use.Reads)), handlers.CertificateAsync) with
        {
            Summary = "Het laatste ondertekende wisbewijs van een levering of een versie.",
            Answers = [new(200, "Ondertekend document.", typeof(ErasureCertificate))],
        };
    }
}
