using Gegevensdeling.Evidence;

namespace Gegevensdeling.Retention;

/// <summary>What a certificate says of one exchange beside what was looked at: each kind of exchange knows its own.</summary>
/// <param name="Reason">Why it was erased.</param>
/// <param name="DueSince">When the ground for erasing arose.</param>
/// <param name="Files">Every sealed file that existed.</param>
/// <param name="Declared">What the parties declared or have not declared yet of their own copies.</param>
/// <param name="NotVerifiableHere">What cannot be seen from here, in plain Dutch.</param>
/// <param name="Remains">What stays, in plain Dutch.</param>
/// <param name="Instances">Every orchestration instance that it can have had.</param>
public sealed record ErasureSubject(
    ErasureReason Reason,
    DateTimeOffset DueSince,
    IReadOnlyList<ArtefactDigest> Files,
    IReadOnlyList<Declaration> Declared,
    IReadOnlyList<string> NotVerifiableHere,
    IReadOnlyList<string> Remains,
    IReadOnlyList<string> Instances);
