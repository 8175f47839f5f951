namespace Gegevensdeling.Documents.SealedArchives;

#pragma warning disable CA1064 // never leaves this folder: it has no meaning before KeyVerdict has given it one
/// <summary>What was packed makes no sense. Whether that is damage or a wrong key, <see cref="KeyVerdict"/> decides; nobody else sees this.</summary>
internal sealed class NonsenseException : Exception;
#pragma warning restore CA1064
