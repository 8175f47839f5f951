using Gegevensdeling.Api.Dispatch;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Gegevensdeling.Api.Routes;

/// <summary>Puts the whole table behind one endpoint of a minimal host; matching is the table's own.</summary>
public static class RouteMapping
{
    /// <summary>Every path and every verb, also those that do not exist: they too are answered with problem details.</summary>
    public static IEndpointConventionBuilder MapTo(this RouteTable table, IEndpointRouteBuilder endpoints, Dispatcher dispatcher) =>
        endpoints.MapFallback("{**path}", async http => await (await dispatcher.HandleAsync(table, http)).ExecuteAsync(http));
}
