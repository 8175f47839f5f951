using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>Writes the files of a pack one after the other and notes the SHA-256 of each. Memory is that of the largest file, and of the list.</summary>
internal sealed class PackWriter(ZipArchive zip)
{
    private readonly StringBuilder list = new();

    public int Count { get; private set; }

    public Task AddAsync(string name, string text, CancellationToken cancellation) => AddAsync(name, Encoding.UTF8.GetBytes(text), cancellation);

    public async Task AddAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await PackZip.AddAsync(zip, name, content, cancellation);
        list.Append(CultureInfo.InvariantCulture, $"{Sha256Hex.Of(content.Span)}  {name}\n");
        Count++;
    }

    /// <summary>The list, which names itself nowhere.</summary>
    /// <returns>Its SHA-256, for the manifest.</returns>
    public async Task<string> AddListAsync(CancellationToken cancellation)
    {
        var text = list.ToString();
        await PackZip.AddAsync(zip, PackFiles.List, Encoding.ASCII.GetBytes(text), cancellation);
        return Sha256Hex.Of(text);
    }
}
