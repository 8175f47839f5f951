using System.Globalization;
using System.Security.Cryptography;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Azure.Tests.Sftp;

/// <summary>A throw-away user of this machine that stands for a municipality: no home, no shell, a group of its own.</summary>
public sealed class SftpUser
{
    private SftpUser(string name) => Name = name;

    public string Name { get; }

    /// <summary>The folder of the drop has the user's name.</summary>
    public PartyId Party => new(Name);

    /// <summary>Hexadecimal, so that no program takes a character of it for something else.</summary>
    public string Password { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static async Task<SftpUser> MakeAsync(int number)
    {
        var user = new SftpUser(string.Create(CultureInfo.InvariantCulture, $"gdproef{number}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}"));
        await OpenSshServer.RunAsync("useradd", ["--system", "--no-create-home", "--user-group", "--home-dir", "/", "--shell", "/usr/sbin/nologin", user.Name]);
        await OpenSshServer.RunAsync("chpasswd", [], $"{user.Name}:{user.Password}\n");
        return user;
    }

    /// <summary>Lets the user's group into what <see cref="Local.Stores.FolderDrop.Make"/> made, as the operator does.</summary>
    public async Task GiveAsync(string chroot)
    {
        foreach (var folder in new[] { "uit", "onderweg" })
            await OpenSshServer.RunAsync("chgrp", [Name, Path.Combine(chroot, folder)]);
    }

    public Task RemoveAsync() => OpenSshServer.RunAsync("userdel", [Name]);
}
