using System.CommandLine;
using System.Net;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.StandIns;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>serve</c>: the local host, with invented people.</summary>
internal static class ServeCommand
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(12);

    public static Command Create()
    {
        var data = new Option<string>("--data") { HelpName = "MAP", Description = "Waar de gegevens staan.", DefaultValueFactory = _ => ".local" };
        var protocols = new Option<string>("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };
        var url = new Option<string>("--url") { HelpName = "URL", Description = "Het adres, op deze machine.", DefaultValueFactory = _ => "http://127.0.0.1:7071" };
        var azurite = new Option<bool>("--azurite") { Description = $"{DemoCommand.AzuriteOption} Bij het stoppen verdwijnt alles." };
        var command = new Command("serve", "Start de toepassing op deze machine, met verzonnen mensen. Er wordt niets verstuurd: berichten komen in een map.") { data, protocols, url, azurite };
        command.SetAction((result, cancellation) =>
            ServeAsync(result.GetValue(data)!, result.GetValue(protocols)!, result.GetValue(url)!, result.GetValue(azurite), result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> ServeAsync(string data, string protocols, string url, bool azurite, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsLoopback(address.Host) || address.Scheme != Uri.UriSchemeHttp)
        {
            await console.Error.WriteLineAsync("Het adres moet op deze machine liggen, bijvoorbeeld http://127.0.0.1:7071.");
            return ExitCode.Unusable;
        }

        var passing = azurite ? Directory.CreateTempSubdirectory("gegevensdeling-azurite-") : null;
        try
        {
            var options = new LocalHostOptions { Root = passing?.FullName ?? data, Protocols = protocols, Url = url };
            if (azurite)
                options = options with { Stores = async (root, clock, token) => await AzuritePorts.OpenAsync(root, clock, token) };
            await using var host = await LocalHost.StartAsync(options, cancellation);
            Tell(host, azurite ? "De gegevens staan in Azurite en verdwijnen bij het stoppen." : $"De gegevens staan in {Path.GetFullPath(data)}; berichten in de map 'berichten' daarin.", azurite, console.Output);
            await host.WaitForShutdownAsync(cancellation);
            return ExitCode.Good;
        }
        catch (Exception failure) when (failure is InvalidDataException or EngineStorageException)
        {
            await console.Error.WriteLineAsync(failure is EngineStorageException
                ? $"De gegevens in '{data}' zijn niet te openen. Draait de toepassing al?"
                : $"De toepassing start niet, want een protocolbestand klopt niet:\n{failure.Message}");
            return ExitCode.Unusable;
        }
        catch (AzuriteException failure)
        {
            await console.Error.WriteLineAsync(NoAzurite(failure));
            return ExitCode.Unusable;
        }
        finally
        {
            passing?.Delete(recursive: true);
        }
    }

    internal static string NoAzurite(AzuriteException failure) => $"Azurite start niet. Werkt 'node --version', en is {Azurite.Folder}/install.sh gelukt?\n{failure.Message}";

    /// <summary>An address of this machine, or its name; any other word would make the server listen to the whole network.</summary>
    private static bool IsLoopback(string host) =>
        host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Those of a Groeipakket request; the DPO of Opgroeien regie plays in both exchanges.</summary>
    private static Caller[] PeopleOfRequest(Protocol request) =>
    [
        SyntheticPeople.RegistryTeam, SyntheticPeople.SocialService(request), SyntheticPeople.ServiceHead(request), SyntheticPeople.ServiceDpo(request),
        SyntheticPeople.CityService(request), SyntheticPeople.CityDpo(request),
    ];

    private static Caller[] PeopleOfDebtors(Protocol debtors) =>
    [
        SyntheticPeople.DebtTeam(debtors), SyntheticPeople.MunicipalityDpo(debtors), SyntheticPeople.DebtWorker(debtors), SyntheticPeople.WelfareDebtTeam(debtors),
        SyntheticPeople.WelfareHead(debtors), SyntheticPeople.WelfareDpo(debtors),
    ];

    private static void Tell(LocalHost host, string where, bool passing, TextWriter output)
    {
        var protocol = host.Law.Protocols.All.Last(one => one.Referral is not null);
        var url = host.Address.ToString().TrimEnd('/');
        output.WriteLine($"Gegevensdeling luistert op {url}. {where}");
        output.WriteLine($"Protocollen: {string.Join(", ", host.Law.Protocols.All.Select(one => one.Id))}.");
        output.WriteLine($"\nTokens van verzonnen mensen, {TokenLife.TotalHours} uur geldig:");
        Caller[] people =
        [
            SyntheticPeople.TeamMember, SyntheticPeople.SendingDpo, SyntheticPeople.SocialWorker(protocol), SyntheticPeople.Colleague(protocol),
            SyntheticPeople.HeadOfService(protocol), SyntheticPeople.ReceivingDpo(protocol),
            .. host.Law.Protocols.All.LastOrDefault(one => one.Groeipakket is not null) is { } request ? PeopleOfRequest(request) : [],
            .. host.Law.Protocols.All.LastOrDefault(one => one.Debtors is not null) is { } debtors ? PeopleOfDebtors(debtors) : [], SyntheticPeople.Operator,
        ];
        foreach (var person in people)
            output.WriteLine($"\n{person.Name}, {person.Roles.Single().Word()} bij {person.Party}:\n{host.Issuer.Issue(person, TokenLife)}");

        var postcode = protocol.Referral!.Territory.Postcodes[0];
        var purpose = protocol.Purposes.First(one => one.Parties.Contains(protocol.Sender)).Code;
        output.WriteLine($$$"""

            Drie opdrachten om te proberen (zet eerst het token van het teamlid in TEAM en dat van de maatschappelijk werker in WERKER):

            1. Verwijs iemand door:
            curl -s {{{url}}}/doorverwijzingen -H "Authorization: Bearer $TEAM" -H "Doel: {{{purpose}}}" -H "Idempotency-Key: proef-1" -H "Content-Type: application/json" \
              -d '{"protocol":"{{{protocol.Id}}}","toestemming":{"gegeven":true,"op":"{{{Calendar.LegalCalendar.DateOf(TimeProvider.System.GetUtcNow()):yyyy-MM-dd}}}","vorm":"mondeling","geinformeerdOver":["welke-gegevens","aan-wie","waarvoor","wat-ermee-gebeurt","wat-te-verwachten"]},"client":{"voornaam":"Proef","naam":"Persoon","adres":{"postcode":"{{{postcode}}}","gemeente":"Voorbeeld"},"emailadres":"proef@persoon.example"}}'
            2. Bekijk de lijst van het OCMW:
            curl -s {{{url}}}/doorverwijzingen -H "Authorization: Bearer $WERKER"
            3. Haal de publieke sleutels op:
            curl -s {{{url}}}/sleutels.jwks.json

            Stoppen: Ctrl+C. {{{(passing ? "Daarna is alles weg." : "Een herstart gaat verder waar het was.")}}}
            """);
        output.Flush();
    }
}
