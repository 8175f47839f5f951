using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>The package of an .xlsx (ECMA-376 part 2): its parts by name and by relationship, all checked before the first one is read.</summary>
internal sealed class Package
{
    private const int LocalHeaderBytes = 30;
    private const int MostRelationships = 10_000;

    private readonly Stream input;
    private readonly WorksheetLimits limits;
    private readonly Dictionary<string, ZipPart> parts;

    public Package(Stream input, WorksheetLimits limits)
    {
        (this.input, this.limits) = (input, limits);
        parts = ZipDirectory.Read(input, limits).ToDictionary(part => part.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var name in parts.Keys)
            ForeignParts.RefuseName(name);
        ReadContentTypes();
    }

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>Opens a part as XML; a part that is missing is damage.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "the reader closes its input")]
    public XmlReader Open(string name)
    {
        var part = parts.GetValueOrDefault(name) ?? throw new WorksheetException(WorksheetFault.Damaged);
        Span<byte> header = stackalloc byte[LocalHeaderBytes];
        input.Position = part.Offset;
        input.ReadExactly(header);
        if (!header.StartsWith("PK\x03\x04"u8) || part.Method is not (0 or 8))
            throw new WorksheetException(WorksheetFault.Damaged);
        var begin = part.Offset + LocalHeaderBytes + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return XmlPart.Read(new PartStream(new SliceStream(input, begin, part.Packed), part), limits);
    }

    /// <summary>What a part points to: by id, the kind (the last word of its type) and the name of the part. Links to the world outside are refused, but for hyperlinks.</summary>
    public Dictionary<string, (string Kind, string Target)> Relationships(string of)
    {
        var slash = of.LastIndexOf('/') + 1;
        var name = $"{of[..slash]}_rels/{of[slash..]}.rels";
        var found = new Dictionary<string, (string Kind, string Target)>(StringComparer.Ordinal);
        if (!Has(name))
            return found;
        using var reader = Open(name);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "Relationship")
                continue;
            var (id, type, target) = (reader.GetAttribute("Id"), reader.GetAttribute("Type"), reader.GetAttribute("Target"));
            if (id is null || type is null || target is null || found.Count == MostRelationships)
                throw new WorksheetException(WorksheetFault.Damaged);
            var kind = type[(type.LastIndexOf('/') + 1)..];
            ForeignParts.RefuseRelationship(kind, isExternal: reader.GetAttribute("TargetMode") == "External");
            if (!found.TryAdd(id, (kind, Resolve(of[..slash], target))))
                throw new WorksheetException(WorksheetFault.Damaged);
        }

        return found;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var names = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var name in target.Split('/'))
        {
            if (name == ".." && names.Count > 0)
                names.RemoveAt(names.Count - 1);
            else if (name is not ("." or ".."))
                names.Add(name);
        }

        return string.Join('/', names);
    }

    private void ReadContentTypes()
    {
        if (!Has("[Content_Types].xml"))
            throw new WorksheetException(Has("mimetype") ? WorksheetFault.Unsupported : WorksheetFault.NotAWorkbook);
        using var reader = Open("[Content_Types].xml");
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "Override" && reader.GetAttribute("ContentType") is { } type)
                ForeignParts.RefuseContentType(type);
        }
    }
}
