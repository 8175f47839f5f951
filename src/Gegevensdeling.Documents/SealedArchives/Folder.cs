namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>A stream as it lies in the archive.</summary>
/// <param name="Offset">From the end of the signature header.</param>
/// <param name="Crc">Of the bytes as they lie there; 7-Zip leaves it out, our writer stores it for the header.</param>
internal readonly record struct PackedStream(long Offset, long Size, uint? Crc);

/// <summary>
/// A 'folder' of 7z that is read here: one packed stream, encrypted or not, then compressed or not. Any other form has been refused.
/// </summary>
/// <param name="Encryption">The parameters of 7zAES, or null when the stream is not encrypted.</param>
/// <param name="StoredSize">The length after decryption and before decompression.</param>
/// <param name="Compression">What the content is compressed with, or null when it is stored.</param>
internal sealed record Folder(PackedStream Packed, AesParameters? Encryption, long StoredSize, Compression? Compression, long Size, uint? Crc);

/// <summary>A part of a folder's content, which is one file.</summary>
internal readonly record struct EntryContent(Folder Folder, long Offset, long Size, uint? Crc);
