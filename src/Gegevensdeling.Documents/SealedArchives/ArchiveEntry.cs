namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>One file to be sealed: its name in the archive and where its content comes from.</summary>
/// <remarks>
/// The name may hold folders, separated by <c>/</c>. The writer makes no name that the reader would refuse: no <c>..</c>, no absolute path,
/// no backslash, colon, control or direction character, at most 1024 characters, none twice. The content is taken once, in the order of the entries, and its length need not be known.
/// </remarks>
public sealed class ArchiveEntry
{
    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A file whose content is read from the current position of <paramref name="content"/> to its end. The stream stays open.</summary>
    public ArchiveEntry(string name, Stream content)
        : this(name) => Source = content;

    /// <summary>A file whose content is written by <paramref name="write"/> to the stream it is given; synchronous and asynchronous writes are both welcome.</summary>
    public ArchiveEntry(string name, Func<Stream, CancellationToken, Task> write)
        : this(name) => Write = write;

    /// <summary>A file whose content is in memory.</summary>
    public ArchiveEntry(string name, ReadOnlyMemory<byte> content)
        : this(name) => Write = async (sealing, cancellation) => await sealing.WriteAsync(content, cancellation);

    private ArchiveEntry(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The name in the archive; never readable without the key.</summary>
    public string Name { get; }

    /// <summary>When the file was last changed, kept in steps of 100 ns; none by default, so that the archive tells nothing the protocol does not ask. From 1601 on.</summary>
    public DateTimeOffset? Modified
    {
        get;
        init => field = value is not { } time || time >= Earliest ? value : throw new ArgumentOutOfRangeException(nameof(value), "7z counts from 1601.");
    }

    internal Stream? Source { get; }

    internal Func<Stream, CancellationToken, Task>? Write { get; }
}
