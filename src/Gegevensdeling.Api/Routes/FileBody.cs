namespace Gegevensdeling.Api.Routes;

/// <summary>The file that a route takes as its body.</summary>
/// <param name="MediaTypes">At least one, lower case, without parameters.</param>
/// <param name="MostBytes">1 to <see cref="LargestBytes"/>.</param>
/// <param name="Required">False where the route also does its work without a file.</param>
public sealed record FileBody(IReadOnlyList<string> MediaTypes, long MostBytes, bool Required)
{
    /// <summary>200 MB: an extract of two million rows takes 120 MB. Azure Functions itself takes 210 MB.</summary>
    public const long LargestBytes = 200 * Megabyte;

    private const long Megabyte = 1024 * Kilobyte;
    private const long Kilobyte = 1024;

    /// <summary>Forms are no files: whoever reads them spools their parts to disk. JSON has a contract.</summary>
    private static readonly string[] NoFiles = ["multipart/", "application/x-www-form-urlencoded", "application/json"];

    /// <summary>The limit as a person reads it.</summary>
    public string Most => Say(MostBytes);

    /// <summary>A limit of any body as a person reads it.</summary>
    public static string Say(long bytes) =>
        bytes % Megabyte == 0 ? $"{bytes / Megabyte} MB"
        : bytes % Kilobyte == 0 ? $"{bytes / Kilobyte} KB"
        : $"{bytes} bytes";

    /// <summary>What is wrong with it, for whoever writes the table; null when nothing is.</summary>
    internal string? Wrong =>
        MediaTypes.Count == 0 || !MediaTypes.All(IsPlain) ? "a file has media types of its own: plain ones, no form and no JSON"
        : MostBytes is < 1 or > LargestBytes ? $"a file has 1 to {LargestBytes} bytes"
        : null;

    private static bool IsPlain(string type) =>
        type.Split('/') is [{ Length: > 0 }, { Length: > 0 }]
        && type.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '/' or '-' or '.' or '+')
        && !NoFiles.Any(none => type.StartsWith(none, StringComparison.Ordinal));
}
