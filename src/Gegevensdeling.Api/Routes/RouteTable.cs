using System.Diagnostics.CodeAnalysis;
using Gegevensdeling.Api.Bodies;

namespace Gegevensdeling.Api.Routes;

/// <summary>All routes, checked once at start.</summary>
public sealed class RouteTable
{
    /// <exception cref="ArgumentException">The table contradicts itself or a law of the HTTP face; the text says where.</exception>
    public RouteTable(params IEnumerable<Route> routes)
    {
        Routes = [.. routes];
        if (Routes.GroupBy(route => route.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any()) is { } twice)
            throw new ArgumentException($"name {twice.Key} stands twice in the route table");
        RefuseAmbiguous();
        foreach (var route in Routes)
            Check(route);
    }

    public IReadOnlyList<Route> Routes { get; }

    /// <summary>The route of this verb whose path matches.</summary>
    public bool TryFind(Verb verb, string path, [NotNullWhen(true)] out Route? route)
    {
        route = Routes.FirstOrDefault(candidate => candidate.Verb == verb && candidate.Path.Match(path) is not null);
        return route is not null;
    }

    /// <summary>The verbs that exist for this path; none when the path is unknown.</summary>
    public IReadOnlyList<Verb> Allowed(string path) =>
        [.. Routes.Where(route => route.Path.Match(path) is not null).Select(route => route.Verb).Distinct().Order()];

    private static void Check(Route route)
    {
        Refuse(route.Verb == Verb.Get && route.Body is not null, route, "a GET has no body");
        Refuse(route.Verb == Verb.Get && route.File is not null, route, "a GET has no file");
        Refuse(route.Body is not null && route.File is not null, route, "a body is a contract or a file");
        Refuse(route.File?.Wrong is not null, route, route.File?.Wrong ?? string.Empty);
        Refuse(route.Verb == Verb.Get && route.Reveals, route, "a GET never uses anything up: revealing is a POST");
        Refuse(route.Verb == Verb.Post && route.Access is Access.Open, route, "a POST has a caller");
        Refuse(route.Reveals && route.Access is Access.Granted { Action.Content: false }, route, "what reveals is an action on content and needs a purpose");
        Refuse(!PathTemplate.IsValue(route.Name), route, "the name is a plain word");
        if (route.Body is not null)
            ContractCheck.Inspect(route.Body);
    }

    private static void Refuse(bool wrong, Route route, string why)
    {
        if (wrong)
            throw new ArgumentException($"{route.Name}: {why}");
    }

    /// <summary>Two templates of one verb must never match the same path: the order of the table decides nothing.</summary>
    private void RefuseAmbiguous()
    {
        foreach (var (at, left) in Routes.Index())
        {
            if (Routes.Take(at).FirstOrDefault(right => right.Verb == left.Verb && right.Path.Overlaps(left.Path)) is { } other)
                throw new ArgumentException($"{left.Name} and {other.Name} match the same path");
        }
    }
}
