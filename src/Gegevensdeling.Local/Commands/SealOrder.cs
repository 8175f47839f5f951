using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary>What is to be sealed, and where to. Either everything is there at the end, or nothing is.</summary>
internal sealed record SealOrder(IReadOnlyList<string> Files, string Archive, TextWriter Error)
{
    /// <summary>Why it cannot be done, in Dutch, or null.</summary>
    public string? Problem()
    {
        foreach (var file in Files)
        {
            if (Directory.Exists(file))
                return $"{file} is een map; geef de bestanden zelf op.";
            if (!File.Exists(file))
                return $"Het bestand {file} bestaat niet.";
        }

        // Names are compared as Windows would: the receiver may unpack there.
        var twice = Files.Select(Path.GetFileName).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            return $"Twee bestanden heten {twice.Key}.";
        if (Path.Exists(Archive))
            return $"{Archive} bestaat al.";
        return Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(Archive))) ? null : $"De map van {Archive} bestaat niet.";
    }

    /// <summary>Seals under the key and, where a path is given, writes the key to that new file.</summary>
    public async Task SealAsync(TelephoneKey key, string? keyPath, CancellationToken cancellation)
    {
        var partial = $"{Archive}.deel";
        var total = Files.Sum(file => new FileInfo(file).Length);
        var keyIsOurs = false;
        await using var output = PrivateFile.Create(partial);
        try
        {
            await WorkProgress.RunAsync(Error, "Verzegelen", total, report => WriteAsync(output, key, report, cancellation));
            await output.DisposeAsync();
            if (keyPath is not null)
                await KeyFile.WriteAsync(keyPath, key, cancellation);
            keyIsOurs = keyPath is not null;
            File.Move(partial, Archive, overwrite: false);
        }
        catch
        {
            // Half a ciphertext is no use to anybody, and neither is a key without its archive.
            File.Delete(partial);
            if (keyIsOurs)
                File.Delete(keyPath!);
            throw;
        }
    }

    private async Task<bool> WriteAsync(Stream output, TelephoneKey key, Action<long> report, CancellationToken cancellation)
    {
        var entries = Files.Select(file => new ArchiveEntry(Path.GetFileName(file), async (archive, token) =>
        {
            await using var source = File.OpenRead(file);
            await using var counted = new CountingStream(source, report);
            await counted.CopyToAsync(archive, token);
        }));
        await SealedArchiveWriter.WriteAsync(output, key.Reveal(), entries, cancellation);
        return true;
    }
}
