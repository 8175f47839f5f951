using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Gegevensdeling.Documents.Worksheets.Compound;

/// <summary>
/// Opens a workbook package that Excel or LibreOffice encrypted (MS-OFFCRYPTO 2.3.4): the streams <c>EncryptionInfo</c> and <c>EncryptedPackage</c>. The password
/// is told from damage by its verifier, which is checked first.
/// </summary>
internal static class PackageProtection
{
    /// <summary>What Excel encrypts with when only the structure is locked: such a file opens without a question.</summary>
    public const string DefaultPassword = "VelvetSweatshop";

    private const int LongestInfo = 64 << 10;
    private const int SizePrefix = sizeof(long);

    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "a view of the caller's stream, which has nothing of its own to let go")]
    public static Stream Open(CompoundFile file, string? password, WorksheetLimits limits)
    {
        var entry = file.Find("EncryptionInfo") ?? throw new WorksheetException(WorksheetFault.Damaged);
        if (entry.Length is < 8 or > LongestInfo)
            throw new WorksheetException(WorksheetFault.Damaged);
        var info = new byte[entry.Length];
        using (var stream = file.Open(entry))
            stream.ReadExactly(info);
        var package = file.Open(file.Find("EncryptedPackage")!);
        var (major, minor) = (BinaryPrimitives.ReadUInt16LittleEndian(info), BinaryPrimitives.ReadUInt16LittleEndian(info.AsSpan(2)));
        return (major, minor) switch
        {
            (4, 4) => AgileProtection.Open(info.AsMemory(8), package, Length(package), password, limits),
            (2 or 3 or 4, 2) => StandardProtection.Open(info.AsSpan(4), package, Length(package), password),
            _ => throw new WorksheetException(WorksheetFault.Unsupported),
        };
    }

    /// <summary>Tries the password that was given, and the one that nobody has to give.</summary>
    public static T Try<T>(string? password, Func<string, T?> open)
        where T : class
    {
        string[] passwords = string.IsNullOrEmpty(password) ? [DefaultPassword] : [password, DefaultPassword];
        foreach (var candidate in passwords)
        {
            // longer passwords than 255 characters do not exist in Excel (MS-OFFCRYPTO 2.3.4.7)
            if (candidate.Length <= 255 && open(candidate) is { } opened)
                return opened;
        }

        throw new WorksheetException(string.IsNullOrEmpty(password) ? WorksheetFault.PasswordMissing : WorksheetFault.WrongPassword);
    }

    private static long Length(Stream package)
    {
        Span<byte> size = stackalloc byte[SizePrefix];
        package.Position = 0;
        package.ReadExactly(size);
        var length = BinaryPrimitives.ReadInt64LittleEndian(size);
        return length >= 0 && length <= package.Length - SizePrefix ? length : throw new WorksheetException(WorksheetFault.Damaged);
    }
}
