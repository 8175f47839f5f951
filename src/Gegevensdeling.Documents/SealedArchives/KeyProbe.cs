namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>What both ends of an encrypted stream look like under a key, read apart from its content: a compressed content tells too late, or never.</summary>
/// <param name="Begin">The first bytes of what was compressed.</param>
/// <param name="Padding">The bytes after the content in its last block; zeros under the right key.</param>
internal sealed record KeyProbe(byte[] Begin, byte[] Padding)
{
    public static async Task<KeyProbe> ReadAsync(Stream input, long start, Folder folder, KeyRing keys, CancellationToken cancellation)
    {
        if (folder.Encryption is not { } encryption || folder.Packed.Size == 0)
            return new KeyProbe([], []);
        var last = folder.Packed.Size - AesParameters.BlockBytes;
        var first = await BlockAsync(input, start, cancellation);
        var begin = await DecryptAsync(first, encryption, keys, cancellation);

        // CBC: the block before is the vector of the last
        var end = last == 0 ? begin : await DecryptAsync(
            await BlockAsync(input, start + last, cancellation),
            encryption with { Iv = await BlockAsync(input, start + last - AesParameters.BlockBytes, cancellation) },
            keys,
            cancellation);
        return new KeyProbe(
            begin[..(int)Math.Min(begin.Length, folder.StoredSize)],
            end[(int)(folder.StoredSize - last)..]);
    }

    private static async Task<byte[]> BlockAsync(Stream input, long at, CancellationToken cancellation)
    {
        var block = new byte[AesParameters.BlockBytes];
        input.Position = at;
        return await PoolIo.ReadAllAsync(input, block, cancellation) == block.Length ? block : throw new DamagedArchiveException("het is afgekapt");
    }

    private static async Task<byte[]> DecryptAsync(byte[] block, AesParameters parameters, KeyRing keys, CancellationToken cancellation)
    {
        using var cipher = await keys.DecryptorAsync(parameters, cancellation);
        var plain = new byte[block.Length];
        cipher.TransformBlock(block, 0, block.Length, plain, 0);
        return plain;
    }
}
