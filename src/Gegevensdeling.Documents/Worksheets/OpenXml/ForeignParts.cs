namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>
/// What a package may hold that is no cell. Known by the name of the part, by its content type and by its relationship: one of the three suffices.
/// Parts that nobody knows are never read, and nothing is carried over to an answer.
/// </summary>
internal static class ForeignParts
{
    private static readonly string[] MacroNames = ["vbaProject", "macrosheets/", "dialogsheets/"];

    private static readonly string[] MacroTypes = ["macroEnabled", "vbaProject", "macrosheet", "dialogsheet"];

    private static readonly string[] MacroKinds = ["vbaProject", "xlMacrosheet", "xlIntlMacrosheet", "dialogsheet"];

    private static readonly string[] Names =
    [
        "xl/externalLinks/", "xl/embeddings/", "xl/activeX/", "xl/ctrlProps/", "xl/connections", "xl/queryTables/", "xl/pivotCache/", "xl/pivotTables/", "xl/comments",
        "xl/threadedComments/", "xl/drawings/", "xl/media/", "xl/model/", "xl/slicers/", "xl/charts/", "xl/webextensions/", "xl/revisions/",
    ];

    private static readonly string[] Kinds =
    [
        "externalLink", "externalLinkPath", "oleObject", "package", "control", "ctrlProp", "connections", "queryTable", "pivotTable", "pivotCacheDefinition", "pivotCacheRecords",
        "comments", "threadedComment", "drawing", "vmlDrawing", "image", "chart", "slicer", "attachedToolbars", "powerPivotData", "revisionHeaders", "frame", "aFChunk",
    ];

    private static readonly string[] Types = ["externalLink", "oleObject", "activeX", "connections", "queryTable", "pivotTable", "pivotCache", "comments", "threadedcomments", "drawing", "slicer", "revision"];

    public static void RefuseName(string name)
    {
        if (name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase) && MacroNames.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
            throw new WorksheetException(WorksheetFault.Macros);
        if (Names.Any(part => name.StartsWith(part, StringComparison.OrdinalIgnoreCase) && name.Length > part.Length))
            throw new WorksheetException(WorksheetFault.ForeignContent);
        if (name.StartsWith("xl/chartsheets/", StringComparison.OrdinalIgnoreCase))
            throw new WorksheetException(WorksheetFault.SecondSheet);
    }

    public static void RefuseRelationship(string kind, bool isExternal)
    {
        if (MacroKinds.Contains(kind, StringComparer.OrdinalIgnoreCase))
            throw new WorksheetException(WorksheetFault.Macros);
        if (Kinds.Contains(kind, StringComparer.OrdinalIgnoreCase) || (isExternal && kind != "hyperlink"))
            throw new WorksheetException(WorksheetFault.ForeignContent);
        if (kind == "chartsheet")
            throw new WorksheetException(WorksheetFault.SecondSheet);
    }

    public static void RefuseContentType(string type)
    {
        if (MacroTypes.Any(part => type.Contains(part, StringComparison.OrdinalIgnoreCase)))
            throw new WorksheetException(type.Contains("sheet.binary", StringComparison.OrdinalIgnoreCase) ? WorksheetFault.Unsupported : WorksheetFault.Macros);
        if (Types.Any(part => type.Contains('.' + part, StringComparison.OrdinalIgnoreCase) || type.EndsWith(part + "+xml", StringComparison.OrdinalIgnoreCase)))
            throw new WorksheetException(WorksheetFault.ForeignContent);
    }
}
