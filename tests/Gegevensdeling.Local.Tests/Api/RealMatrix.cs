using System.Text;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>The table of who may do what, as a data protection officer reads it: every route, every role, every side.</summary>
internal static class RealMatrix
{
    private static readonly (string Word, Sides Sides)[] Columns = [("geen partij", Sides.None), ("verzender", Sides.Sender), ("ontvanger", Sides.Receiver), ("beide", Sides.Sender | Sides.Receiver), ("verwerker", Sides.Processor)];

    public static string Render(RouteTable table)
    {
        var text = new StringBuilder("""
            Wie mag wat
            ===========
            Per adres: wat het doet, het artikel dat zegt wie mag, en per functie of het mag voor wie bij de verzender of de ontvanger werkt, of bij de beheerder als verwerker.
            'mag'  toegelaten, als de toestand van de uitwisseling het toelaat;  '-'  geweigerd;  'onbekend'  alsof ze niet bestaat.
            Van een groeipakketvraag is de aanvrager (stad of OCMW) de verzender en Opgroeien regie de ontvanger; van een groeipakketantwoord is Opgroeien regie de
            verzender en alleen het OCMW de ontvanger: de stad is daarin geen partij (Turnhout, art. 4).
            'inhoud': toont of verplaatst persoonsgegevens of een sleutel; vraagt altijd een doel. Zonder aanmelding mag alleen wat openbaar is.


            """);
        foreach (var route in table.Routes)
            Append(text, route);
        return text.ToString();
    }

    /// <summary>What the table says of one cell.</summary>
    public static string Cell(ProtocolAction action, IReadOnlySet<Role> roles, Sides sides) =>
        Authority.DecideAnywhere(roles, action) is Verdict.Refused ? "-"
        : sides == Sides.None ? "onbekend"
        : Authority.Decide(roles, sides, action) is Verdict.Allowed ? "mag" : "-";

    private static void Append(StringBuilder text, Route route)
    {
        text.Append(route.Verb == Verb.Get ? "GET " : "POST ").Append(route.Path).Append('\n').Append("    ").Append(route.Summary).Append('\n');
        if (route.Access is not Access.Granted { Action: var action })
        {
            text.Append("    openbaar\n\n");
            return;
        }

        text.Append("    ").Append(action.Name).Append(", ").Append(action.Article).Append(action.Content ? ", inhoud" : string.Empty).Append('\n');
        text.Append("    ").Append("functie".PadRight(24)).Append(string.Join(' ', Columns.Select(column => column.Word.PadRight(12))).TrimEnd()).Append('\n');
        foreach (var role in RoleWords.All)
        {
            var cells = Columns.Select(column => Cell(action, new HashSet<Role> { role }, column.Sides).PadRight(12));
            text.Append("    ").Append(role.Word().PadRight(24)).Append(string.Join(' ', cells).TrimEnd()).Append('\n');
        }

        text.Append('\n');
    }
}
