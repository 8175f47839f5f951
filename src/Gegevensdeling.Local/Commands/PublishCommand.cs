using System.CommandLine;
using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Calendar;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>publiceer</c>: the pages and registers of all protocols as files, for the website of a party (G2).</summary>
internal static class PublishCommand
{
    public static Command Create(TimeProvider clock)
    {
        var target = new Option<string>("--out") { HelpName = "MAP", Description = "Een lege of nieuwe map, of een map die publiceer eerder vulde.", Required = true };
        var protocols = new Option<string>("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };
        var command = new Command("publiceer", """
            Maak van alle protocollen de publieke pagina's, folders, informatieteksten en registers.
            'website' is voor iedereen; 'registers' (art. 30 AVG) bewaart elke partij zelf. De status komt uit de protocolbestanden.
            Uitkomst 0: gemaakt; 1: een protocolbestand is niet in orde; 2: de map is niet te gebruiken. Dan is er niets geschreven.
            """) { target, protocols };
        command.SetAction((result, cancellation) =>
            PublishAsync(result.GetRequiredValue(target), result.GetValue(protocols)!, clock.GetUtcNow(), result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> PublishAsync(string target, string folder, DateTimeOffset now, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
        {
            await console.Error.WriteLineAsync($"De map {folder} bestaat niet.");
            return ExitCode.Unusable;
        }

        IReadOnlyDictionary<string, string> files;
        try
        {
            var protocols = new PublishedProtocols(ProtocolFolder.Load(folder), PublishedProtocols.ByFile);
            files = PublishedFiles.Of(await protocols.AllAsync(now, cancellation), LegalCalendar.DateOf(now));
        }
        catch (InvalidDataException wrong)
        {
            await console.Error.WriteLineAsync(wrong.Message);
            return ExitCode.No;
        }

        if (await new PublishFolder(target).WriteAsync(files, cancellation) is { } refusal)
        {
            await console.Error.WriteLineAsync(refusal);
            return ExitCode.Unusable;
        }

        await console.Output.WriteLineAsync($"{files.Count} bestanden in {Path.GetFullPath(target)}: zet de map 'website' op uw website; bewaar 'registers' bij uw eigen register.");
        return ExitCode.Good;
    }
}
