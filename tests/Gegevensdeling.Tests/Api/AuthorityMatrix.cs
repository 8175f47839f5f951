using System.Text;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Tests.Api;

/// <summary>
/// Walks every route with every role on every side, through the real dispatcher, and writes what happened as a table that a lawyer can
/// read. Only the handler and the look-up of the side are replaced; the route's own look-up is tested with its exchange.
/// </summary>
internal static class AuthorityMatrix
{
    private static readonly Sides[] Columns = [Sides.None, Sides.Sender, Sides.Receiver];

    public static async Task<string> RenderAsync(RouteTable table)
    {
        using var face = new Face();
        var text = new StringBuilder();
        foreach (var route in table.Routes)
        {
            text.Append(Heading(route)).Append('\n');
            text.Append("    ").Append("zonder aanmelding".PadRight(24)).Append(await AskAsync(face, route, null, Sides.None)).Append('\n');
            if (route.Access is Access.Open)
                continue;
            text.Append("    ").Append("rol".PadRight(24)).Append("geen partij  verzender    ontvanger").Append('\n');
            await AppendRowAsync(text, face, route, "(zonder rol)", []);
            foreach (var role in RoleWords.All)
                await AppendRowAsync(text, face, route, role.Word(), [role]);
        }

        return text.ToString();
    }

    private static string Heading(Route route) =>
        $"{(route.Verb == Verb.Get ? "GET" : "POST")} {route.Path}"
        + (route.Access is Access.Granted { Action: var action } ? $"  [{action.Name}, {action.Article}{(action.Content ? ", inhoud" : string.Empty)}]" : "  [openbaar]");

    private static async Task AppendRowAsync(StringBuilder text, Face face, Route route, string word, IReadOnlyList<Role> roles)
    {
        var cells = new List<string>();
        foreach (var sides in Columns)
            cells.Add((await AskAsync(face, route, roles, sides)).PadRight(12));
        text.Append("    ").Append(word.PadRight(24)).Append(string.Join(' ', cells).TrimEnd()).Append('\n');
    }

    private static async Task<string> AskAsync(Face face, Route route, IReadOnlyList<Role>? roles, Sides sides)
    {
        var probe = route with
        {
            Access = route.Access is Access.Granted granted ? Access.To(granted.Action, (_, _) => Task.FromResult(Standing.At(sides))) : route.Access,
            Handler = (_, _) => Task.FromResult(ApiAnswer.Done()),
            Body = null,
        };
        var path = string.Join('/', route.Path.Text.Split('/').Select(segment => segment.StartsWith('{') ? "een" : segment));
        var token = roles is null ? null : face.Token(Face.Team, roles);
        var question = route.Verb == Verb.Get ? Question.Get(path, token) : Question.Post(path, token, key: $"matrix-{string.Join('-', roles ?? [])}-{sides:D}");
        return (await face.SendAsync(probe, question.With("Doel", "hulpvraag"))).Status switch
        {
            204 => "mag",
            401 => "aanmelden",
            403 => "-",
            404 => "onbekend",
            var other => $"!{other}",
        };
    }
}
