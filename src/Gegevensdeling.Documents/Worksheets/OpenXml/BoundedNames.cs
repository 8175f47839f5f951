using System.Xml;

namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>The names of one document. The parser keeps every name it meets for as long as it lives; a workbook has some hundred, a hostile one has millions.</summary>
internal sealed class BoundedNames : XmlNameTable
{
    private const int Most = 4_096;
    private const int Longest = 1_024;

    private readonly NameTable names = new();
    private int count;

    public override string Add(char[] array, int offset, int length) => names.Get(array, offset, length) ?? Counted(length, names.Add(array, offset, length));

    public override string Add(string array) => names.Get(array) ?? Counted(array.Length, names.Add(array));

    public override string? Get(char[] array, int offset, int length) => names.Get(array, offset, length);

    public override string? Get(string array) => names.Get(array);

    private string Counted(int length, string name) => ++count <= Most && length <= Longest ? name : throw new WorksheetException(WorksheetFault.Hostile);
}
