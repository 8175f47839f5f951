using Gegevensdeling.Exchanges;
using static Gegevensdeling.Local.Demo.GroeipakketCast;

namespace Gegevensdeling.Local.Demo;

/// <summary>The one-off request of Turnhout: from the sealed spreadsheet to the request that can be answered. <see cref="GroeipakketAnswerStory"/> goes on.</summary>
internal sealed class GroeipakketStory(Stage stage)
{
    private readonly GroeipakketCast cast = new(stage);

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await stage.BeginChapterAsync(Folder);
        await RefusalsAsync(cancellation);
        var request = await AskAsync(cancellation);
        await KeyAsync(request, cancellation);
        await RowsAsync(request, cancellation);
        await new GroeipakketAnswerStory(stage, cast, request).PlayAsync(cancellation);
    }

    private async Task RefusalsAsync(CancellationToken cancellation)
    {
        stage.Say($"Turnhout: {cast.Service.Name} (sociale dienst van het OCMW) wil eenmalig weten welke kinderen recht geven op een sociale toeslag.");
        stage.Say("Wat niet mag, wordt geweigerd, met de plaats in het protocol erbij. Er wordt niets van bewaard.");
        await RefusedAsync(DemoSpreadsheets.WithFormula(DemoSpreadsheets.Column(Both)), "een formule", cancellation);
        await RefusedAsync(DemoSpreadsheets.Workbook(["INSZ", "Naam"], [Both, "Vanproef"]), "meer dan kolom A", cancellation);
        var (status, _, _) = await cast.UploadAsync(cast.ServiceDpo, $"/groeipakketvragen?protocol={cast.Protocol.Id}", Request(), WorkbookType, cancellation);
        stage.Check(status == 403, "een aanvraag door iemand anders dan de sociale dienst wordt geweigerd");
        stage.Check(stage.NothingOf([.. Numbers, "Vanproef"]), "van wat geweigerd werd, is niets te vinden");
    }

    private async Task RefusedAsync(byte[] workbook, string what, CancellationToken cancellation)
    {
        var (status, problem, _) = await cast.AskAsync(workbook, WorkbookType, cancellation);
        stage.Check(status == 422, $"{what} wordt geweigerd: {Said(problem)}");
    }

    private async Task<ExchangeId> AskAsync(CancellationToken cancellation)
    {
        stage.Say($"Het Excelbestand met alleen kolom A wordt verzegeld met {SevenZip.Name} en opgeladen. De sleutel koos de sociale dienst zelf; hij gaat niet mee.");
        var archive = await SevenZip.SealAsync("aanvraag.xlsx", Request(), RequestKey, stage.Folder.PathOf($"{Folder}/aanvraag.7z"), cancellation);
        await stage.Folder.WriteAsync($"{Folder}/aanvraag.sleutel.txt", $"{RequestKey}\n", cancellation);
        var (status, body, _) = await cast.AskAsync(archive, SevenZipType, cancellation);
        stage.Check(status == 201, "de aanvraag is aanvaard");
        var request = new ExchangeId(body.GetProperty("verwijzing").GetString()!);
        stage.Check(await cast.StateAsync($"/groeipakketvragen/{request}", cancellation) == "wacht-op-sleutel", $"aanvraag {request} wacht op haar sleutel: niemand kan ze lezen, ook dit systeem niet");
        stage.Check(stage.NothingOf(Numbers), "in geen enkel bestand van dit systeem staat een nummer van een kind");
        return request;
    }

    private async Task KeyAsync(ExchangeId request, CancellationToken cancellation)
    {
        stage.Say($"{cast.ServiceDpo.Name} (functionaris van het OCMW) belt {cast.TeamDpo.Name} (functionaris van Opgroeien regie) en leest de sleutel voor. Een letter wordt misverstaan.");
        stage.Check(stage.Mails(request).Any(mail => mail.Subject.Contains("geef de sleutel door", StringComparison.Ordinal)), "de functionaris van de aanvrager kreeg de vraag om te bellen");
        var (status, problem, _) = await cast.PostAsync(cast.TeamDpo, $"/groeipakketvragen/{request}/sleutel", new { sleutel = $"{RequestKey}n", kanaal = "telefoon" }, cancellation);
        stage.Check(status == 422, $"de verkeerde sleutel wordt meteen gemeld: {Said(problem)}");
        await cast.DoneAsync(cast.TeamDpo, $"/groeipakketvragen/{request}/sleutel", new { sleutel = RequestKey, kanaal = "telefoon" }, "de juiste sleutel past", cancellation);
        stage.Check(cast.MailsSayNothing(request, RequestKey), "in geen enkel bericht staat de sleutel of een nummer");
    }

    private async Task RowsAsync(ExchangeId request, CancellationToken cancellation)
    {
        stage.Say("De aanvraag wordt nagekeken, rij per rij. Er staan foute rijen in: de sociale dienst beslist.");
        stage.Check(await cast.StateAsync($"/groeipakketvragen/{request}", cancellation) == "wacht-op-aanvrager", "de aanvraag wacht op de aanvrager");
        var (_, report, raw) = await stage.AskAsync(cast.Service, HttpMethod.Get, $"/groeipakketvragen/{request}/verslag", null, cancellation);
        var rows = report.GetProperty("rijen").EnumerateArray().Select(row => (Row: row.GetProperty("rij").GetInt32(), IsError: row.GetProperty("fout").GetBoolean(), Text: row.GetProperty("uitleg").GetString())).ToList();
        foreach (var row in rows)
            stage.Say($"  rij {row.Row}, {(row.IsError ? "fout" : "let op")}: {row.Text}");
        stage.Check(rows.Select(row => (row.Row, row.IsError)).SequenceEqual([(4, true), (6, true), (8, false)]), "het verslag noemt de twee foute rijen en de rij van wie geen kind meer is");
        stage.Check(Traces.In(raw, Numbers).Count == 0, "het verslag noemt rij en reden, nooit een nummer");
        var (team, _, _) = await stage.AskAsync(cast.Team, HttpMethod.Get, $"/groeipakketvragen/{request}/verslag", null, cancellation);
        stage.Check(team == 403, "het verslag is voor de aanvrager alleen");
        await cast.DoneAsync(cast.Service, $"/groeipakketvragen/{request}/verder", null, "de sociale dienst gaat verder zonder de foute rijen", cancellation);
        stage.Check(await cast.StateAsync($"/groeipakketvragen/{request}", cancellation) == "wacht-op-antwoord", "de aanvraag kan beantwoord worden");
    }
}
