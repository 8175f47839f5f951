using System.Net.Http.Headers;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Groeipakket;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>The routes of the Groeipakket request, and a file that each of them takes.</summary>
internal static class Uploads
{
    private static readonly string[] Paths = ["/groeipakketvragen", "/groeipakketantwoorden", "/kadasteruittreksels"];

    private static readonly string[] Dossiers = ["/antwoordverbeteringen", "/bestandsbezwaren"];

    /// <summary>Of a dossier about an answer, or about a file.</summary>
    public static bool IsOfDossier(Route route) => Dossiers.Any(path => route.Path.Text.StartsWith(path, StringComparison.Ordinal));

    public static bool IsGroeipakket(Route route) => IsOfDossier(route) || Paths.Any(path => route.Path.Text.StartsWith(path, StringComparison.Ordinal));

    public static bool IsOfAnswer(Route route) => route.Path.Text.StartsWith(Paths[1], StringComparison.Ordinal);

    /// <summary>What stands behind the path where a route has no reference in it.</summary>
    public static string Query(Route route, ProtocolId protocol) => route.Name switch
    {
        "groeipakket-aanvragen" => $"?protocol={protocol}",
        "kadasteruittreksel-opladen" => $"?protocol={protocol}&peildatum=2026-03-02",
        _ => string.Empty,
    };

    /// <summary>A file of the first type that the route takes, or its JSON.</summary>
    public static async Task<HttpContent?> BodyAsync(Route route) =>
        route.File is { } file
            ? new ByteArrayContent(await FileAsync(file.MediaTypes[0])) { Headers = { ContentType = new MediaTypeHeaderValue(file.MediaTypes[0]) } }
            : Samples.BodyOf(route.Name) is { } body ? System.Net.Http.Json.JsonContent.Create(body) : null;

    private static async Task<byte[]> FileAsync(string type) => type switch
    {
        Turnhout.SevenZip => await Children.SealedAsync(Children.Column(Children.Child(1)), "Sleutel van een ander"),
        Turnhout.Workbook => Children.Column(Children.Child(1)),
        "text/csv" => Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")),
        _ => throw new InvalidOperationException($"No sample of {type}"),
    };
}
