using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary>From which extract the answer comes, and where it goes: either all of it is there at the end, or nothing is.</summary>
internal sealed record AnswerOrder(string Register, string Answer, TextWriter Error)
{
    /// <summary>Where the new key goes, where the answer is sealed.</summary>
    public string? KeyPath => HasExtension(".7z") ? $"{Answer}.sleutel.txt" : null;

    /// <summary>Why it cannot be done, in Dutch, or null.</summary>
    public string? Problem() =>
        !File.Exists(Register) ? $"Het bestand {Register} bestaat niet."
        : !HasExtension(".7z") && !HasExtension(".xlsx") ? "Het antwoord na --out eindigt op .xlsx of op .7z."
        : Path.Exists(Answer) ? $"{Answer} bestaat al."
        : KeyPath is { } key && Path.Exists(key) ? $"{key} bestaat al."
        : Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(Answer))) ? null : $"De map van {Answer} bestaat niet.";

    public async Task<FileResult<RequestAnswer>> LookUpAsync(CheckedRequest request, CancellationToken cancellation)
    {
        await using var extract = new FileStream(Register, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        return await WorkProgress.RunAsync(Error, "Opzoeken", extract.Length, async report =>
        {
            await using var counted = new CountingStream(extract, report);
            return await GroeipakketFiles.LookUpAsync(request, counted, cancellation);
        });
    }

    public async Task WriteAsync(RequestAnswer answer, CancellationToken cancellation)
    {
        var partial = $"{Answer}.deel";
        var keyIsOurs = false;
        await using var output = PrivateFile.Create(partial);
        try
        {
            if (KeyPath is { } keyPath)
            {
                var key = TelephoneKey.Create();
                await SealAsync(answer, key, output, cancellation);
                await KeyFile.WriteAsync(keyPath, key, cancellation);
                keyIsOurs = true;
            }
            else
            {
                GroeipakketFiles.WriteAnswer(answer, output, cancellation);
            }

            await output.DisposeAsync();
            File.Move(partial, Answer, overwrite: false);
        }
        catch
        {
            // Half an answer is none, and a key without its archive is no use to anybody.
            File.Delete(partial);
            if (keyIsOurs)
                File.Delete(KeyPath!);
            throw;
        }
    }

    private Task SealAsync(RequestAnswer answer, TelephoneKey key, FileStream output, CancellationToken cancellation)
    {
        var name = Path.ChangeExtension(Path.GetFileName(Answer), ".xlsx");
        var entry = new ArchiveEntry(name, (content, token) =>
        {
            GroeipakketFiles.WriteAnswer(answer, content, token);
            return Task.CompletedTask;
        });
        return SealedArchiveWriter.WriteAsync(output, key.Reveal(), [entry], cancellation);
    }

    private bool HasExtension(string extension) => string.Equals(Path.GetExtension(Answer), extension, StringComparison.OrdinalIgnoreCase);
}
