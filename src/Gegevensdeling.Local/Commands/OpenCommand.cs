using System.CommandLine;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>open</c>: the files of a sealed archive into a folder.</summary>
internal static class OpenCommand
{
    public static Command Create(TextReader input)
    {
        var archive = new Argument<string>("archief") { HelpName = "ARCHIEF", Description = "Het verzegelde bestand (.7z)." };
        var keyFile = new Option<string>("--key-file")
        {
            HelpName = "BESTAND",
            Description = "De sleutel staat op de eerste regel van dit bestand; met - wordt hij van de standaardinvoer gelezen.",
            Required = true,
        };
        var folder = new Option<string>("--out") { HelpName = "MAP", Description = "Waar de bestanden komen. Niets wordt overschreven.", Required = true };
        var command = new Command("open", """
            Open een verzegeld 7z-archief met zijn sleutel.
            Kijk eerst met verify --archive na of het archief bij zijn ontvangstbewijs hoort. Uitkomst 0: gelukt; 2: iets was niet te lezen of te
            schrijven; 3: verkeerde sleutel; 4: beschadigd; 5: een methode die hier niet gelezen wordt; 6: geweigerd als gevaarlijk.
            """) { archive, keyFile, folder };
        command.SetAction(async (result, cancellation) =>
        {
            var console = result.InvocationConfiguration;
            var (path, target) = (result.GetRequiredValue(archive), result.GetRequiredValue(folder));
            var key = await KeyFile.ReadAsync(result.GetRequiredValue(keyFile), input, cancellation);
            var problem = !File.Exists(path) ? $"Het bestand {path} bestaat niet."
                : key is null ? "Het sleutelbestand bestaat niet of bevat geen sleutel op de eerste regel."
                : File.Exists(target) ? $"{target} is geen map." : null;
            if (problem is null)
                return await OpenAsync(path, key!, target, console, cancellation);
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Unusable;
        });
        return command;
    }

    private static async Task<int> OpenAsync(string path, string typed, string folder, InvocationConfiguration console, CancellationToken cancellation)
    {
        var check = TelephoneKey.Check(typed);
        var password = check is KeyCheck.Valid(var key) ? key.Reveal() : typed; // a partner's own password is none of ours
        try
        {
            await using var file = File.OpenRead(path);
            using var archive = await SealedArchive.OpenAsync(file, password, ArchiveLimits.Default, cancellation);
            var unpacking = new Unpacking(archive, folder);
            if (unpacking.Problem() is { } problem)
            {
                await console.Error.WriteLineAsync(problem);
                return ExitCode.Unusable;
            }

            var total = archive.Entries.Sum(entry => entry.Size);
            await WorkProgress.RunAsync(console.Error, "Openen", total, report => unpacking.RunAsync(report, cancellation));
            await console.Output.WriteLineAsync(archive.Entries.Count == 1 ? $"Geopend: 1 bestand in {folder}" : $"Geopend: {archive.Entries.Count} bestanden in {folder}");
            return ExitCode.Good;
        }
        catch (SealedArchiveException refusal)
        {
            await console.Error.WriteLineAsync(refusal.Message);
            if (refusal is WrongKeyException && check is KeyCheck.WrongGroups { Groups: { Count: > 0 and < 6 } } wrong)
                await console.Error.WriteLineAsync(wrong.Text);
            return Code(refusal);
        }
    }

    private static int Code(SealedArchiveException refusal) => refusal switch
    {
        WrongKeyException => ExitCode.WrongKey,
        DamagedArchiveException => ExitCode.Damaged,
        UnsupportedArchiveException => ExitCode.Unsupported,
        HostileArchiveException => ExitCode.Hostile,
        _ => throw new InvalidOperationException("a refusal of another kind"),
    };
}
