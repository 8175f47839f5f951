using System.Security.Cryptography;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Renci.SshNet;
using Renci.SshNet.Common;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Sftp;

/// <summary>What a municipality sees and can do at the local host's drop, over SFTP with a client of its own.</summary>
public sealed class DropOverSftpTests(OpenSshServer server) : IClassFixture<OpenSshServer>, IAsyncLifetime
{
    private static readonly ExchangeId Exchange = new("GP-AAAA-1111");

    private FolderDrop drop = null!;

    private SftpUser A => server.Users[0];

    private SftpUser B => server.Users[1];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        drop = new(server.Chroots);
        foreach (var user in server.Users)
            await user.GiveAsync(drop.Make(user.Party));
        await WriteAsync(B, [66, 66]);
    }

    public async ValueTask DisposeAsync()
    {
        if (drop is not null)
            await drop.DeleteAsync(Exchange, CancellationToken.None);
    }

    [Fact]
    [Requirement("P9")]
    public async Task A_municipality_fetches_its_archive_byte_for_byte()
    {
        var archive = RandomNumberGenerator.GetBytes(3_000_000);
        await WriteAsync(A, archive);
        using var client = await ConnectAsync(A);
        var listed = await client.ListDirectoryAsync(".", Cancelled).Where(file => file.IsRegularFile).Select(file => file.FullName).ToListAsync(Cancelled);
        Assert.Equal(["/uit/GP-AAAA-1111.a-1.7z"], listed);
        using var fetched = new MemoryStream();
        await client.DownloadFileAsync(listed[0], fetched, Cancelled);
        Assert.Equal(archive, fetched.ToArray());
    }

    [Fact]
    [Requirement("P10")]
    public async Task A_municipality_sees_nothing_of_another_by_any_path()
    {
        await WriteAsync(A, [1]);
        var (own, others) = (Path.Combine(server.Chroots, A.Name, "uit"), Path.Combine(server.Chroots, B.Name, "uit"));
        File.CreateSymbolicLink(Path.Combine(own, "absoluut"), others);
        File.CreateSymbolicLink(Path.Combine(own, "relatief"), Path.Combine("..", "..", B.Name, "uit"));
        using var client = await ConnectAsync(A);
        foreach (var path in new[] { $"../{B.Name}/uit", $"/../{B.Name}/uit", $"../../../..{others}", others, $"/{B.Name}", "absoluut", "relatief", "/onderweg", "/proc", "/etc" })
        {
            await Assert.ThrowsAnyAsync<SshException>(async () => await client.ListDirectoryAsync(path, Cancelled).ToListAsync(Cancelled));
            Assert.ThrowsAny<SshException>(() => client.ReadAllBytes($"{path}/GP-AAAA-1111.a-1.7z"));
        }

        foreach (var root in new[] { "/", "..", "/../../.." })
            Assert.Equal(["onderweg", "uit"], await client.ListDirectoryAsync(root, Cancelled).Select(file => file.Name).Where(name => name[0] != '.').Order(StringComparer.Ordinal).ToListAsync(Cancelled));
        foreach (var link in new[] { "absoluut", "relatief" })
            File.Delete(Path.Combine(own, link));
    }

    [Fact]
    [Requirement("P10")]
    public async Task A_municipality_changes_nothing()
    {
        await WriteAsync(A, [1]);
        using var client = await ConnectAsync(A);
        const string Own = "/uit/GP-AAAA-1111.a-1.7z";
        Action[] changes =
        [
            () => client.WriteAllBytes("/uit/nieuw", [1]), () => client.WriteAllBytes("/nieuw", [1]), () => client.WriteAllBytes("/onderweg/nieuw", [1]),
            () => client.WriteAllBytes(Own, [2]), () => client.DeleteFile(Own), () => client.RenameFile(Own, "/uit/anders"), () => client.CreateDirectory("/uit/map"),
            () => client.SymbolicLink("/etc", "/uit/koppeling"), () => client.ChangePermissions(Own, 777),
        ];
        Assert.All(changes, change => Assert.ThrowsAny<SshException>(change));
        Assert.Equal([1], client.ReadAllBytes(Own));
    }

    [Fact]
    [Requirement("P9")]
    public async Task Half_an_archive_is_never_listed()
    {
        using var client = await ConnectAsync(A);
        await drop.WriteAsync(NameOf(A), async (target, token) =>
        {
            await target.WriteAsync(new byte[500_000], token);
            await target.FlushAsync(token);
            Assert.DoesNotContain(await client.ListDirectoryAsync("/uit", token).ToListAsync(token), file => file.IsRegularFile);
            Assert.ThrowsAny<SshException>(() => client.ReadAllBytes("/onderweg/GP-AAAA-1111.a-1.7z"));
        }, Cancelled);
        Assert.Equal(500_000, client.ReadAllBytes("/uit/GP-AAAA-1111.a-1.7z").Length);
    }

    [Fact]
    [Requirement("P10")]
    public async Task A_wrong_password_and_that_of_another_are_refused()
    {
        foreach (var password in new[] { "verkeerd", B.Password, "" })
            await Assert.ThrowsAsync<SshAuthenticationException>(() => ConnectAsync(A, password));
        await Assert.ThrowsAsync<SshAuthenticationException>(() => ConnectAsync("root", A.Password, server.HostKey));
    }

    [Fact]
    [Requirement("P9")]
    public async Task A_server_with_another_host_key_gets_no_password()
    {
        var other = Convert.ToBase64String(SHA256.HashData([1])).TrimEnd('=');
        await Assert.ThrowsAsync<SshConnectionException>(() => ConnectAsync(A.Name, A.Password, other));
    }

    [Fact]
    [Requirement("P10")]
    public async Task There_is_no_shell_and_no_way_through()
    {
        using var client = new SshClient(InfoFor(A.Name, A.Password));
        client.HostKeyReceived += (_, presented) => presented.CanTrust = presented.FingerPrintSHA256 == server.HostKey;
        await client.ConnectAsync(Cancelled);
        using (var command = client.CreateCommand("id"))
        {
            command.CommandTimeout = TimeSpan.FromSeconds(5);
            try
            {
                await command.ExecuteAsync(Cancelled);
            }
            catch (SshOperationTimeoutException)
            {
                // the sftp server took the command's place and waits for its own protocol
            }

            Assert.DoesNotContain("uid", command.Result, StringComparison.Ordinal);
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Task.Run(() =>
        {
            using var shell = client.CreateShellStream("xterm", 80, 24, 0, 0, 1024);
            _ = shell.Expect("uid", TimeSpan.FromSeconds(1)) ?? throw new SshException("nothing was said");
        }, Cancelled));
    }

    private static DropName NameOf(SftpUser user) => new(user.Party, Exchange, new("a-1"));

    private Task WriteAsync(SftpUser user, byte[] bytes) => drop.WriteAsync(NameOf(user), async (target, token) => await target.WriteAsync(bytes, token), Cancelled);

    private Task<SftpClient> ConnectAsync(SftpUser user, string? password = null) => ConnectAsync(user.Name, password ?? user.Password, server.HostKey);

    private async Task<SftpClient> ConnectAsync(string user, string password, string hostKey)
    {
        var client = new SftpClient(InfoFor(user, password));
        client.HostKeyReceived += (_, presented) => presented.CanTrust = presented.FingerPrintSHA256 == hostKey;
        try
        {
            await client.ConnectAsync(Cancelled);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    private PasswordConnectionInfo InfoFor(string user, string password) => new("127.0.0.1", server.Port, user, password) { Timeout = TimeSpan.FromSeconds(20) };
}
