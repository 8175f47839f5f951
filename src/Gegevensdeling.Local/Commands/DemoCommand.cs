using System.CommandLine;
using Gegevensdeling.Local.Demo;
using Gegevensdeling.StandIns;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>demo</c>: the whole story through the real routes, with time turned forward.</summary>
internal static class DemoCommand
{
    internal const string AzuriteOption = "Bewaar alles zoals in Azure: in Azurite, en in diensten op deze machine die antwoorden zoals Key Vault en Graph. Heeft Node.js en npm nodig.";

    public static Command Create()
    {
        var output = new Option<string>("--out") { HelpName = "MAP", Description = "Waar bestanden, bewijzen en berichten komen. Leeg, of van een vorige demo.", Required = true };
        var protocols = new Option<string>("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };
        var azurite = new Option<bool>("--azurite") { Description = AzuriteOption };
        var command = new Command("demo", """
            Speel een doorverwijzing en een Groeipakketaanvraag van begin tot wisbewijs, en twee maanden debiteuren, met verzonnen mensen en nummers en een klok die vooruitgedraaid wordt.
            Uitkomst 0: alles wat het verhaal belooft is nagekeken en klopt; 1: iets klopt niet; 2: de map is niet te gebruiken.
            """) { output, protocols, azurite };
        command.SetAction((result, cancellation) =>
            RunAsync(result.GetValue(output)!, result.GetValue(protocols)!, result.GetValue(azurite), result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string protocols, bool azurite, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (DemoFolder.Open(folder) is not { } output)
        {
            await console.Error.WriteLineAsync($"De map '{folder}' is niet leeg en komt niet van een vorige demo. Kies een andere map.");
            return ExitCode.Unusable;
        }

        try
        {
            await using var stage = await Stage.OpenAsync(protocols, output, azurite ? new AzuriteDemoStores() : new LocalDemoStores(), console.Output, cancellation);
            await new ReferralStory(stage).PlayAsync(cancellation);
            await new GroeipakketStory(stage).PlayAsync(cancellation);
            await new DebtorStory(stage).PlayAsync(cancellation);
            return await stage.CloseAsync(cancellation) ? ExitCode.Good : ExitCode.No;
        }
        catch (AzuriteException failure)
        {
            await console.Error.WriteLineAsync(ServeCommand.NoAzurite(failure));
            return ExitCode.Unusable;
        }
    }
}
