using System.Collections.Frozen;

namespace Gegevensdeling.Api.Problems;

/// <summary>
/// The one place that gives a refusal its HTTP status. A code belongs to the longest family that it begins with, at a hyphen; what a
/// protocol refuses is 422 unless the table says otherwise: the request was understood and is not admitted.
/// </summary>
public static class RefusalStatus
{
    private const int NotAdmitted = 422;

    private static readonly FrozenDictionary<string, int> Families = new Dictionary<string, int>
    {
        // The request itself.
        ["json-ongeldig"] = 400,
        ["velden-ongeldig"] = 400,
        ["inhoud-ontbreekt"] = 400,
        ["inhoud-niet-verwacht"] = 400,
        ["bestand-ontbreekt"] = 400,
        ["bestand-onvolledig"] = 400,
        ["onbekende-parameter"] = 400,
        ["vraag-ongeldig"] = 400,
        ["herhaalsleutel"] = 400,
        ["doel-ontbreekt"] = 400,
        ["doel-ongeldig"] = 400,
        ["maand-onjuist"] = 400,
        ["vorm-onbekend"] = 400,
        ["inhoud-te-groot"] = 413,
        ["mediatype"] = 415,
        ["methode"] = 405,

        // Who asks.
        ["niet-aangemeld"] = 401,
        ["niet-bevoegd"] = 403,
        ["onbekende-organisatie"] = 403,
        ["niet-gevonden"] = 404,
        ["auditkop-onbekend"] = 404,
        ["auditkop-verborgen"] = 403,

        // Not in this state, or not again.
        ["toestand"] = 409,
        ["nog-bezig"] = 409,
        ["al"] = 409,
        ["bestand-beschadigd"] = 409,
        ["andere-inhoud"] = 422,
        ["te-vaak-gevraagd"] = 429,

        // The system.
        ["onverwacht"] = 500,
        ["tijdelijk-niet-beschikbaar"] = 503,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<int, string> Titles = new Dictionary<int, string>
    {
        [400] = "Ongeldige vraag",
        [401] = "Niet aangemeld",
        [403] = "Niet bevoegd",
        [404] = "Niet gevonden",
        [405] = "Methode niet toegelaten",
        [409] = "Kan nu niet",
        [413] = "Te groot",
        [415] = "Mediatype niet ondersteund",
        [422] = "Geweigerd",
        [429] = "Te vaak gevraagd",
        [500] = "Onverwachte fout",
        [503] = "Tijdelijk niet beschikbaar",
    }.ToFrozenDictionary();

    /// <summary>The status of a refusal code, for example 409 for <c>toestand-gewist</c> and for <c>al-getoond</c>.</summary>
    public static int Of(string code)
    {
        for (var family = code; family.Length > 0; family = family[..Math.Max(0, family.LastIndexOf('-'))])
        {
            if (Families.TryGetValue(family, out var status))
                return status;
        }

        return NotAdmitted;
    }

    public static string Title(int status) => Titles[status];
}
