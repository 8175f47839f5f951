using Gegevensdeling.Protocols;

namespace Gegevensdeling.Functions.Hosting;

/// <summary>The protocol files that were deployed with the host. One bad file and the host does not start.</summary>
internal static class ProtocolFiles
{
    /// <exception cref="InvalidDataException">A file is refused, or two cannot stand together; the message says where and why, in Dutch.</exception>
    public static ProtocolCatalog Load(string folder)
    {
        var read = Directory.GetFiles(folder, "*.json").Where(path => !path.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(path => ProtocolFile.Parse(Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
        if (read.OfType<ProtocolFileResult.Rejected>().Select(rejected => rejected.Text).ToList() is { Count: > 0 } errors)
            throw new InvalidDataException(string.Join('\n', errors));
        if (read.Count == 0)
            throw new InvalidDataException($"{folder}: geen protocolbestanden gevonden");
        return ProtocolCatalog.Create([.. read.OfType<ProtocolFileResult.Loaded>().Select(loaded => loaded.Protocol)]) switch
        {
            ProtocolCatalogResult.Made made => made.Catalog,
            ProtocolCatalogResult.Conflicting conflicting => throw new InvalidDataException(string.Join('\n', conflicting.Reasons)),
            _ => throw new InvalidOperationException("a result of another kind"),
        };
    }
}
