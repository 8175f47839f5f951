using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

public sealed class WriterTests
{
    [Fact]
    public async Task A_producer_may_write_synchronously_and_in_any_portions()
    {
        var content = Archives.Bytes(1, (5 * BufferRing.BufferBytes) + 77);
        var archive = await SealAsync(new ArchiveEntry("a", async (sealing, cancellation) =>
        {
            Begin(sealing, content);
            await sealing.FlushAsync(cancellation);
            await sealing.WriteAsync(content.AsMemory((2 * BufferRing.BufferBytes) + 3), cancellation);
        }));
        Archives.AssertSame([("a", content)], await Archives.OpenAsync(archive));
    }

    [Fact]
    public async Task An_archive_may_begin_behind_other_bytes()
    {
        using var output = new MemoryStream();
        output.Write([1, 2, 3]);
        await SealedArchiveWriter.WriteAsync(output, Archives.Key, [new ArchiveEntry("a", new byte[9])], Archives.QuickPower, CancellationToken.None);
        Assert.Equal(output.Length, output.Position);
        output.Position = 3;
        Archives.AssertSame([("a", new byte[9])], await Archives.OpenAsync(output));
    }

    [Fact]
    public async Task What_fails_on_the_way_leaves_nothing_that_is_an_archive_and_no_plain_byte()
    {
        using var output = new MemoryStream();
        var failing = new ArchiveEntry("a", async (sealing, cancellation) =>
        {
            await sealing.WriteAsync("Verzonnen"u8.ToArray(), cancellation);
            throw new IOException("bron weg");
        });
        await Assert.ThrowsAsync<IOException>(() => SealedArchiveWriter.WriteAsync(output, Archives.Key, [failing], Archives.QuickPower, CancellationToken.None));
        await Assert.ThrowsAsync<DamagedArchiveException>(() => Archives.OpenAsync(output.ToArray()));
        Assert.True(output.ToArray().AsSpan().IndexOf("Verzonnen"u8) < 0);
    }

    [Fact]
    public async Task A_failing_output_is_told_as_itself()
    {
        var failing = new ArchiveEntry("a", new byte[9 * BufferRing.BufferBytes]);
        await Assert.ThrowsAsync<IOException>(() => SealedArchiveWriter.WriteAsync(new FullDisk(), Archives.Key, [failing], Archives.QuickPower, CancellationToken.None));
    }

    [Fact]
    public async Task Cancelling_ends_sealing_and_opening()
    {
        var archive = await Archives.SealAsync(("a", new byte[3 * BufferRing.BufferBytes]));
        using var cancelled = new CancellationTokenSource();
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opened.ReadAsync(opened.Entries[0], Stream.Null, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SealedArchiveWriter.WriteAsync(new MemoryStream(), Archives.Key, [new ArchiveEntry("a", new byte[3])], cancelled.Token));
    }

    [Fact]
    public async Task Equal_content_is_never_sealed_to_equal_bytes() =>
        Assert.NotEqual(await Archives.SealAsync(("a", new byte[16])), await Archives.SealAsync(("a", new byte[16])));

    [Fact]
    public async Task Of_a_small_file_with_a_wrong_checksum_nothing_is_delivered()
    {
        var archive = Crafted.Stored(("a", new byte[1000]));
        archive[SignatureHeader.Bytes + 900] = 1;
        using var opened = await SealedArchive.OpenAsync(new MemoryStream(archive), Archives.Key, ArchiveLimits.Default, CancellationToken.None);
        using var destination = new MemoryStream();
        await Assert.ThrowsAsync<DamagedArchiveException>(() => opened.ReadAsync(opened.Entries[0], destination, CancellationToken.None));
        Assert.Equal(0, destination.Length);
    }

    private static void Begin(Stream sealing, byte[] content)
    {
        sealing.Write(content, 0, 1);
        sealing.WriteByte(content[1]);
        sealing.Write(content.AsSpan(2, (2 * BufferRing.BufferBytes) + 1));
    }

    private static async Task<byte[]> SealAsync(ArchiveEntry entry)
    {
        using var output = new MemoryStream();
        await SealedArchiveWriter.WriteAsync(output, Archives.Key, [entry], Archives.QuickPower, CancellationToken.None);
        return output.ToArray();
    }

    private sealed class FullDisk : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > BufferRing.BufferBytes ? throw new IOException("schijf vol") : base.WriteAsync(buffer, cancellationToken);
    }
}
