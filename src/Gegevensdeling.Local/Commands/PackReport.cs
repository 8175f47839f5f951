using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;

namespace Gegevensdeling.Local.Commands;

/// <summary>The part of <c>verify</c> that tells of an evidence pack.</summary>
internal static class PackReport
{
    /// <summary>By its first bytes, not by its name.</summary>
    public static bool IsPack(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var file = File.OpenRead(path);
        return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start is [(byte)'P', (byte)'K', 3, 4];
    }

    /// <returns>False where anything in it is wrong.</returns>
    public static async Task<bool> TellAsync(string path, PublicKeySet? keys, TextWriter output, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var verdict = await PackVerifier.VerifyAsync(file, keys, cancellation);
        await output.WriteLineAsync(verdict.IsValid ? $"{path}: GELDIG" : $"{path}: ONGELDIG");
        foreach (var finding in verdict.Findings)
            await output.WriteLineAsync($"  {finding.File}: ONGELDIG, want {finding.Reason}");
        foreach (var line in verdict.Summary)
            await output.WriteLineAsync($"  {line}");
        return verdict.IsValid;
    }
}
