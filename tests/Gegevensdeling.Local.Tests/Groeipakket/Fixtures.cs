using System.Runtime.CompilerServices;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>Files that other programs made.</summary>
internal static class Fixtures
{
    /// <summary>The password of every protected workbook.</summary>
    public const string Password = "Proef-wachtwoord-1";

    /// <summary>By 7-Zip 25, without a key: one entry of two bytes.</summary>
    public static byte[] Plain7z { get; } = Convert.FromBase64String(
        "N3q8ryccAAQG9GWJBgAAAAAAAABiAAAAAAAAAIC/g1cBAAF4CgABBAYAAQkGAAcLAQABISEBAAwCAAgKAR8I6kYAAAUBGQwAAAAAAAAAAAAAAAARHQBhAGEAbgB2AHIAYQBhAGcALgB4AGwAcwB4AAAAFAoBAFmQ5F+bfd0BFQYBACCApIEAAA==");

    public static byte[] Workbook(string name) => File.ReadAllBytes(Path.Combine(Here(), "..", "..", "Gegevensdeling.Documents.Tests", "Worksheets", "Fixtures", name));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
