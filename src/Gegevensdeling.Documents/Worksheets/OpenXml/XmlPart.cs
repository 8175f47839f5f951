using System.Text;
using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>
/// XML as parts hold it: UTF-8, no DTD, no CDATA, bounded in depth, in names and in the length of anything between two <c>&lt;</c>. So no
/// text, tag or attribute is ever in memory that is longer than a cell can be.
/// </summary>
internal static class XmlPart
{
    // a worksheet with rich text goes 8 deep; extensions somewhat deeper
    public const int Deepest = 64;

    public static XmlReader Read(Stream part, WorksheetLimits limits)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = limits.UnpackedBytes,
            MaxCharactersFromEntities = 1,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            NameTable = new BoundedNames(),
            CloseInput = true,
        };
        var text = new StreamReader(new MarkupStream(part), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, bufferSize: 32 << 10);
        return XmlReader.Create(text, settings);
    }

    /// <summary>The next node; false at the end. Refuses what nests deeper than any workbook.</summary>
    public static bool Next(this XmlReader reader) =>
        reader.Read() && (reader.Depth <= Deepest ? true : throw new WorksheetException(WorksheetFault.Hostile));

    /// <summary>Passes over the element that the reader stands on, to its end.</summary>
    public static void Pass(this XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return;
        var depth = reader.Depth;
        while (reader.Next() && reader.Depth > depth)
        {
        }
    }

    public static bool IsOn(string? flag) => flag is "1" or "true" or "on";
}
