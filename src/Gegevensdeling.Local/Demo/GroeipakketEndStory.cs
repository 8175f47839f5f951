using System.Text;
using Gegevensdeling.Exchanges;
using static Gegevensdeling.Local.Demo.GroeipakketCast;

namespace Gegevensdeling.Local.Demo;

/// <summary>How the answer, the keys and the protocol of a one-off request end.</summary>
internal sealed class GroeipakketEndStory(Stage stage, GroeipakketCast cast, ExchangeId request, ExchangeId answer)
{
    private static readonly string[] ServiceCopies = ["mailbox", "downloads", "papier"];

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await KeysAsync(cancellation);
        await RelevanceAsync(cancellation);
        await DestroyedAsync(cancellation);
        await ProtocolAsync(cancellation);
    }

    private async Task KeysAsync(CancellationToken cancellation)
    {
        stage.Say("Beide functionarissen wissen de twee sleutels waar ze genoteerd stonden, en verklaren dat.");
        foreach (var (path, what) in new[] { ($"/groeipakketvragen/{request}", "de aanvraag"), ($"/groeipakketantwoorden/{answer}", "het antwoord") })
        {
            await cast.DoneAsync(cast.ServiceDpo, $"{path}/sleutel/gewist", null, $"het OCMW verklaart de sleutel van {what} gewist", cancellation);
            await cast.DoneAsync(cast.TeamDpo, $"{path}/sleutel/gewist", null, $"Opgroeien regie verklaart de sleutel van {what} gewist", cancellation);
        }
    }

    private async Task RelevanceAsync(CancellationToken cancellation)
    {
        var months = cast.Protocol.Groeipakket!.FollowUp.RelevanceEveryMonths;
        await stage.TurnToAsync(stage.Now.AddMonths(months).AddDays(1), cancellation);
        stage.Say($"{months} maanden later: de sociale dienst wordt gevraagd of ze het bestand nog nodig heeft. Het uittreksel had een eigen, kortere termijn en is al weg.");
        stage.Check(stage.Mails(answer).Any(mail => mail.Subject.Contains("hebt u het nog nodig?", StringComparison.Ordinal)), "de vraag vertrok");
        var (_, extracts, _) = await stage.AskAsync(cast.Team, HttpMethod.Get, "/kadasteruittreksels", null, cancellation);
        stage.Check(extracts.GetProperty("uittreksels").GetArrayLength() == 0, "er is geen uittreksel meer");
    }

    private async Task DestroyedAsync(CancellationToken cancellation)
    {
        stage.Say("De bonnen zijn verstuurd. Het bestand is niet meer nodig en gaat weg.");
        await cast.DoneAsync(cast.Service, $"/groeipakketantwoorden/{answer}/niet-meer-nodig", null, "de sociale dienst zegt dat het niet meer nodig is", cancellation);
        stage.Check(await cast.StateAsync($"/groeipakketantwoorden/{answer}", cancellation) == "gewist", "het antwoord is gewist, en er is in elke opslag opnieuw gekeken");
        stage.Check(await stage.Host.Law.Ports.Keys.CountAsync(answer, cancellation) == 0, "de sleutel is weg: elke kopie die nog ergens staat, is onleesbaar");
        await cast.DoneAsync(cast.Service, $"/groeipakketantwoorden/{answer}/verklaring", new { gewist = ServiceCopies }, "het OCMW verklaart zijn eigen kopieën gewist", cancellation);
        stage.Check(stage.NothingOf(Numbers), "in geen enkel bestand van dit systeem is nog een nummer van een kind of een begunstigde te vinden");
        await cast.FetchAsync(cast.Service, $"/groeipakketantwoorden/{answer}/wisbewijs", "wisbewijs-antwoord-1.json", cancellation);
        stage.Check(await cast.VerifiesAsync("wisbewijs-antwoord-1.json", cancellation), "het wisbewijs van het antwoord klopt met de publieke sleutels");
    }

    private async Task ProtocolAsync(CancellationToken cancellation)
    {
        await stage.TurnToAsync(stage.Now.AddDays(cast.Protocol.Retention.History.Days + 1), cancellation);
        await stage.Host.Sweep.RunAsync(cancellation);
        stage.Say("De gegevens zijn vernietigd: het protocol is van rechtswege geëindigd (artikel 12). Ook de historiek van de verwerking is nu weg.");
        var (status, problem, _) = await cast.AskAsync(Request(), WorkbookType, cancellation);
        stage.Check(status == 422, $"een nieuwe aanvraag wordt geweigerd: {Said(problem)}");
        var last = await cast.FetchAsync(cast.Service, $"/groeipakketantwoorden/{answer}/wisbewijs", "wisbewijs-antwoord.json", cancellation);
        stage.Check(await cast.VerifiesAsync("wisbewijs-antwoord.json", cancellation) && await cast.VerifiesAsync("ontvangstbewijs.json", cancellation), "het laatste wisbewijs en het ontvangstbewijs kloppen, ook nu alles weg is");
        stage.Check(!Encoding.UTF8.GetString(last).Contains("nog niet verklaard", StringComparison.Ordinal), "alle verklaringen staan erop");
        stage.Check(stage.Host.Engine.FindInstance(answer.Value) is null && stage.Host.Engine.FindInstance(request.Value) is null, "de historiek is gewist");
        await stage.SaveMailsAsync($"{Folder}/berichten", [request, answer], cancellation);
        stage.Check(stage.NothingOf([.. Numbers, RequestKey]), "ook in berichten, auditlog en historiek is van niemand een nummer te vinden, en van de sleutel niets");
    }
}
