using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Hosting;

/// <summary>Reads the protocol files of a folder. One bad file and the host does not start.</summary>
public static class ProtocolFolder
{
    private const string SchemaName = "protocol.schema.json";

    /// <exception cref="InvalidDataException">A file is refused, or two cannot stand together; the message says where and why, in Dutch.</exception>
    public static ProtocolCatalog Load(string folder)
    {
        var (loaded, errors) = (new List<Protocol>(), new List<string>());
        foreach (var path in Directory.GetFiles(folder, "*.json").Where(path => Path.GetFileName(path) != SchemaName).Order(StringComparer.Ordinal))
        {
            switch (ProtocolFile.Parse(Path.GetFileName(path), File.ReadAllBytes(path)))
            {
                case ProtocolFileResult.Loaded(var protocol):
                    loaded.Add(protocol);
                    break;
                case ProtocolFileResult.Rejected rejected:
                    errors.Add(rejected.Text);
                    break;
                default:
                    throw new InvalidOperationException("a result of another kind");
            }
        }

        if (loaded.Count == 0 && errors.Count == 0)
            errors.Add($"{folder}: geen protocolbestanden gevonden");
        if (errors.Count > 0)
            throw new InvalidDataException(string.Join('\n', errors));
        return ProtocolCatalog.Create(loaded) switch
        {
            ProtocolCatalogResult.Made made => made.Catalog,
            ProtocolCatalogResult.Conflicting conflicting => throw new InvalidDataException(string.Join('\n', conflicting.Reasons)),
            _ => throw new InvalidOperationException("a result of another kind"),
        };
    }
}
