using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary>Keys come from a file or the standard input and go to a file: an argument would be seen by everybody on the machine.</summary>
internal static class KeyFile
{
    private const int Longest = 1024;

    /// <summary>The first line of the file, or of the standard input for <c>-</c>; null where there is none that could be a key.</summary>
    public static async Task<string?> ReadAsync(string path, TextReader input, CancellationToken cancellation)
    {
        if (path == "-")
            return Usable(await input.ReadLineAsync(cancellation));
        if (!File.Exists(path))
            return null;
        using var file = new StreamReader(path);
        var start = new char[Longest + 2];
        var length = await file.ReadBlockAsync(start, cancellation);
        return Usable(new string(start, 0, length).Split('\n')[0]);
    }

    /// <summary>Writes the key as it is read aloud on the first line, and how to spell it below.</summary>
    public static async Task WriteAsync(string path, TelephoneKey key, CancellationToken cancellation)
    {
        await using var file = PrivateFile.Create(path);
        try
        {
            await using var text = new StreamWriter(file);
            await text.WriteLineAsync(key.Reveal().AsMemory(), cancellation);
            foreach (var line in key.Spell())
                await text.WriteLineAsync(line.AsMemory(), cancellation);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static string? Usable(string? line) => line?.Trim() is { Length: > 0 and <= Longest } key ? key : null;
}
