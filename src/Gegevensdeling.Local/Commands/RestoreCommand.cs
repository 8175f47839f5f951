using System.CommandLine;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>herstel</c>: after a backup was put back, what stands in the register and what is really there (D13). It changes nothing.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { HelpName = "MAP", Description = "Waar de gegevens staan.", DefaultValueFactory = _ => ".local" };
        var protocols = new Option<string>("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };
        var command = new Command("herstel", """
            Kijk na het terugzetten van een reservekopie na wat er in het register staat en wat er echt nog is.
            Er wordt niets gewist, gestart of verstuurd. Doe dit voor u de toepassing opnieuw start.
            Uitkomst 0: alles klopt; 1: er is iets te doen; 2: de gegevens zijn niet te openen.
            """) { data, protocols };
        command.SetAction((result, cancellation) => LookAsync(result.GetValue(data)!, result.GetValue(protocols)!, result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> LookAsync(string data, string protocols, InvocationConfiguration console, CancellationToken cancellation)
    {
        try
        {
            var options = new LocalHostOptions { Root = data, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Orchestrations = false };
            await using var host = await LocalHost.StartAsync(options, cancellation);
            var report = await host.Law.RestoreCheck.LookAsync(host.Law.Protocols.All.Select(protocol => protocol.Id), cancellation);
            await console.Output.WriteLineAsync(Text(report));
            return report is { Lost.Count: 0, Due.Count: 0, Orphans.Count: 0 } ? ExitCode.Good : ExitCode.No;
        }
        catch (Exception failure) when (failure is InvalidDataException or EngineStorageException)
        {
            await console.Error.WriteLineAsync($"De gegevens in '{data}' zijn niet te openen. Draait de toepassing nog, of klopt een protocolbestand niet?");
            return ExitCode.Unusable;
        }
    }

    private static string Text(RestoreReport report) => string.Join('\n',
    [
        .. Part(report.Lost, "Verloren: staat open in het register, maar sleutel en bestand zijn er niet meer. De inhoud kan niet terugkomen. Sluit af, of verwijs of lever opnieuw:"),
        .. Part(report.Due, "Over de termijn: de eerstvolgende opruimronde wist dit:"),
        .. Part(report.Orphans, "Niet in het register, of daar al gewist: gaat in quarantaine en wordt na zeven dagen gewist. Zoek binnen die tijd uit wat het was:"),
        report.Unheard == 1 ? "1 feit wordt opnieuw gemeld aan de verwerking." : $"{report.Unheard} feiten worden opnieuw gemeld aan de verwerking.",
        "Er is niets gewijzigd.",
    ]);

    private static IEnumerable<string> Part(IReadOnlyList<ExchangeId> exchanges, string heading) =>
        exchanges.Count == 0 ? [] : [heading, .. exchanges.Select(exchange => $"  {exchange}")];
}
