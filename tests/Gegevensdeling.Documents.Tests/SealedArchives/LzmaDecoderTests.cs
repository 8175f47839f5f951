using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

public sealed class LzmaDecoderTests
{
    // what a wrong key makes of a compressed stream, where it happens to begin as an LZMA stream does
    [Theory]
    [InlineData(Methods.Lzma, new byte[] { 0x5D, 0, 16, 0, 0 })]
    [InlineData(Methods.Ppmd, new byte[] { 6, 0, 0, 1, 0 })]
    public void Noise_never_breaks_the_decoder(ulong method, byte[] properties)
    {
        var compression = Compression.Parse(new Coder(method, properties), 200, 400, ArchiveLimits.Default);
        for (var seed = 0; seed < 2_500; seed++)
        {
            var noise = Archives.Bytes(seed, 200);
            noise[0] = 0;
            using var content = new FolderContent(new Folder(new PackedStream(0, 200, null), null, 200, compression, 400, 0), new MemoryStream(noise), 0, cipher: null);
            var failure = Record.Exception(() => content.Fill(new byte[400], 400));
            Assert.True(failure is null or NonsenseException, $"{seed}: {failure}");
        }
    }
}
