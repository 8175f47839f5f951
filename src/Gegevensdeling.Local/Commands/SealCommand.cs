using System.CommandLine;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>seal</c>: files into a 7z archive with AES-256 and hidden names, under a key that can be read over a telephone.</summary>
internal static class SealCommand
{
    public static Command Create(TextReader input)
    {
        var files = ManyArgument.Create("BESTAND", "Wat erin moet.", ArgumentArity.OneOrMore);
        var archive = new Option<string>("--out") { HelpName = "ARCHIEF", Description = "Het verzegelde bestand (.7z) dat gemaakt wordt.", Required = true };
        var keyFile = new Option<string?>("--key-file")
        {
            HelpName = "BESTAND",
            Description = "Gebruik de sleutel op de eerste regel van dit bestand; met - wordt hij van de standaardinvoer gelezen.",
        };
        var newKeyFile = new Option<string?>("--new-key-file")
        {
            HelpName = "BESTAND",
            Description = "Schrijf de nieuwe sleutel naar dit bestand, leesbaar voor u alleen. Zonder deze optie: ARCHIEF.sleutel.txt.",
        };
        var show = new Option<bool>("--show-key") { Description = "Toon de sleutel ook op het scherm, met de spelling erbij." };
        var command = new Command("seal", """
            Verzegel bestanden in een 7z-archief met AES-256 en verborgen bestandsnamen.
            Bezorg het archief en de sleutel langs twee verschillende wegen. Uitkomst 0: gelukt; 2: niet gelukt, er is niets bewaard.
            """) { files, archive, keyFile, newKeyFile, show };
        command.SetAction(async (result, cancellation) =>
        {
            var order = new SealOrder(result.GetValue(files) ?? [], result.GetRequiredValue(archive), result.InvocationConfiguration.Error);
            var existing = result.GetValue(keyFile);
            var chosen = result.GetValue(newKeyFile);
            var problem = existing is not null && chosen is not null ? "Kies tussen --key-file en --new-key-file." : order.Problem();
            var (key, keyPath) = (TelephoneKey.Create(), chosen ?? $"{order.Archive}.sleutel.txt");
            if (problem is null && existing is not null)
                (key, problem) = await ExistingAsync(existing, input, cancellation);
            else if (problem is null && Path.Exists(keyPath))
                problem = $"{keyPath} bestaat al.";
            if (problem is not null || key is null)
                return await RefuseAsync(order.Error, problem!);

            await order.SealAsync(key, existing is null ? keyPath : null, cancellation);
            Tell(result.InvocationConfiguration.Output, order, existing is null ? keyPath : null, result.GetValue(show) ? key : null);
            return ExitCode.Good;
        });
        return command;
    }

    // F4: a key of less than 128 bits, or a mistyped one, would only be found by the receiver.
    private static async Task<(TelephoneKey? Key, string? Problem)> ExistingAsync(string path, TextReader input, CancellationToken cancellation)
    {
        if (await KeyFile.ReadAsync(path, input, cancellation) is not { } typed)
            return (null, path == "-" ? "De standaardinvoer bevat geen sleutel." : $"{path} bestaat niet of bevat geen sleutel op de eerste regel.");
        return TelephoneKey.Check(typed) switch
        {
            KeyCheck.Valid(var key) => (key, null),
            KeyCheck.WrongGroups(_, var text) => (null, text),
            _ => throw new InvalidOperationException("a check of another kind"),
        };
    }

    private static void Tell(TextWriter output, SealOrder order, string? keyPath, TelephoneKey? shown)
    {
        output.WriteLine($"Verzegeld: {order.Archive}");
        if (keyPath is not null)
            output.WriteLine($"De sleutel staat in {keyPath}. Bewaar of verstuur hem nooit samen met het archief.");
        if (shown is null)
            return;
        output.WriteLine($"Sleutel: {shown.Reveal()}");
        foreach (var line in shown.Spell())
            output.WriteLine($"  {line}");
    }

    private static async Task<int> RefuseAsync(TextWriter error, string problem)
    {
        await error.WriteLineAsync(problem);
        return ExitCode.Unusable;
    }
}
