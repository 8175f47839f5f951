namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// Why an archive could not be opened: exactly one of <see cref="WrongKeyException"/>, <see cref="DamagedArchiveException"/>,
/// <see cref="UnsupportedArchiveException"/> and <see cref="HostileArchiveException"/>. The message is Dutch, for the person who opens it,
/// and holds neither key nor name nor content. Failures of the streams themselves (<see cref="IOException"/>) pass unchanged.
/// </summary>
public abstract class SealedArchiveException : Exception
{
    private protected SealedArchiveException(string message)
        : base(message)
    {
    }
}

/// <summary>The key does not fit. How it is told from damage: see <see cref="SealedArchive"/>.</summary>
public sealed class WrongKeyException() : SealedArchiveException("De sleutel past niet op dit archief.");

/// <summary>The bytes do not agree with themselves: cut off, changed on the way, or not a 7z archive at all.</summary>
public sealed class DamagedArchiveException(string reason) : SealedArchiveException($"Het archief is beschadigd: {reason}.");

/// <summary>The archive is sound but uses something that is not read here.</summary>
/// <param name="method">What it uses, by the name 7-Zip shows, for example <c>LZMA</c>.</param>
public sealed class UnsupportedArchiveException(string method)
    : SealedArchiveException($"Het archief gebruikt iets dat hier niet gelezen wordt: {method}.")
{
    /// <summary>What it uses, by the name 7-Zip shows.</summary>
    public string Method { get; } = method;
}

/// <summary>The archive asks what no honest one asks: more than <see cref="ArchiveLimits"/> allows, or a name that leaves its folder.</summary>
public sealed class HostileArchiveException(string reason) : SealedArchiveException($"Het archief is geweigerd: {reason}.");
