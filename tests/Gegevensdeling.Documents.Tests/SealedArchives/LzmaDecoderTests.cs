using Xunit;

namespace Gegevensdeling.Documents.SealedArchives;

public sealed class LzmaDecoderTests
{
    // what a wrong key makes of a compressed header, where it happens to begin as an LZMA stream does
    [Fact]
    public void Noise_never_breaks_the_decoder()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var noise = Archives.Bytes(seed, 200);
            noise[0] = 0;
            var failure = Record.Exception(() => LzmaDecoder.Decode([0x5D, 0, 16, 0, 0], noise, 190));
            Assert.True(failure is null, $"{seed}: {failure}");
        }
    }
}
