using System.Runtime.CompilerServices;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Stores;

/// <summary>
/// A folder that OpenSSH serves, one a party: <c>{party}</c> is its user's <c>ChrootDirectory</c>, <c>{party}/uit</c> what it sees. An archive is
/// written in <c>{party}/onderweg</c>, which that user cannot enter, and moved when it is whole.
/// </summary>
/// <remarks>sshd_config(5): every part of the path of a chroot is root's, and nobody else may write to it.</remarks>
public sealed class FolderDrop(string root) : IDropStore
{
    private const string Out = "uit";
    private const string UnderWay = "onderweg";
    private const UnixFileMode Group = UnixFileMode.GroupRead | UnixFileMode.GroupExecute;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>
    /// Makes a party's folders. Run as root for OpenSSH; then give <c>uit</c> and <c>onderweg</c> to the system's user and to the group of the
    /// party's user. New archives take that group from their folder.
    /// </summary>
    /// <returns>The folder for <c>ChrootDirectory</c>.</returns>
    public string Make(PartyId party)
    {
        var folder = FolderOf(party);
        Make(folder, Owner | Group | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        Make(Path.Combine(folder, Out), Owner | Group | UnixFileMode.SetGroup);
        Make(Path.Combine(folder, UnderWay), Owner | UnixFileMode.SetGroup);
        return folder;
    }

    public async Task WriteAsync(DropName name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellation)
    {
        var (whole, unfinished) = (Path.Combine(FolderOf(name.Party), Out, name.FileName), Path.Combine(FolderOf(name.Party), UnderWay, name.FileName));
        if (!Directory.Exists(Path.GetDirectoryName(whole)) || !Directory.Exists(Path.GetDirectoryName(unfinished)))
            throw new DropMissingException(name.Party);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        try
        {
            await using (var file = new FileStream(unfinished, options))
            {
                await write(file, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, whole, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    public Task DeleteAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var file in Files(exchange))
            file.Delete();
        return Task.CompletedTask;
    }

    public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) => Task.FromResult(Files(exchange).Count());

    public async IAsyncEnumerable<StoredCopy> ListAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        foreach (var of in Files().GroupBy(file => DropName.ExchangeOf(file.Name)))
            yield return new(of.Key, new(of.Min(file => file.LastWriteTimeUtc), TimeSpan.Zero));
    }

    private static void Make(string path, UnixFileMode mode)
    {
        Directory.CreateDirectory(path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode); // the process's umask would take some of it away
    }

    private IEnumerable<FileInfo> Files(ExchangeId exchange) =>
        Files().Where(file => file.Name.StartsWith(DropName.PrefixOf(exchange), StringComparison.Ordinal));

    private IEnumerable<FileInfo> Files() =>
        from party in Directory.Exists(root) ? Directory.GetDirectories(root) : []
        from folder in new[] { Path.Combine(party, Out), Path.Combine(party, UnderWay) }
        from path in FolderFiles.In(folder) ?? []
        select new FileInfo(path);

    private string FolderOf(PartyId party) => Path.Combine(root, FileNames.Safe(party.Value));
}
