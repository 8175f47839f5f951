using System.IO.Compression;
using System.Text.Json;
using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using static Gegevensdeling.Local.Demo.DebtorPeople;

namespace Gegevensdeling.Local.Demo;

/// <summary>What can be shown afterwards: the history of the list, the export for another provider, the reviews, and the evidence of what is gone.</summary>
internal sealed class DebtorEndStory(Stage stage, DebtorCast cast, DebtorMonth first, ExchangeId delivery)
{
    private static readonly string[] Reasons = ["vergeleken", "fase-3", "geen-oplossing-gewenst", "vergeleken", "fase-3", "betaald"];

    private readonly DebtorMonth second = first.Next;

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await HistoryAsync(cancellation);
        await ExportAsync(cancellation);
        await ReviewAsync(cancellation);
        await EvidenceAsync(cancellation);
        await AuditAsync(cancellation);
    }

    private async Task HistoryAsync(CancellationToken cancellation)
    {
        stage.Say("De geschiedenis van de ene lijst, zonder wat erin staat:");
        var versions = (await cast.ListAsync(cancellation)).GetProperty("versies").EnumerateArray().ToList();
        foreach (var one in versions)
        {
            var on = DutchDate.Say(LegalCalendar.DateOf(one.GetProperty("op").GetDateTimeOffset()));
            stage.Say($"  versie {one.GetProperty("nummer").GetInt32()}, {on}: {Text(one, "reden")}, door {Text(one, "functie")} van {Text(one, "partij")} ({Text(one, "door")}); {one.GetProperty("personen").GetInt32()} personen");
        }

        stage.Check(versions.Select(one => Text(one, "reden")).SequenceEqual(Reasons), "van elke versie staat er wanneer en waarom ze gemaakt is (D11)");
        var (ocmw, town) = ("maatschappelijk-werker ocmw-maldegem", "debiteurenteam gemeente-maldegem");
        stage.Check(
            versions.Select(one => $"{Text(one, "functie")} {Text(one, "partij")}").SequenceEqual([ocmw, town, ocmw, ocmw, town, town]),
            "en wie: de functie, de partij en het kenmerk van de medewerker (D17)");
        var live = 0;
        foreach (var copy in await cast.CopiesAsync(cancellation))
            live += await cast.IsGoneAsync(copy, cancellation) ? 0 : 1;
        stage.Check(live == 1, $"van de {versions.Count} versies bestaat er één, de laatste (D11)");
    }

    private async Task ExportAsync(CancellationToken cancellation)
    {
        stage.Say($"{cast.Head.Name} neemt de lijst mee naar een andere dienstverlener.");
        cast.Refused(await cast.OfListAsync(cast.Worker, "overdracht", cancellation), "niet-bevoegd", "alleen het hoofd van de sociale dienst kan dat (D16)");
        var export = await cast.OfListAsync(cast.Head, "overdracht", cancellation);
        await cast.SaveAsync("ocmw/overdracht.zip", export.Raw, cancellation);
        using var zip = new ZipArchive(new MemoryStream(export.Raw));
        stage.Check(
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal).SequenceEqual(["LEESMIJ.txt", "csv-metadata.json", "debiteuren.csv", "lijst.json", "lijst.schema.json", "schulden.csv", "versies.csv"]),
            "de overdracht bevat de lijst als JSON en als CSV, met een beschrijving voor programma's en voor mensen (D16)");
        using var list = await JsonDocument.ParseAsync(await zip.GetEntry("lijst.json")!.OpenAsync(cancellation), cancellationToken: cancellation);
        stage.Check(
            list.RootElement.GetProperty("debiteuren").EnumerateArray().Select(one => Text(one, "rijksregisternummer")).SequenceEqual(SecondListed.Select(one => one.Number))
            && list.RootElement.GetProperty("versies").GetArrayLength() == Reasons.Length,
            "alles staat erin: wie op de lijst staat, met de schulden, en elke versie (D16)");
    }

    private async Task ReviewAsync(CancellationToken cancellation)
    {
        await stage.TurnToAsync(second.Next.Opens.AddMinutes(5), cancellation);
        await cast.RoundAsync(cancellation);
        stage.Say($"{second.Say()} is om.");
        stage.Check(await cast.StateAsync(second, cancellation) == "afgesloten-volledig" && await cast.IsGoneAsync(cast.Month(second), cancellation), "ook de sleutel van de tweede maand is weg (F11)");

        var review = (await cast.ListAsync(cancellation)).GetProperty("teHerzien").EnumerateArray().First();
        await cast.TurnToAsync(DateOnly.Parse(Text(review, "op"), System.Globalization.CultureInfo.InvariantCulture), cancellation);
        await cast.RoundAsync(cancellation);
        stage.Say("De pauze van de eerste maand moet herbekeken worden. Er wordt gevraagd; niets hervat vanzelf.");
        stage.Check(
            cast.ToldTo(cast.List, "pauzes te herzien").Order(StringComparer.Ordinal).SequenceEqual(new[] { cast.TownMail, cast.WelfareMail }.Order(StringComparer.Ordinal))
            && cast.ToldTo(cast.List, "kan intussen verjaren").Count == 2,
            "de sociale dienst en het debiteurenteam kregen de vraag, met een waarschuwing voor verjaring (W18)");
        var rows = DemoSpreadsheets.Cells((await cast.OfListAsync(cast.Worker, "openen", cancellation)).Raw);
        stage.Check(rows.Count(row => row[2] == Stays.Number && row[3] == "cliënt OCMW") == 1, "zolang niemand beslist, blijft de invordering gepauzeerd (W18)");
    }

    private async Task EvidenceAsync(CancellationToken cancellation)
    {
        stage.Say("Ook de historiek van de verwerking van de eerste levering is nu weg. Een tweede wisbewijs sluit de rij.");
        stage.Check(stage.Host.Engine.FindInstance(delivery.Value) is null && stage.Host.Engine.FindInstance(cast.Month(first).Value) is null, "de historiek is gewist (D5)");
        await cast.FetchAsync(cast.Dpo, $"/debiteurenkopieen/{delivery}/wisbewijs", "wisbewijs-levering.json", cancellation);
        await cast.FetchAsync(cast.Dpo, $"/debiteurenmaanden/{cast.Month(second)}/wisbewijs", "wisbewijs-maand-2.json", cancellation);
        stage.Check(
            await cast.VerifyAsync(cancellation, "wisbewijs-levering.json", "wisbewijs-levering-1.json", "ontvangstbewijs-levering.json", "wisbewijs-maand-1.json", "wisbewijs-maand-2.json"),
            "alle bewijzen kloppen met de publieke sleutels, ook nu wat ze bewijzen weg is (D17)");
    }

    private async Task AuditAsync(CancellationToken cancellation)
    {
        var (whole, opened) = (true, new List<AuditEvent>());
        foreach (var chain in (await stage.Host.Law.Ports.Audit.ChainsAsync(cancellation)).Where(name => name.StartsWith($"{cast.Protocol.Id}/", StringComparison.Ordinal)))
        {
            var entries = await stage.Host.Law.Ports.Audit.ReadAsync(chain, cancellation).ToListAsync(cancellation);
            whole &= AuditChain.Verify(entries) is AuditVerdict.Intact;
            opened.AddRange(entries.Select(entry => entry.Event).Where(one => one is { Action: AuditAction.Opened, Outcome: AuditOutcome.Ok }));
        }

        stage.Say("Tot slot: wie wat las en wat ermee gebeurde, staat in een keten die elke wijziging verraadt.");
        stage.Check(whole, "het auditlog van dit protocol is ongeschonden (D17)");
        stage.Check(
            opened.Count == cast.Shown && opened.All(one => one.Exchange == cast.List && cast.Protocol.Purposes.Any(purpose => purpose.Code == one.Purpose)),
            $"elke keer dat iemand de lijst of de vermeldingen kreeg, {cast.Shown} keer, staat erin: wie, wanneer en met welk doel (D17)");
        ExchangeId[] exchanges = [cast.Month(first), cast.Month(second), cast.Month(second.Next), cast.List];
        stage.Check(cast.MailsNameNobody(exchanges), "in geen enkel bericht stond ooit een naam, een nummer of een dossiernummer (F11)");
        await stage.SaveMailsAsync($"{DebtorCast.Folder}/berichten", exchanges, cancellation);
        stage.Check(stage.NothingOf(Words), "ook in berichten, auditlog en historiek is van niemand iets te vinden (F11)");
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
}
