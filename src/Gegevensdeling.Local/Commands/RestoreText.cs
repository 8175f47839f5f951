using Gegevensdeling.Retention;

namespace Gegevensdeling.Local.Commands;

/// <summary>What <c>herstel</c> says: references, places and counts.</summary>
internal static class RestoreText
{
    private const string Untouched = "Er is niets gewijzigd.";

    public static string Of(RestoreReport report) => string.Join('\n',
    [
        .. Part(report.Lost, "Verloren: staat open in het register, maar sleutel en bestand zijn er niet meer. De inhoud kan niet terugkomen. Sluit af, of verwijs of lever opnieuw:"),
        .. Part(report.Due, "Over de termijn: de eerstvolgende opruimronde wist dit:"),
        .. Part(report.Orphans, "Niet in het register, of daar al gewist. Wat het register niet kent, gaat in quarantaine en wordt na zeven dagen gewist: zoek binnen die tijd uit wat het was. Wat al gewist was, verdwijnt bij de eerstvolgende opruimronde:"),
        report.Unheard == 1 ? "1 feit wordt opnieuw gemeld aan de verwerking." : $"{report.Unheard} feiten worden opnieuw gemeld aan de verwerking.",
        Untouched,
    ]);

    /// <summary>One exchange: every place, also where nothing is, and what was looked for.</summary>
    public static string Of(DryRun one) => string.Join('\n',
    [
        $"{one.Exchange}: {StandingOf(one.Standing)}. Wissen zou nu vinden:",
        .. one.Places.Select(place => $"  {place.Place}: {place.Found} ({place.SoughtFor})"),
        Untouched,
    ]);

    private static IEnumerable<string> Part(IReadOnlyList<DryRun> exchanges, string heading) =>
        exchanges.Count == 0 ? [] : [heading, .. exchanges.Select(exchange => $"  {exchange.Exchange}: {PlacesOf(exchange)}")];

    private static string PlacesOf(DryRun one) =>
        one.Found == 0 ? "nergens nog iets" : string.Join(", ", one.Places.Where(place => place.Found > 0).Select(place => $"{place.Place} {place.Found}"));

    private static string StandingOf(RegisterStanding standing) => standing switch
    {
        RegisterStanding.Unknown => "niet in het register",
        RegisterStanding.Live => "loopt in het register",
        RegisterStanding.Due => "over de termijn en nog niet gewist",
        RegisterStanding.Erased => "gewist volgens het register",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };
}
