using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using static Gegevensdeling.Local.Demo.DebtorPeople;

namespace Gegevensdeling.Local.Demo;

/// <summary>Phase 2 of the first month: compared inside this system, counted to both DPOs, released to the municipality.</summary>
internal sealed class DebtorMatchStory(Stage stage, DebtorCast cast, DebtorMonth month, ExchangeId delivery)
{
    /// <summary>What is kept of a keyed hash while numbers are compared.</summary>
    private const int HashBytes = 16;

    private static readonly string[] Counts = ["Debiteuren geleverd: 7.", "Cliënten in de lijst van het OCMW: 5.", "Debiteuren die cliënt van het OCMW zijn: 4."];

    public async Task PlayAsync(CancellationToken cancellation)
    {
        await CompareAsync(cancellation);
        await NonClientsAsync(cancellation);
        await EvidenceAsync(cancellation);
        await CountsAsync(cancellation);
        await MarksAsync(cancellation);
    }

    private async Task CompareAsync(CancellationToken cancellation)
    {
        stage.Say($"{cast.Worker.Name} (maatschappelijk werker) levert de rijksregisternummers van de cliënten. Dit systeem vergelijkt ze in het geheugen; niemand krijgt de lijst van de ander te zien.");
        var withheld = DemoSpreadsheets.Workbook(["Rijksregisternummer", "Niet meedelen"], [Stays.Number, "ja"]);
        cast.Refused(await cast.ClientsAsync(month, withheld, cancellation), "niet-meedelen-niet-geregeld", "een cliënt niet meedelen kan pas als beide functionarissen dat bevestigden (W17)");
        await cast.SaveAsync("ocmw/1-clienten.xlsx", FirstClients(), cancellation);
        var heard = await cast.ClientsAsync(month, FirstClients(), cancellation);
        stage.Check(
            heard.Status == 200 && heard.Body.GetProperty("clienten").GetInt32() == FirstListed.Length && heard.Body.GetProperty("naamWijktAf").GetInt32() == 1,
            $"het OCMW hoort aantallen: {FirstListed.Length} debiteuren zijn cliënt, bij 1 van hen wijkt de naam af (D10, W19)");
        cast.Refused(await cast.ClientsAsync(month, FirstClients(), cancellation), "al-vergeleken", "een tweede lijst van cliënten proberen wordt geweigerd (F11)");
        cast.Refused(await cast.DeliverAsync(cast.Town, month, Debtors(SecondDebtors), cancellation), "al-vergeleken", "een andere lijst van debiteuren proberen ook (F11)");
    }

    private async Task NonClientsAsync(CancellationToken cancellation)
    {
        stage.Say("Wie geen cliënt is, is onmiddellijk verwijderd.");
        stage.Check(await cast.IsGoneAsync(delivery, cancellation), "de levering is gewist en haar sleutel is weg (D5)");
        var left = await SealedCopies.ReadAsync(stage.Host.Law, cancellation);
        stage.Check(left is [var list] && FirstListed.All(one => list.Contains(one.Number, StringComparison.Ordinal)), "er is één verzegelde lijst over, met wie cliënt is (D10)");
        stage.Check(
            left.All(text => Traces.In(Encoding.UTF8.GetBytes(text), [.. Strangers.Append(Joins).Append(NoDebt).SelectMany(one => one.Words), OtherName]).Count == 0),
            "ook wie alle bestanden en sleutels heeft, vindt van wie geen cliënt is niets meer, en van een cliënt zonder schuld evenmin (D5)");
        stage.Check(stage.NothingOf(Words), "in geen enkel bestand van dit systeem staat een naam of een nummer (D13)");
        stage.Check(stage.NothingOf(await HashesAsync(cancellation)), "ook de gehashte nummers waarmee vergeleken werd, staan nergens (F11)");
    }

    private async Task EvidenceAsync(CancellationToken cancellation)
    {
        await cast.FetchAsync(cast.Dpo, "/sleutels.jwks.json", "sleutels.jwks.json", cancellation);
        var receipt = await cast.FetchAsync(cast.TownDpo, $"/debiteurenkopieen/{delivery}/ontvangstbewijs", "ontvangstbewijs-levering.json", cancellation);
        await cast.FetchAsync(cast.Dpo, $"/debiteurenkopieen/{delivery}/wisbewijs", "wisbewijs-levering-1.json", cancellation);
        stage.Check(await cast.VerifyAsync(cancellation, "ontvangstbewijs-levering.json", "wisbewijs-levering-1.json"), "ontvangstbewijs en wisbewijs van de levering kloppen met de publieke sleutels (D5)");
        var backup = await File.ReadAllBytesAsync(stage.Folder.PathOf($"{DebtorCast.Folder}/reservekopie-levering.7z"), cancellation);
        stage.Check(
            JsonDocument.Parse(receipt.Raw).RootElement.GetProperty("inhoud").GetProperty("bestand").GetProperty("sha256").GetString() == Sha256Hex.Of(backup),
            "het ontvangstbewijs hoort bij precies het bestand van de reservekopie; die kopie gaat nooit meer open, want de sleutel bestaat niet meer (D5)");
    }

    private async Task CountsAsync(CancellationToken cancellation)
    {
        var cycle = cast.Month(month);
        var officers = cast.Protocol.Parties.Select(party => party.DataProtectionOfficer.Mail).Order(StringComparer.Ordinal);
        stage.Say("Beide functionarissen krijgen de aantallen: wie met te grote lijsten zou uitvissen wie cliënt is, valt op.");
        stage.Check(cast.ToldTo(cycle, "aantallen van de vergelijking").Order(StringComparer.Ordinal).SequenceEqual(officers), "de functionaris van de gemeente en die van het OCMW kregen bericht (F11)");
        stage.Check(
            Counts.All(count => cast.ToldTo(cycle, count).Count == 2),
            "er staat in hoeveel debiteuren en hoeveel cliënten er geleverd zijn, en hoeveel er allebei zijn (F11)");
        var seen = await cast.StandingAsync(cast.Town, month, cancellation);
        stage.Check(
            !seen.TryGetProperty("naamWijktAf", out var differ) || differ.ValueKind == JsonValueKind.Null,
            "dat een naam afwijkt, ziet de gemeente niet, ook niet als aantal (W19)");
        stage.Check(cast.MailsNameNobody(cycle), "in geen enkel bericht staat een naam of een nummer (F11)");
    }

    private async Task MarksAsync(CancellationToken cancellation)
    {
        cast.Refused(await cast.OfListAsync(cast.Town, "vermeldingen", cancellation), "nog-niet-vrijgegeven", "de gemeente krijgt niets voordat het OCMW vrijgeeft (D3)");
        foreach (var (who, what) in new[] { (cast.Town, "het debiteurenteam van de gemeente"), (cast.TownDpo, "haar functionaris"), (cast.Dpo, "de functionaris van het OCMW") })
            cast.Refused(await cast.OfListAsync(who, "openen", cancellation), "niet-bevoegd", $"{what} kan de lijst niet openen (D9)");
        stage.Say($"{cast.Worker.Name} geeft de vermeldingen vrij. {cast.Town.Name} haalt ze op, pauzeert de invordering en bevestigt dat.");
        cast.Accepted(await cast.OfMonthAsync(cast.Worker, month, "vrijgave", cancellation), 204, "de vermeldingen zijn vrijgegeven (D3)");
        var marks = await cast.OfListAsync(cast.Town, "vermeldingen", cancellation);
        await cast.SaveAsync("gemeente/1-vermeldingen.xlsx", marks.Raw, cancellation);
        stage.Check(
            DemoSpreadsheets.Rows(marks.Raw).SequenceEqual(["Rijksregisternummer Vermelding", .. FirstListed.Select(one => $"{one.Number} cliënt OCMW")]),
            "de gemeente krijgt van elke cliënt het nummer en de vermelding, en niets anders (D3)");
        var accounting = await cast.OfListAsync(cast.Town, "boekhouding", cancellation);
        await cast.SaveAsync("gemeente/1-boekhouding.csv", accounting.Raw, cancellation);
        stage.Check(accounting.Raw.SequenceEqual(Accounting(FirstListed.Select(one => (one, Paused: true)))), "de boekhouding krijgt wie te pauzeren is (D6)");
        cast.Accepted(await cast.OfMonthAsync(cast.Town, month, "bevestiging", cancellation), 204, "de gemeente bevestigt dat de invordering gepauzeerd is (D6)");
    }

    /// <summary>The numbers under the key of this month, as they were compared.</summary>
    private async Task<IReadOnlyList<byte[]>> HashesAsync(CancellationToken cancellation)
    {
        var key = Convert.FromHexString((await stage.Host.Law.Ports.Keys.GetAsync(cast.Month(month), cancellation))!);
        return [.. Everybody.Select(one => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(one.Number))[..HashBytes])];
    }
}
