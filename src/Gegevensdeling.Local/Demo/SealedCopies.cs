using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;

namespace Gegevensdeling.Local.Demo;

/// <summary>Every sealed file that the stores still hold, opened with its own key: what somebody with the disk and the keys in hand could read.</summary>
internal static class SealedCopies
{
    /// <summary>The content of each as text, a workbook as its cells.</summary>
    /// <exception cref="InvalidOperationException">Something is left that cannot be opened.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(Law law, CancellationToken cancellation)
    {
        var (content, read) = (new SealedContent(law.Ports.Blobs, law.Ports.Keys), new List<string>());
        await foreach (var copy in law.Ports.Blobs.ListAsync(cancellation))
        {
            if (await law.Debtors.Copies.FindAsync(copy.Exchange, cancellation) is not { State: { File: { } file, Claim.Content: var kind } })
                throw new InvalidOperationException("A sealed file is left that is of no list of debtors");
            var bytes = await content.ReadAsync(copy.Exchange, file, InMemoryAsync, cancellation) ?? throw new InvalidOperationException("A sealed file is left without its key");
            read.Add(kind == CopyContent.Delivery ? string.Join('\n', DemoSpreadsheets.Rows(bytes)) : System.Text.Encoding.UTF8.GetString(bytes));
        }

        return read;
    }

    /// <summary>The sealed file itself, as a backup would keep it.</summary>
    public static async Task<byte[]> ArchiveAsync(Law law, ExchangeId copy, CancellationToken cancellation)
    {
        var view = await law.Debtors.Copies.GetAsync(copy, cancellation);
        await using var archive = await law.Ports.Blobs.OpenAsync(new(copy, view.State.File!.Id), cancellation) ?? throw new InvalidOperationException("No such file");
        return await InMemoryAsync(archive, cancellation);
    }

    private static async Task<byte[]> InMemoryAsync(Stream stream, CancellationToken cancellation)
    {
        using var whole = new MemoryStream();
        await stream.CopyToAsync(whole, cancellation);
        return whole.ToArray();
    }
}
