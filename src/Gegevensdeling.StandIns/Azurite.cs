using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Gegevensdeling.StandIns;

/// <summary>
/// Azure Storage on this machine: Microsoft's own emulator, pinned in <c>azurite/package-lock.json</c>, on free ports of the loopback
/// address, over TLS and with bearer tokens (<c>--oauth basic</c>: it looks at a token's times, issuer and audience, not at its signature).
/// </summary>
/// <remarks>It knows no versioning and no immutability, and does not enforce soft delete.</remarks>
public sealed partial class Azurite : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const string DropAccount = "sftp";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;

    private Azurite(Process process, Uri blobs, Uri tables) => (this.process, Blobs, Tables) = (process, blobs, tables);

    /// <summary>The blob service, account name included.</summary>
    public Uri Blobs { get; }

    /// <summary>The blob service of an account of its own, for what parties fetch over SFTP.</summary>
    public Uri Drop => new(Blobs, DropAccount);

    /// <summary>The table service, account name included.</summary>
    public Uri Tables { get; }

    /// <summary>Where <c>npm ci</c> puts it.</summary>
    public static string Folder { get; } = typeof(Azurite).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "AzuriteFolder").Value!;

    /// <summary>False until <c>npm ci</c> ran in <see cref="Folder"/>.</summary>
    public static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "azurite"));

    /// <param name="data">An existing folder for its files.</param>
    /// <param name="certificate">For TLS.</param>
    /// <param name="cancellation">Stops waiting for it.</param>
    /// <exception cref="AzuriteException">It is not installed, or did not start; the message has what it printed.</exception>
    public static async Task<Azurite> StartAsync(string data, LoopbackCertificate certificate, CancellationToken cancellation)
    {
        if (!IsInstalled)
            throw new AzuriteException($"Azurite is not installed: run 'npm ci' in {Folder}");
        var (pem, key) = certificate.WritePem(data);
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "start.js", "--location", data, "--blobPort", "0", "--tablePort", "0", "--queuePort", "0", "--cert", pem, "--key", key, "--oauth", "basic",
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', new[] { Account, DropAccount }.Select(account => $"{account}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(64))}"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);

        var process = Start(start) ?? throw new AzuriteException("node did not start");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(Patience);
            var (blobs, tables) = await ListeningAsync(process, limit.Token);
            return new(process, blobs, tables);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception absent)
        {
            throw new AzuriteException("node is not on PATH", absent);
        }
    }

    private static async Task<(Uri Blobs, Uri Tables)> ListeningAsync(Process process, CancellationToken cancellation)
    {
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var (said, found) = (new List<string>(), new Dictionary<string, Uri>(StringComparer.Ordinal));
        while (found.Count < 2)
        {
            if (await process.StandardOutput.ReadLineAsync(cancellation) is not { } line)
                throw new AzuriteException($"Azurite ended: {string.Join(' ', said)} {await errors}");
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match && match.Groups["service"].Value is "Blob" or "Table")
                found[match.Groups["service"].Value] = new($"{match.Groups["at"].Value}/{Account}");
        }

        // What it says from here on is of no use, but its pipe must not fill up.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return (found["Blob"], found["Table"]);
    }

    [GeneratedRegex("Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<at>https?://[0-9.:]+)")]
    private static partial Regex Listening();
}

/// <summary>Azurite is not installed, or did not start; the message has what it printed.</summary>
public sealed class AzuriteException(string message, Exception? inner = null) : Exception(message, inner);
