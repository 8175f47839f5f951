using System.Diagnostics;
using Gegevensdeling.Documents.SealedArchives;

namespace Gegevensdeling.Local.Demo;

/// <summary>The 7-Zip of the people in a story: the program itself where this machine has it, else this system's own writer and reader.</summary>
internal static class SevenZip
{
    private static readonly string[] Names = ["7zz", "7z", "7za"];

    private static readonly string? Program = Find();

    /// <summary>What seals and opens here, for the transcript.</summary>
    public static string Name => Program is null ? "het eigen formaat van dit systeem (7-Zip staat niet op deze machine)" : "7-Zip zelf";

    /// <summary>Seals one file with AES-256 and hidden names. The content goes through a pipe: nothing unsealed touches the disk.</summary>
    public static async Task<byte[]> SealAsync(string entry, byte[] content, string key, string path, CancellationToken cancellation)
    {
        File.Delete(path);
        if (Program is null)
        {
            await using var archive = File.Create(path);
            await SealedArchiveWriter.WriteAsync(archive, key, [new ArchiveEntry(entry, content)], cancellation);
        }
        else if (await RunAsync(["a", "-t7z", "-mhe=on", $"-p{key}", $"-si{entry}", path], content, cancellation) is null)
        {
            throw new InvalidOperationException("7-Zip could not seal");
        }

        return await File.ReadAllBytesAsync(path, cancellation);
    }

    /// <summary>The only file in an archive, or null where the key does not open it.</summary>
    public static async Task<byte[]?> OpenAsync(string path, string key, CancellationToken cancellation)
    {
        if (Program is not null)
            return await RunAsync(["x", "-so", $"-p{key}", path], [], cancellation);
        try
        {
            await using var archive = File.OpenRead(path);
            using var opened = await SealedArchive.OpenAsync(archive, key, ArchiveLimits.Default, cancellation);
            using var content = new MemoryStream();
            await opened.ReadAsync(opened.Entries.Single(), content, cancellation);
            return content.ToArray();
        }
        catch (WrongKeyException)
        {
            return null;
        }
    }

    /// <returns>What it wrote, or null where it failed.</returns>
    private static async Task<byte[]?> RunAsync(IEnumerable<string> arguments, byte[] input, CancellationToken cancellation)
    {
        using var process = Process.Start(new ProcessStartInfo(Program!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        await process.StandardInput.BaseStream.WriteAsync(input, cancellation); // a story's file is smaller than a pipe
        process.StandardInput.Close();
        await process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 ? output.ToArray() : null;
    }

    private static string? Find() =>
        (from folder in (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
         from name in Names
         let path = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{name}.exe" : name)
         where File.Exists(path)
         select path).FirstOrDefault();
}
