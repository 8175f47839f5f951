using System.Globalization;
using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using static Gegevensdeling.Local.Demo.GroeipakketCast;

namespace Gegevensdeling.Local.Demo;

/// <summary>The answer of Opgroeien regie: looked up, delivered, received; <see cref="GroeipakketEndStory"/> tells how it is destroyed.</summary>
internal sealed class GroeipakketAnswerStory(Stage stage, GroeipakketCast cast, ExchangeId request)
{
    public async Task PlayAsync(CancellationToken cancellation)
    {
        var answer = await LookUpAsync(cancellation);
        var file = await DeliveryAsync(answer, cancellation);
        var key = await KeyAsync(answer, cancellation);
        await OpeningAsync(answer, file, cancellation);
        await ReceiptAsync(answer, file, cancellation);
        stage.Check(cast.MailsSayNothing(answer, key), "in geen enkel bericht staat de sleutel of een nummer");
        await BeneficiariesAsync(answer, cancellation);
        await new GroeipakketEndStory(stage, cast, request, answer).PlayAsync(cancellation);
    }

    private async Task<ExchangeId> LookUpAsync(CancellationToken cancellation)
    {
        stage.Say($"{cast.Team.Name} (team Kadaster & Fluxen) laadt een uittreksel van het Vlaams Kadaster Groeipakket op en laat de aanvraag erin opzoeken.");
        await cast.SaveAsync("uittreksel.csv", Extract(), cancellation);
        var day = LegalCalendar.DateOf(stage.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var (taken, extract, _) = await cast.UploadAsync(cast.Team, $"/kadasteruittreksels?protocol={cast.Protocol.Id}&peildatum={day}", Extract(), "text/csv", cancellation);
        stage.Check(taken == 201, "het uittreksel is nagekeken en verzegeld");
        var (status, body, _) = await cast.PostAsync(
            cast.Team, $"/groeipakketvragen/{request}/opzoeking", new { uittreksel = extract.GetProperty("verwijzing").GetString() }, cancellation);
        stage.Check(status == 201, "de aanvraag is beantwoord, in het Excelbestand van de aanvrager zelf");
        stage.Check(stage.NothingOf(Numbers), "ook nu staat in geen enkel bestand van dit systeem een nummer");
        return new(body.GetProperty("verwijzing").GetString()!);
    }

    private async Task<byte[]> DeliveryAsync(ExchangeId answer, CancellationToken cancellation)
    {
        var dropped = await stage.DroppedAsync(cast.Protocol.Service(), cancellation);
        stage.Say($"Het antwoord {answer} staat verzegeld op de sftp-server, in de eigen map van het OCMW Turnhout.");
        stage.Check(dropped.Count == 1 && (await stage.DroppedAsync(cast.Protocol.RequestFlow().From[0], cancellation)).Count == 0, "in de map van het OCMW staat één bestand, in die van de stad geen");
        stage.Check(stage.Mails(answer).All(mail => mail.Archive is null), "er ging niets per mail mee: dat is alleen een noodoplossing");
        await cast.SaveAsync("antwoord.7z", dropped[0], cancellation);
        return dropped[0];
    }

    private async Task<string> KeyAsync(ExchangeId answer, CancellationToken cancellation)
    {
        stage.Say($"{cast.TeamDpo.Name} toont de sleutel één keer en leest hem voor aan {cast.ServiceDpo.Name}.");
        var (status, shown, _) = await cast.PostAsync(cast.TeamDpo, $"/groeipakketantwoorden/{answer}/sleutel/tonen", null, cancellation);
        stage.Check(status == 200, $"de sleutel wordt getoond, met het nummer om te bellen: {shown.GetProperty("nummer").GetString()}");
        var key = shown.GetProperty("sleutel").GetString()!;
        var spelled = shown.GetProperty("voorlezen").EnumerateArray().Select(line => line.GetString());
        await stage.Folder.WriteAsync($"{Folder}/antwoord.sleutel.txt", $"{key}\n\n{string.Join('\n', spelled)}\n", cancellation);
        var (again, _, _) = await cast.PostAsync(cast.TeamDpo, $"/groeipakketantwoorden/{answer}/sleutel/tonen", null, cancellation);
        stage.Check(again == 409, "een tweede keer tonen wordt geweigerd");
        await cast.DoneAsync(cast.ServiceDpo, $"/groeipakketantwoorden/{answer}/sleutel/ontvangst", new { kanaal = "telefoon" }, "de functionaris van het OCMW bevestigt de ontvangst", cancellation);
        var opened = await SevenZip.OpenAsync(stage.Folder.PathOf($"{Folder}/antwoord.7z"), key, cancellation);
        stage.Check(opened is not null && DemoSpreadsheets.Rows(opened).SequenceEqual(Answer()), $"het bestand gaat open met precies de tekens die werden voorgelezen ({SevenZip.Name})");
        stage.Check(await SevenZip.OpenAsync(stage.Folder.PathOf($"{Folder}/antwoord.7z"), RequestKey, cancellation) is null, "de sleutel van de aanvraag past er niet op");
        return key;
    }

    private async Task OpeningAsync(ExchangeId answer, byte[] file, CancellationToken cancellation)
    {
        var before = stage.Mails(answer).Count;
        await stage.TurnToAsync(LegalCalendar.AddWorkingDays(stage.Now, cast.Protocol.Groeipakket!.FollowUp.ReceiptAfter).AddMinutes(5), cancellation);
        stage.Say("De ontvangst is nog niet bevestigd: de sociale dienst krijgt een herinnering. Opgroeien regie wist nog niets.");
        stage.Check(stage.Mails(answer).Skip(before).Any(mail => mail.Subject.Contains("nog niet ontvangen", StringComparison.Ordinal)), "er vertrok een herinnering");
        stage.Check((await stage.DroppedAsync(cast.Protocol.Service(), cancellation)).Count == 1, "het bestand staat er nog");
        foreach (var (who, what) in new[] { (cast.Team, "het team dat antwoordde"), (cast.Head, "het hoofd van de dienst"), (cast.ServiceDpo, "de functionaris van het OCMW") })
            stage.Check((await cast.PostAsync(who, $"/groeipakketantwoorden/{answer}/openen", null, cancellation)).Status == 403, $"{what} kan het antwoord niet openen");

        var (status, _, workbook) = await cast.PostAsync(cast.Service, $"/groeipakketantwoorden/{answer}/openen", null, cancellation);
        await cast.SaveAsync("antwoord.xlsx", workbook, cancellation);
        stage.Say($"{cast.Service.Name} opent het antwoord in de toepassing, zonder 7-Zip en zonder sleutel. Dat is de bevestiging van ontvangst.");
        stage.Check(status == 200 && DemoSpreadsheets.Rows(workbook).SequenceEqual(Answer()), "elke juiste rij heeft ja of nee en de laatst gekende begunstigden; een foute rij heeft niets");
        var (_, line, _) = await stage.AskAsync(cast.TeamDpo, HttpMethod.Get, $"/groeipakketantwoorden/{answer}", null, cancellation);
        stage.Check(line.GetProperty("sha256").GetString() == Sha256Hex.Of(file), "het is het bestand dat op de sftp-server stond");
    }

    private async Task ReceiptAsync(ExchangeId answer, byte[] file, CancellationToken cancellation)
    {
        await cast.FetchAsync(cast.Service, "/sleutels.jwks.json", "sleutels.jwks.json", cancellation);
        var receipt = await cast.FetchAsync(cast.TeamDpo, $"/groeipakketantwoorden/{answer}/ontvangstbewijs", "ontvangstbewijs.json", cancellation);
        stage.Check(await cast.VerifiesAsync("ontvangstbewijs.json", cancellation), "het ontvangstbewijs klopt met de publieke sleutels");
        stage.Check(
            JsonDocument.Parse(receipt).RootElement.GetProperty("inhoud").GetProperty("bestand").GetProperty("sha256").GetString() == Sha256Hex.Of(file),
            "het ontvangstbewijs hoort bij precies dat bestand");

        stage.Say("Na de ontvangst vernietigt Opgroeien regie zijn bestanden: de aanvraag, haar sleutel en het bestand op de sftp-server.");
        stage.Check(await cast.StateAsync($"/groeipakketvragen/{request}", cancellation) == "gewist", "de aanvraag is gewist");
        stage.Check((await stage.DroppedAsync(cast.Protocol.Service(), cancellation)).Count == 0, "de map op de sftp-server is leeg");
        stage.Check(await stage.Host.Law.Ports.Keys.CountAsync(request, cancellation) == 0, "de sleutel van de aanvraag is weg");
        await cast.FetchAsync(cast.TeamDpo, $"/groeipakketvragen/{request}/wisbewijs", "wisbewijs-aanvraag.json", cancellation);
        stage.Check(await cast.VerifiesAsync("wisbewijs-aanvraag.json", cancellation), "het wisbewijs van de aanvraag klopt met de publieke sleutels");

        var (status, problem, _) = await cast.AskAsync(Request(), WorkbookType, cancellation);
        stage.Check(status is 409 or 422, $"een tweede aanvraag wordt geweigerd: {Said(problem)}");
    }

    private async Task BeneficiariesAsync(ExchangeId answer, CancellationToken cancellation)
    {
        stage.Say("De sociale dienst laat de lijst van begunstigden maken, met de eigen inwoners ernaast. Wie elders woont, valt eraf.");
        var (status, _, list) = await cast.UploadAsync(
            cast.Service, $"/groeipakketantwoorden/{answer}/begunstigden", DemoSpreadsheets.Column("INSZ", FirstParent, SecondParent), WorkbookType, cancellation);
        await cast.SaveAsync("begunstigden.xlsx", list, cancellation);
        stage.Check(
            status == 200 && DemoSpreadsheets.Rows(list).Skip(1).SequenceEqual([$"{FirstParent} 1", $"{SecondParent} 1"]), "de twee begunstigden van hier staan erop, elk één keer; die van elders niet");
    }
}
