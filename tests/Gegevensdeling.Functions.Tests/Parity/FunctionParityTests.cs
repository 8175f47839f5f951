using System.Text.Json.Nodes;
using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gegevensdeling.Functions.Tests.Parity;

/// <summary>The functions are those of the route table and of the catalogue, no more and no fewer. Each check is shown to fail on a planted violation.</summary>
public sealed class FunctionParityTests
{
    [Fact]
    public void Every_route_has_one_HTTP_function_with_its_verb_and_its_effective_path() => Assert.Empty(WrongRoutes(Found.OfTheHost, Table().Routes));

    [Fact]
    public void A_missing_function_a_wrong_verb_a_wrong_path_and_a_superfluous_function_are_seen()
    {
        var routes = new RouteTable(Route("een", "/een"), Route("twee", "/twee"), Route("drie", "/drie"), Route("vier", "/vier")).Routes;
        Assert.Equal(["drie: /drei instead of /drie", "een: no function", "twee: post instead of get", "vijf: no route"], WrongRoutes(Found.In([typeof(Planted)]), routes).Order());
    }

    [Fact]
    public void Every_orchestration_and_every_activity_of_the_catalogue_has_one_function()
    {
        var catalog = LawCatalog.Create();
        Assert.Empty(Difference<OrchestrationTriggerAttribute>(Found.OfTheHost, catalog.Orchestrations.Select(token => token.Name).Distinct()));
        Assert.Empty(Difference<ActivityTriggerAttribute>(Found.OfTheHost, catalog.Activities.Select(token => token.Name)));
    }

    [Fact]
    public void A_missing_and_a_superfluous_activity_are_seen() =>
        Assert.Equal(["Ander: no function", "Stap: not in the catalogue"], Difference<ActivityTriggerAttribute>(Found.In([typeof(Planted)]), ["Ander"]));

    [Fact]
    public void The_timers_are_the_sweep_the_history_and_the_audit_heads() =>
        Assert.Equal(["auditkop", "historiek-opschonen", "opruimronde"], Found.OfTheHost.Where(found => found.Trigger is TimerTriggerAttribute).Select(found => found.Name).Order());

    [Fact]
    public void No_two_functions_have_the_same_name_whatever_its_case() =>
        Assert.Equal(Found.OfTheHost.Count, Found.OfTheHost.Select(found => found.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    private static IEnumerable<string> WrongRoutes(IReadOnlyList<Found> functions, IReadOnlyList<Route> routes)
    {
        var found = functions.Where(function => function.Trigger is HttpTriggerAttribute).ToLookup(function => function.Name, function => (HttpTriggerAttribute)function.Trigger);
        foreach (var route in routes)
        {
            if (found[route.Name].SingleOrDefault() is not { } trigger)
                yield return $"{route.Name}: no function";
            else if (!string.Equals(string.Join(' ', trigger.Methods!), route.Verb.ToString(), StringComparison.OrdinalIgnoreCase))
                yield return $"{route.Name}: {string.Join(' ', trigger.Methods!)} instead of {route.Verb.ToString().ToLowerInvariant()}";
            else if ($"/{Prefix()}{trigger.Route}" != route.Path.Text)
                yield return $"{route.Name}: /{trigger.Route} instead of {route.Path}";
            else if (trigger.AuthLevel != AuthorizationLevel.Anonymous)
                yield return $"{route.Name}: asks a key of the platform";
        }

        foreach (var name in found.Select(group => group.Key).Except(routes.Select(route => route.Name)))
            yield return $"{name}: no route";
    }

    /// <summary>What the host puts before every route.</summary>
    private static string Prefix() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")))!["extensions"]!["http"]!["routePrefix"]!.GetValue<string>() is { Length: > 0 } prefix ? prefix + "/" : "";

    private static IEnumerable<string> Difference<TTrigger>(IReadOnlyList<Found> functions, IEnumerable<string> catalogue)
    {
        var names = functions.Where(function => function.Trigger is TTrigger).Select(function => function.Name).ToList();
        return [.. catalogue.Except(names).Select(name => $"{name}: no function"), .. names.Except(catalogue).Select(name => $"{name}: not in the catalogue")];
    }

    /// <summary>The table needs the law, and the law its ports; nothing is asked of them.</summary>
    internal static RouteTable Table() =>
        LawRoutes.Create(
            new Law(new Ports(null!, null!, null!, null!, null!, null!, null!, null!, null!, null!), ProtocolFolder.Load(Path.Combine(AppContext.BaseDirectory, "protocols")), TimeProvider.System),
            new DurableOrchestrationClient(() => throw new InvalidOperationException(), NullLogger<DurableOrchestrationClient>.Instance));

    private static Route Route(string name, string path) => Api.Routes.Route.Get(name, path, Access.Anonymous, (_, _) => throw new InvalidOperationException());

#pragma warning disable CA1812 // found by its attributes
    private sealed class Planted
#pragma warning restore CA1812
    {
        [Function("twee")]
        public IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "twee")] HttpRequest request) => throw new InvalidOperationException();

        [Function("drie")]
        public IResult Three([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "drei")] HttpRequest request) => throw new InvalidOperationException();

        [Function("vier")]
        public IResult Four([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "vier")] HttpRequest request) => throw new InvalidOperationException();

        [Function("vijf")]
        public IResult Five([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "vijf")] HttpRequest request) => throw new InvalidOperationException();

        [Function("Stap")]
        public string Step([ActivityTrigger] string input) => input;
    }
}
