using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges;

/// <summary>One sealed file, by what identifies it without opening it.</summary>
public sealed record SealedFile(ArtefactId Id, string Sha256, long Bytes)
{
    public ArtefactDigest Digest => new(Id, Sha256, Bytes);
}
