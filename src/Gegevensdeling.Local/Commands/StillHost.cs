using System.CommandLine;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Local.Host;

namespace Gegevensdeling.Local.Commands;

/// <summary>The local host on data that lies still: no orchestration moves and no sweep runs while a command looks or changes one thing.</summary>
internal static class StillHost
{
    public static Option<string> Data() => new("--data") { HelpName = "MAP", Description = "Waar de gegevens staan.", DefaultValueFactory = _ => ".local" };

    public static Option<string> Protocols() => new("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };

    /// <summary>Nothing is made where there is nothing.</summary>
    public static async Task<int> RunAsync(string data, string protocols, InvocationConfiguration console, Func<LocalHost, Task<int>> work, CancellationToken cancellation)
    {
        if (!File.Exists(Path.Combine(data, "register.db")))
        {
            await console.Error.WriteLineAsync($"In '{data}' staan geen gegevens van de lokale toepassing.");
            return ExitCode.Unusable;
        }

        try
        {
            var options = new LocalHostOptions { Root = data, Protocols = protocols, Url = "http://127.0.0.1:0", SweepEvery = null, Orchestrations = false };
            await using var host = await LocalHost.StartAsync(options, cancellation);
            return await work(host);
        }
        catch (Exception failure) when (failure is InvalidDataException or EngineStorageException)
        {
            await console.Error.WriteLineAsync($"De gegevens in '{data}' zijn niet te openen. Draait de toepassing nog, of klopt een protocolbestand niet?");
            return ExitCode.Unusable;
        }
    }
}
