using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Benchmarks;

/// <summary>A referral of somebody who does not exist, as the team sends it.</summary>
internal static class MadeReferral
{
    /// <param name="telephone">How the person can be reached, and found again.</param>
    public static object Of(ProtocolId protocol, DateTimeOffset now, string telephone) => new
    {
        protocol = protocol.Value,
        toestemming = new
        {
            gegeven = true,
            op = LegalCalendar.DateOf(now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            vorm = "mondeling",
            geinformeerdOver = new[] { "welke-gegevens", "aan-wie", "waarvoor", "wat-ermee-gebeurt", "wat-te-verwachten" },
        },
        client = new
        {
            voornaam = "Proef",
            naam = "Meting",
            adres = new { straat = "Proefdreef", nummer = "1", postcode = "2800", gemeente = "Mechelen" },
            telefoonnummer = telephone,
        },
    };

    /// <summary>Each number another telephone.</summary>
    public static string Telephone(int number) => string.Create(CultureInfo.InvariantCulture, $"0470{number:000000}");
}
