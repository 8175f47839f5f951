using System.Globalization;

namespace Gegevensdeling.Exchanges.Files;

/// <summary>Counts as Dutch sentences write them: thousands apart, and the word that goes with one or more.</summary>
internal static class DutchCount
{
    private static readonly NumberFormatInfo Apart = new() { NumberGroupSeparator = "\u00A0", NumberGroupSizes = [3] };

    public static string Say(long count) => count.ToString("N0", Apart);

    public static string Say(long count, string one, string many) => $"{Say(count)} {(count == 1 ? one : many)}";
}
