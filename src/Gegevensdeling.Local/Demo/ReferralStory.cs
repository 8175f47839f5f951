using System.Text;
using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Demo;

/// <summary>The referral of Mechelen from consent to certificate, then two withdrawals; every promise is checked where it is made.</summary>
internal sealed class ReferralStory(Stage stage)
{
    private static readonly string[] Person = ["Amélie", "Vandenproef", "Proefdreef", "amelie.vandenproef@proefpost.example", "+32470000017"];

    private static readonly string[] OcmwCopies = ["mailbox", "downloads", "papier"];

    private readonly Protocol protocol = stage.Host.Law.Protocols.Find(new("mechelen-2024"))!;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        var reference = await ReferAsync(cancellation);
        await RefusalsAsync(cancellation);
        await DeliveryAsync(reference, cancellation);
        await OpeningAsync(reference, cancellation);
        await KeyAsync(reference, cancellation);
        await OutcomeAsync(reference, cancellation);
        await CertificateAsync(reference, cancellation);
        await new WithdrawalStory(stage, protocol).PlayAsync(cancellation);
        await AuditAsync(cancellation);
    }

    internal static object Request(string protocol, string firstName, string name, string postcode, string? mail, string? phone) => new
    {
        protocol,
        toestemming = new
        {
            gegeven = true,
            op = "2026-02-27",
            vorm = "mondeling",
            geinformeerdOver = new[] { "welke-gegevens", "aan-wie", "waarvoor", "wat-ermee-gebeurt", "wat-te-verwachten" },
        },
        client = new
        {
            voornaam = firstName,
            naam = name,
            adres = new { straat = "Proefdreef", nummer = "12", bus = "3", postcode, gemeente = "Mechelen" },
            telefoonnummer = phone,
            emailadres = mail,
        },
    };

    private string Purpose(PartyId party) => protocol.Purposes.First(purpose => purpose.Parties.Contains(party)).Code;

    private async Task<ExchangeId> ReferAsync(CancellationToken cancellation)
    {
        stage.Say($"{SyntheticPeople.TeamMember.Name} (lokaal team) verwijst een cliënt door, met diens toestemming: vijf gegevens en niets anders.");
        var (status, body, _) = await stage.AskAsync(
            SyntheticPeople.TeamMember, HttpMethod.Post, "/doorverwijzingen", Request("mechelen-2024", Person[0], Person[1], "2800", Person[3], "0470 00 00 17"), cancellation, Purpose(protocol.Sender));
        stage.Check(status == 201, "de doorverwijzing is aanvaard");
        var reference = new ExchangeId(body.GetProperty("verwijzing").GetString()!);
        stage.Say($"Het kenmerk is {reference}. Het zegt niets over de cliënt en mag luidop gezegd worden.");
        stage.Check(stage.NothingOf(Person), "in geen enkel bestand van dit systeem staat een naam, adres, nummer of mailadres van de cliënt: alles is verzegeld");
        return reference;
    }

    private async Task RefusalsAsync(CancellationToken cancellation)
    {
        stage.Say("Wat niet mag, wordt geweigerd, met het artikel erbij:");
        var withNumber = JsonSerializer.SerializeToNode(Request("mechelen-2024", "Proef", "Persoon", "2800", "a@b.example", null))!;
        withNumber["client"]!["rijksregisternummer"] = "x";
        await RefusedAsync(withNumber, 422, "een rijksregisternummer", cancellation);
        await RefusedAsync(Request("mechelen-2024", "Proef", "Persoon", "2460", "a@b.example", null), 422, "een adres in een andere gemeente", cancellation);
        await RefusedAsync(Request("mechelen-2024", "Proef", "Persoon", "1060", "a@b.example", null), 422, "een adres in Brussel", cancellation);
        var withoutConsent = JsonSerializer.SerializeToNode(Request("mechelen-2024", "Proef", "Persoon", "2800", "a@b.example", null))!;
        withoutConsent["toestemming"]!["gegeven"] = false;
        await RefusedAsync(withoutConsent, 422, "geen toestemming", cancellation);
    }

    private async Task RefusedAsync(object body, int expected, string what, CancellationToken cancellation)
    {
        var (status, problem, _) = await stage.AskAsync(SyntheticPeople.TeamMember, HttpMethod.Post, "/doorverwijzingen", body, cancellation, Purpose(protocol.Sender));
        var detail = problem.TryGetProperty("velden", out var fields) && fields.GetArrayLength() > 0 ? fields[0].GetProperty("reden").GetString() : problem.GetProperty("detail").GetString();
        stage.Check(status == expected, $"{what} wordt geweigerd: {detail}");
    }

    private async Task DeliveryAsync(ExchangeId reference, CancellationToken cancellation)
    {
        var mail = stage.Mails(reference).Single();
        stage.Say($"Het verzegelde bestand vertrekt naar {mail.To}. Het onderwerp luidt: '{mail.Subject}'.");
        stage.Check(mail.To == protocol.Flows[0].Channels[0].Address, "het bestand gaat naar de mailbox van artikel 6 en nergens anders");
        stage.Check(Traces.In(Encoding.UTF8.GetBytes(mail.Subject + mail.Text), Person).Count == 0, "onderwerp en tekst noemen niemand");
        await stage.Folder.WriteAsync($"doorverwijzing/{reference}.7z", mail.Archive!, cancellation);

        await stage.TurnToAsync(LegalCalendar.AddWorkingDays(stage.Now, 1).AddMinutes(5), cancellation);
        stage.Say("Een werkdag later is er nog niets geopend: het team wordt gevraagd te bellen, de collega's worden verwittigd.");
        stage.Check(stage.Mails(reference).Any(one => one.To == SyntheticPeople.TeamMember.Mail), "het team kreeg de vraag om te bellen");
        var (_, delivery, _) = await stage.AskAsync(SyntheticPeople.TeamMember, HttpMethod.Get, $"/doorverwijzingen/{reference}/aflevering", null, cancellation);
        stage.Check(delivery.GetProperty("aflevering").GetString() == "niet afgeleverd", "aanvaarde mail is nog geen aflevering: het team ziet 'niet afgeleverd'");
    }

    private async Task OpeningAsync(ExchangeId reference, CancellationToken cancellation)
    {
        var worker = SyntheticPeople.SocialWorker(protocol);
        stage.Say($"{worker.Name} (maatschappelijk werker) neemt de doorverwijzing op en opent ze in de toepassing, zonder 7-Zip en zonder sleutel.");
        await DoneAsync(worker, reference, "opname", new { }, "de doorverwijzing is opgenomen", cancellation);
        var (status, content, _) = await stage.AskAsync(worker, HttpMethod.Post, $"/doorverwijzingen/{reference}/openen", null, cancellation, Purpose(protocol.Receiver));
        var client = content.GetProperty("client");
        string?[] shown =
        [
            client.GetProperty("voornaam").GetString(), client.GetProperty("naam").GetString(), client.GetProperty("adres").GetProperty("straat").GetString(),
            client.GetProperty("emailadres").GetString(), client.GetProperty("telefoonnummer").GetString(),
        ];
        stage.Check(status == 200 && shown.SequenceEqual(Person), "de vijf gegevens staan op het scherm, letter voor letter");

        var (_, _, receipt) = await stage.AskAsync(worker, HttpMethod.Get, $"/doorverwijzingen/{reference}/ontvangstbewijs", null, cancellation);
        await stage.Folder.WriteAsync("ontvangstbewijs.json", receipt, cancellation);
        var (_, _, keys) = await stage.AskAsync(worker, HttpMethod.Get, "/sleutels.jwks.json", null, cancellation);
        await stage.Folder.WriteAsync("sleutels.jwks.json", keys, cancellation);
        stage.Check(await stage.VerifiesAsync("ontvangstbewijs.json", cancellation), "het ontvangstbewijs klopt met de publieke sleutels");
        stage.Check(
            JsonDocument.Parse(receipt).RootElement.GetProperty("inhoud").GetProperty("bestand").GetProperty("sha256").GetString() == Sha256Hex.Of(stage.Mails(reference)[0].Archive!),
            "het ontvangstbewijs hoort bij precies het bestand dat verstuurd werd");

        var (_, delivery, _) = await stage.AskAsync(SyntheticPeople.TeamMember, HttpMethod.Get, $"/doorverwijzingen/{reference}/aflevering", null, cancellation);
        stage.Check(delivery.GetProperty("aflevering").GetString() == "afgeleverd" && delivery.EnumerateObject().Count() == 2, "het team ziet 'afgeleverd', en niets meer");
    }

    private async Task KeyAsync(ExchangeId reference, CancellationToken cancellation)
    {
        var worker = SyntheticPeople.SocialWorker(protocol);
        stage.Say($"{worker.Name} wil het bestand ook met 7-Zip openen en vraagt de sleutel. {SyntheticPeople.TeamMember.Name} belt zelf en leest hem voor.");
        await DoneAsync(worker, reference, "sleutel/vraag", null, "de sleutel is gevraagd", cancellation);
        var (status, shown, _) = await stage.AskAsync(
            SyntheticPeople.TeamMember, HttpMethod.Post, $"/doorverwijzingen/{reference}/sleutel/tonen", null, cancellation, Purpose(protocol.Sender));
        stage.Check(status == 200 && shown.GetProperty("ontvanger").GetString() == worker.Name, "de sleutel wordt getoond, met de naam van wie hem mag horen");
        var key = shown.GetProperty("sleutel").GetString()!;
        await stage.Folder.WriteAsync("doorverwijzing/sleutel.txt", $"{key}\n\n{string.Join('\n', shown.GetProperty("voorlezen").EnumerateArray().Select(line => line.GetString()))}\n", cancellation);
        var (again, _, _) = await stage.AskAsync(
            SyntheticPeople.TeamMember, HttpMethod.Post, $"/doorverwijzingen/{reference}/sleutel/tonen", null, cancellation, Purpose(protocol.Sender));
        stage.Check(again == 409, "een tweede keer tonen wordt geweigerd");
        stage.Check(await OpensAsync(reference, key, cancellation), "het bestand gaat open met precies de tekens die werden voorgelezen");
        stage.Check(stage.Mails(reference).All(mail => !mail.Text.Contains(key, StringComparison.Ordinal)), "de sleutel staat in geen enkel bericht");
        await DoneAsync(worker, reference, "sleutel/ontvangst", null, "de ontvangst van de sleutel is bevestigd", cancellation);
        await DoneAsync(worker, reference, "sleutel/gewist", null, "de maatschappelijk werker verklaart de sleutel gewist", cancellation);
        await DoneAsync(SyntheticPeople.TeamMember, reference, "sleutel/gewist", null, "het team verklaart de sleutel gewist", cancellation);
    }

    private async Task OutcomeAsync(ExchangeId reference, CancellationToken cancellation)
    {
        var worker = SyntheticPeople.SocialWorker(protocol);
        var before = stage.Mails(reference).Count;
        await stage.TurnToAsync(LegalCalendar.AddWorkingDays(stage.Now, protocol.Referral!.FollowUp.ReminderEvery).AddMinutes(5), cancellation);
        stage.Say("Contact en uitkomst zijn nog niet bekend: de maatschappelijk werker krijgt een herinnering. De gegevens blijven zolang bewaard (art. 3).");
        stage.Check(stage.Mails(reference).Count == before + 1, "er vertrok één herinnering");
        await DoneAsync(worker, reference, "contact", new { wijze = "telefoon" }, "het contact is vastgelegd", cancellation);
        stage.Say("De cliënt wenst hulp. Er is een cliëntdossier: deze kopie gaat nu weg.");
        await DoneAsync(worker, reference, "uitkomst", new { wenstHulp = true, clientdossierAangemaakt = true, wijze = "telefoon" }, "de uitkomst is vastgelegd", cancellation);
        stage.Check((await stage.Host.Law.Ports.Register.FindAsync(reference, cancellation))!.ErasedAt is not null, "de gegevens zijn gewist, en er is in elke opslag opnieuw gekeken");
        stage.Check(await stage.Host.Law.Ports.Keys.CountAsync(reference, cancellation) == 0, "de sleutel is weg: elke kopie die nog ergens staat, is onleesbaar");
        stage.Check(stage.NothingOf(Person), "in geen enkel bestand van dit systeem is nog een spoor van de cliënt te vinden");
    }

    private async Task CertificateAsync(ExchangeId reference, CancellationToken cancellation)
    {
        var worker = SyntheticPeople.SocialWorker(protocol);
        await DoneAsync(worker, reference, "verklaring", new { gewist = OcmwCopies }, "het OCMW verklaart zijn eigen kopieën gewist", cancellation);
        var (_, _, first) = await stage.AskAsync(worker, HttpMethod.Get, $"/doorverwijzingen/{reference}/wisbewijs", null, cancellation);
        await stage.Folder.WriteAsync("wisbewijs-1.json", first, cancellation);
        await stage.TurnToAsync(stage.Now.AddDays(protocol.Retention.History.Days + 1), cancellation);
        var report = await stage.Host.Sweep.RunAsync(cancellation);
        stage.Say("Na de eigen termijn is ook de historiek van de verwerking weg. Het tweede wisbewijs sluit de rij, met de verklaringen erbij.");
        stage.Check(report.Purged == 1 && stage.Host.Engine.FindInstance(reference.Value) is null, "de historiek is gewist");
        var (_, _, second) = await stage.AskAsync(worker, HttpMethod.Get, $"/doorverwijzingen/{reference}/wisbewijs", null, cancellation);
        await stage.Folder.WriteAsync("wisbewijs.json", second, cancellation);
        stage.Check(await stage.VerifiesAsync("wisbewijs-1.json", cancellation) && await stage.VerifiesAsync("wisbewijs.json", cancellation), "beide wisbewijzen kloppen met de publieke sleutels");
        stage.Check(await stage.VerifiesAsync("ontvangstbewijs.json", cancellation), "het ontvangstbewijs klopt nog altijd, ook nu de gegevens weg zijn");
        stage.Check(!Encoding.UTF8.GetString(second).Contains("nog niet verklaard", StringComparison.Ordinal), "alle verklaringen staan erop");
        var (team, _, _) = await stage.AskAsync(SyntheticPeople.TeamMember, HttpMethod.Get, $"/doorverwijzingen/{reference}/wisbewijs", null, cancellation);
        stage.Check(team == 403, "het team krijgt het wisbewijs niet te zien");
    }

    private async Task AuditAsync(CancellationToken cancellation)
    {
        var chains = await stage.Host.Law.Ports.Audit.ChainsAsync(cancellation);
        var whole = chains.Count > 0;
        foreach (var chain in chains)
            whole &= Audit.AuditChain.Verify(await stage.Host.Law.Ports.Audit.ReadAsync(chain, cancellation).ToListAsync(cancellation)) is Audit.AuditVerdict.Intact;
        stage.Say("Tot slot: alles wat er gebeurde, staat in een keten die elke wijziging verraadt.");
        stage.Check(whole, $"de {chains.Count} ketens van het auditlog zijn ongeschonden");
        await stage.SaveMailsAsync(cancellation);
        stage.Check(stage.NothingOf(Person), "ook in berichten, auditlog en historiek is van de cliënt niets te vinden");
    }

    private async Task<bool> OpensAsync(ExchangeId reference, string key, CancellationToken cancellation)
    {
        await using var archive = File.OpenRead(stage.Folder.PathOf($"doorverwijzing/{reference}.7z"));
        using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, cancellation);
        return opened is { HidesNames: true, Entries.Count: 2 };
    }

    private async Task DoneAsync(Parties.Caller person, ExchangeId reference, string action, object? body, string promise, CancellationToken cancellation)
    {
        var (status, _, _) = await stage.AskAsync(person, HttpMethod.Post, $"/doorverwijzingen/{reference}/{action}", body, cancellation);
        stage.Check(status == 204, promise);
    }
}
