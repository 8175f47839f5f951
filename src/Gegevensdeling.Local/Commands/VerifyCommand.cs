using System.CommandLine;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>verify</c>: is this receipt, certificate or pack real, and is this the file that it is about? Offline.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var documents = ManyArgument.Create("BESTAND", "Een ontvangstbewijs of wisbewijs (JSON), of een bewijspakket (ZIP).", ArgumentArity.OneOrMore);
        var keys = new Option<string?>("--keys") { HelpName = "BESTAND", Description = "De gepubliceerde publieke sleutels (sleutels.jwks.json). Zonder: alleen een bewijspakket, met de sleutels die erin zitten." };
        var archive = new Option<string?>("--archive") { HelpName = "BESTAND", Description = "Kijk ook na of dit verzegelde bestand (.7z) bij het bewijs hoort." };
        var command = new Command("verify", """
            Kijk na of een ontvangstbewijs, een wisbewijs of een heel bewijspakket echt en ongewijzigd is.
            Dit gebeurt zonder netwerk. Uitkomst 0: alles klopt; 1: minstens één bewijs of bestand klopt niet; 2: iets was niet te lezen.
            """) { documents, keys, archive };
        command.SetAction((result, cancellation) => VerifyAsync(
            result.GetValue(documents) ?? [], result.GetValue(keys), result.GetValue(archive), result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> VerifyAsync(
        string[] documents, string? keyFile, string? archive, InvocationConfiguration console, CancellationToken cancellation)
    {
        if (keyFile is null && documents.Any(file => !MayBePack(file)))
        {
            await console.Error.WriteLineAsync("De optie --keys is nodig.");
            return ExitCode.Unusable;
        }

        foreach (var file in documents.Concat(new[] { keyFile, archive }.OfType<string>()))
        {
            if (File.Exists(file))
                continue;
            await console.Error.WriteLineAsync($"Het bestand {file} bestaat niet.");
            return ExitCode.Unusable;
        }

        PublicKeySet? keys = null;
        if (keyFile is not null)
        {
            var reading = PublicKeySet.Read(await ReadAsync(keyFile, PublicKeySet.MaximumBytes, cancellation));
            if (reading is not KeySetReading.Read(var known))
            {
                await console.Error.WriteLineAsync($"{keyFile}: {((KeySetReading.Unreadable)reading).Reason}.");
                return ExitCode.Unusable;
            }

            keys = known;
        }

        (string Sha256, long Bytes)? digest = archive is null ? null : await DigestAsync(archive, console.Error, cancellation);
        var code = ExitCode.Good;
        foreach (var file in documents)
        {
            var good = PackReport.IsPack(file)
                ? await PackReport.TellAsync(file, keys, console.Output, cancellation)
                : Tell(file, DocumentVerifier.Verify(await ReadAsync(file, SignedDocument.MaximumBytes, cancellation), keys!), digest, console.Output);
            if (!good)
                code = ExitCode.No;
        }

        return code;
    }

    /// <summary>Only a pack brings keys of its own.</summary>
    private static bool MayBePack(string file) => File.Exists(file) ? PackReport.IsPack(file) : file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool Tell(string file, DocumentVerdict verdict, (string Sha256, long Bytes)? archive, TextWriter output)
    {
        var (summary, belongs) = verdict switch
        {
            DocumentVerdict.ValidReceipt valid => (valid.Summary, archive is { } digest ? valid.IsAbout(digest.Sha256, digest.Bytes) : (bool?)null),
            DocumentVerdict.ValidCertificate valid => (valid.Summary, archive is { } digest ? valid.IsAbout(digest.Sha256, digest.Bytes) : null),
            DocumentVerdict.ValidAuditHead valid => (valid.Summary, null),
            DocumentVerdict.ValidPack valid => (valid.Summary, null),
            DocumentVerdict.Invalid => ([], null),
            _ => throw new InvalidOperationException("a verdict of another kind"),
        };
        output.WriteLine(verdict is DocumentVerdict.Invalid(var reason) ? $"{file}: ONGELDIG, want {reason}." : $"{file}: GELDIG");
        foreach (var line in summary)
            output.WriteLine($"  {line}");
        if (belongs is { } answer)
            output.WriteLine(answer ? "  Het verzegelde bestand hoort bij dit bewijs" : "  HET VERZEGELDE BESTAND HOORT NIET BIJ DIT BEWIJS");
        return verdict is not DocumentVerdict.Invalid && belongs != false;
    }

    private static async Task<(string Sha256, long Bytes)> DigestAsync(string archive, TextWriter error, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(archive);
        return await WorkProgress.RunAsync(error, "Controlesom berekenen", file.Length, async report =>
        {
            await using var counted = new CountingStream(file, report);
            return (await Sha256Hex.OfAsync(counted, cancellation), file.Length);
        });
    }

    // One byte more than allowed is enough for the reader to refuse it as too large.
    private static async Task<byte[]> ReadAsync(string path, int most, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[(int)Math.Min(file.Length, most + 1L)];
        await file.ReadExactlyAsync(bytes, cancellation);
        return bytes;
    }
}
