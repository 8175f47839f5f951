using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Sftp;

/// <summary>
/// A real sshd on a free port of the loopback address, with a host key and a configuration of its own, and real users in a chroot each: what
/// the local host's operator sets up. Needs root; the users live as long as the server.
/// </summary>
public sealed class OpenSshServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    // Every part of a chroot's path must be root's and writable by nobody else (sshd_config(5)): the folder for temporary files is not.
    private readonly string root = Path.Combine("/run", $"gegevensdeling-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}");
    private readonly List<SftpUser> users = [];
    private InvalidOperationException? absent;
    private Process? sshd;

    /// <summary>Where the chroots are, one a user by its name.</summary>
    public string Chroots => Path.Combine(Present().root, "afhalen");

    public int Port { get; private set; }

    /// <summary>SHA-256 of the host key, base64 without padding: what the operator tells the municipality beforehand.</summary>
    public string HostKey { get; private set; } = string.Empty;

    /// <summary>Two municipalities.</summary>
    public IReadOnlyList<SftpUser> Users => Present().users;

    public async ValueTask InitializeAsync()
    {
        string program;
        try
        {
            program = Program();
        }
        catch (InvalidOperationException reason)
        {
            absent = reason; // for each test to say
            return;
        }

        Directory.CreateDirectory("/run/sshd"); // Debian's privilege separation directory, made at boot where there is one
        Directory.CreateDirectory(root);
        await RunAsync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", Path.Combine(root, "host")]);
        var key = Convert.FromBase64String((await File.ReadAllTextAsync(Path.Combine(root, "host.pub"))).Split(' ')[1]);
        HostKey = Convert.ToBase64String(SHA256.HashData(key)).TrimEnd('=');
        Directory.CreateDirectory(Path.Combine(root, "afhalen"));
        for (var number = 1; number <= 2; number++)
            users.Add(await SftpUser.MakeAsync(number));
        await StartAsync(program);
    }

    public async ValueTask DisposeAsync()
    {
        if (sshd is not null)
        {
            sshd.Kill(entireProcessTree: true);
            await sshd.WaitForExitAsync();
            sshd.Dispose();
        }

        foreach (var user in users)
            await user.RemoveAsync();
        if (Directory.Exists(root))
            Directory.Delete(root, recursive: true);
    }

    /// <exception cref="InvalidOperationException">The program failed; the message has what it said.</exception>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, string? input = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program}: {said}");
    }

    private static string Program() => OperatingSystem.IsLinux() && Environment.UserName == "root"
        ? ExternalTool.Path("sshd", "openssh-server")
        : throw ExternalTool.Unavailable("users and chroots of an OpenSSH server need root on Linux", Environment.GetEnvironmentVariable("CI"));

    private OpenSshServer Present() => absent is null ? this : throw absent;

    private async Task StartAsync(string program)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var configuration = Path.Combine(root, "sshd_config");
        await File.WriteAllTextAsync(configuration, $"""
            ListenAddress 127.0.0.1
            Port {Port}
            HostKey {root}/host
            PidFile none
            UsePAM no
            PermitRootLogin no
            PasswordAuthentication yes
            KbdInteractiveAuthentication no
            PubkeyAuthentication no
            AllowUsers {string.Join(' ', users.Select(user => user.Name))}
            Subsystem sftp internal-sftp
            ForceCommand internal-sftp -d /uit
            ChrootDirectory {root}/afhalen/%u
            DisableForwarding yes
            PermitTTY no
            PermitUserEnvironment no
            PermitTunnel no
            """);
        sshd = Process.Start(new ProcessStartInfo(program, ["-D", "-e", "-f", configuration]) { RedirectStandardError = true })!;
        using var patience = new CancellationTokenSource(Patience);
        var said = new List<string>();
        while (await sshd.StandardError.ReadLineAsync(patience.Token) is { } line)
        {
            said.Add(line);
            if (line.StartsWith("Server listening", StringComparison.Ordinal))
            {
                _ = sshd.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException($"sshd ended: {string.Join(' ', said)}");
    }
}
