namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>One file of an opened archive.</summary>
/// <param name="Number">Its place in the archive, from 1; fit for logs and messages, which never carry the name.</param>
/// <param name="Name">Its name, checked: folders separated by <c>/</c>, never leading outside a folder it is unpacked in.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Modified">When it was last changed, where the archive says so.</param>
/// <param name="IsEncrypted">Whether its content is encrypted; an empty file is as secret as the list of names (<see cref="SealedArchive.HidesNames"/>).</param>
public sealed record SealedEntry(int Number, string Name, long Size, DateTimeOffset? Modified, bool IsEncrypted)
{
    internal EntryContent? Content { get; init; }
}
