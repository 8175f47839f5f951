namespace Gegevensdeling.Local.Tests.Host;

/// <summary>An invented person who is referred. No name, address or number is anybody's.</summary>
internal sealed record Client(string FirstName, string Name, string Street, string Number, string Mail, string Phone, string PhoneE164)
{
    public static Client Any { get; } = new("Amélie", "Vandenproef-Ångström", "Proefdreefstraat", "12", "amelie.vandenproef@proefpost.example", "0470 00 00 17", "+32470000017");

    /// <summary>Another person for each number: nobody of them is possibly the same client as another.</summary>
    public static Client Of(int number) => new(
        $"Zoë{Letters(number)}", $"Çelikproef{Letters(number)}", $"Canariestraat{Letters(number)}", "7", $"zoe.celikproef.{Letters(number).ToLowerInvariant()}@kanarie-proefpost.example",
        $"0470 11 {number / 100 % 100:00} {number % 100:00}", $"+3247011{number / 100 % 100:00}{number % 100:00}");

    /// <summary>Everything by which somebody could know who it is.</summary>
    public IReadOnlyList<string> Words => [FirstName, Name, Street, Mail, Phone, PhoneE164, Phone.Replace(" ", "", StringComparison.Ordinal)];

    private static string Letters(int number) => string.Concat(number.ToString("000", System.Globalization.CultureInfo.InvariantCulture).Select(digit => (char)('K' + digit - '0')));
}
