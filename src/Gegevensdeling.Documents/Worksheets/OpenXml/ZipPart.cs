namespace Gegevensdeling.Documents.Worksheets.OpenXml;

/// <summary>An entry of the zip, as its directory declares it.</summary>
/// <param name="Offset">Of its local header.</param>
internal sealed record ZipPart(string Name, ushort Method, uint Crc, long Packed, long Unpacked, long Offset);
