using System.CommandLine;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>herstel</c>: after a backup was put back, what stands in the register and what is really there (D13). It changes nothing.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var one = new Option<string?>("--verwijzing") { HelpName = "VERWIJZING", Description = "Alleen deze: wat zou wissen hier vinden, plaats per plaats? Ook als er niets aan de hand is." };
        var (data, protocols) = (StillHost.Data(), StillHost.Protocols());
        var command = new Command("herstel", """
            Kijk na het terugzetten van een reservekopie na wat er in het register staat en wat er echt nog is, plaats per plaats.
            Er wordt niets gewist, gestart of verstuurd. Doe dit voor u de toepassing opnieuw start.
            Uitkomst 0: alles klopt; 1: er is iets te doen; 2: de gegevens zijn niet te openen.
            Met --verwijzing: 0: er is niets van die verwijzing; 1: er is nog iets; 2: de gegevens zijn niet te openen.
            """) { one, data, protocols };
        command.SetAction((result, cancellation) =>
            LookAsync(result.GetValue(one), result.GetValue(data)!, result.GetValue(protocols)!, result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> LookAsync(string? one, string data, string protocols, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (one is not null && !References.IsReference(one))
        {
            await console.Error.WriteLineAsync("Dat is geen verwijzing. Ze ziet er zo uit: DV-7K2M-4QXA-9T3B.");
            return ExitCode.Unusable;
        }

        return await StillHost.RunAsync(data, protocols, console, async host =>
        {
            var check = host.Law.RestoreCheck;
            if (one is not null)
            {
                var found = await check.LookAtAsync(new(one), cancellation);
                await console.Output.WriteLineAsync(RestoreText.Of(found));
                return found.Found == 0 ? ExitCode.Good : ExitCode.No;
            }

            var report = await check.LookAsync(host.Law.Protocols.All.Select(protocol => protocol.Id), cancellation);
            await console.Output.WriteLineAsync(RestoreText.Of(report));
            return report is { Lost.Count: 0, Due.Count: 0, Orphans.Count: 0 } ? ExitCode.Good : ExitCode.No;
        }, cancellation);
    }
}
