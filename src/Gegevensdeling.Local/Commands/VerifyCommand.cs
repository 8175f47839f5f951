using System.CommandLine;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>verify</c>: is this receipt, certificate, pack or audit chain real, and is this the file that it is about? Offline.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var documents = ManyArgument.Create(
            "BESTAND", "Een ondertekend document (JSON), een bewijspakket (ZIP), een uitgevoerde auditketen (JSONL), of de map met de gegevens van de lokale toepassing.", ArgumentArity.OneOrMore);
        var keys = new Option<string?>("--keys") { HelpName = "BESTAND", Description = "De gepubliceerde publieke sleutels (sleutels.jwks.json). Zonder: alleen een bewijspakket, met de sleutels die erin zitten." };
        var archive = new Option<string?>("--archive") { HelpName = "BESTAND", Description = "Kijk ook na of dit verzegelde bestand (.7z) bij het bewijs hoort." };
        var parties = new Option<string?>("--partijsleutels") { HelpName = "MAP", Description = "De publieke sleutels van partijen die auditkoppen medeondertekenen: één bestand PARTIJ.jwks.json per partij." };
        var command = new Command("verify", """
            Kijk na of een ontvangstbewijs, een wisbewijs, een heel bewijspakket of een auditketen echt en ongewijzigd is.
            Van een keten wordt de eerste gebeurtenis genoemd die gewijzigd, verplaatst of weggelaten is; geef haar ondertekende koppen erbij, want alleen
            daaruit blijkt dat er aan het einde niets is afgeknipt. Dit gebeurt zonder netwerk.
            Uitkomst 0: alles klopt; 1: minstens één bewijs, bestand of keten klopt niet; 2: iets was niet te lezen.
            """) { documents, keys, archive, parties };
        command.SetAction((result, cancellation) => VerifyAsync(
            result.GetValue(documents) ?? [], result.GetValue(keys), result.GetValue(archive), result.GetValue(parties), result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> VerifyAsync(
        string[] given, string? keyFile, string? archive, string? partyFolder, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (keyFile is null && given.Any(file => !MayBePack(file)))
        {
            await console.Error.WriteLineAsync("De optie --keys is nodig.");
            return ExitCode.Unusable;
        }

        foreach (var file in given.Where(path => !Directory.Exists(path)).Concat(new[] { keyFile, archive }.OfType<string>()))
        {
            if (File.Exists(file))
                continue;
            await console.Error.WriteLineAsync($"Het bestand {file} bestaat niet.");
            return ExitCode.Unusable;
        }

        var (keys, problem) = await VerifyKeys.ReadAsync(keyFile, partyFolder, cancellation);
        if (problem is not null)
        {
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Unusable;
        }

        (string Sha256, long Bytes)? digest = archive is null ? null : await DigestAsync(archive, console.Error, cancellation);
        var (documents, chains) = (new DocumentReport(keys, digest, console.Output), new ChainReport(keys, console));
        var good = true;

        // What is signed before what it is about: a chain is verified against all heads that were given.
        foreach (var file in given.Where(path => !ChainReport.IsChain(path)))
            good &= PackReport.IsPack(file) ? await PackReport.TellAsync(file, keys.Published, console.Output, cancellation) : await documents.TellAsync(file, cancellation);
        foreach (var file in given.Where(ChainReport.IsChain))
            good &= await chains.TellAsync(file, documents.Proof, cancellation);
        return good ? ExitCode.Good : ExitCode.No;
    }

    /// <summary>Only a pack brings keys of its own.</summary>
    private static bool MayBePack(string path) => File.Exists(path) ? PackReport.IsPack(path) : path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static async Task<(string Sha256, long Bytes)> DigestAsync(string archive, TextWriter error, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(archive);
        return await WorkProgress.RunAsync(error, "Controlesom berekenen", file.Length, async report =>
        {
            await using var counted = new CountingStream(file, report);
            return (await Sha256Hex.OfAsync(counted, cancellation), file.Length);
        });
    }
}
