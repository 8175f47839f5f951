using System.Net.Http.Headers;
using System.Net.Http.Json;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Local.Tests.Api;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>One month with its list and its delivery, for tests that walk the routes on them.</summary>
/// <param name="Delivery">Erased: it was compared.</param>
internal sealed record DebtorCase(Rig Rig, Maldegem Maldegem, string Month, string List, string Delivery)
{
    private static readonly string[] Paths = ["/debiteuren", "/clientenleveringen", "/clientennummers", "/markeringen", "/schuldgegevens"];

    /// <summary>A debtor who is a client, and stands in every body that <see cref="Samples"/> has for this exchange.</summary>
    public static Person Listed { get; } = Person.Of(1);

    private static Person Other { get; } = Person.Of(2);

    public static bool IsOf(Route route) => Paths.Any(path => route.Path.Text.StartsWith(path, StringComparison.Ordinal));

    /// <summary>A month of which the marks are released and confirmed; phase 3 is to come.</summary>
    public static async Task<DebtorCase> StartAsync(Rig rig)
    {
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync([Listed, Other, Person.Of(3)], [Listed, Other]);
        await maldegem.RowsAsync();
        var delivery = (await maldegem.MonthAsync()).GetProperty("levering").GetString()!;
        return new(rig, maldegem, maldegem.Month.Value, maldegem.List.Value, delivery);
    }

    /// <param name="reference">Another than the month, list or copy that the route is about.</param>
    public async Task<Answer> AskAsync(Route route, Caller? who, string? reference = null)
    {
        var path = route.Path.Text.Replace("{verwijzing}", reference ?? Reference(route), StringComparison.Ordinal) + Query(route);
        if (route.Verb == Verb.Get)
            return await Rig.GetAsync(who, path);
        var stands = Maldegem.Protocol.Purposes.Any(purpose => who is not null && purpose.Parties.Contains(who.Party));
        return await Rig.SendAsync(who, HttpMethod.Post, path, Body(route), Maldegem.PurposeOf(stands ? who! : Maldegem.Worker));
    }

    private string Reference(Route route) => route.Path.Text.Split('/')[1] switch { "debiteurenmaanden" => Month, "debiteurenlijsten" => List, _ => Delivery };

    private string Query(Route route) => (route.Query.Contains("protocol"), route.Query.Contains("maand")) switch
    {
        (true, true) => $"?protocol={Maldegem.Protocol.Id}&maand={Maldegem.MonthNow}",
        (true, false) => $"?protocol={Maldegem.Protocol.Id}",
        _ => string.Empty,
    };

    private static HttpContent? Body(Route route) =>
        route.File is not null ? new ByteArrayContent(File(route.Name)) { Headers = { ContentType = new MediaTypeHeaderValue(Maldegem.Workbook) } }
        : Samples.BodyOf(route.Name) is { } body ? JsonContent.Create(body) : null;

    private static byte[] File(string route) => route switch
    {
        "debiteuren-leveren" => Sheets.Debtors(Listed, Other),
        "clienten-leveren" => Sheets.Clients(Listed),
        "clienten-markeren" => Sheets.Marks((Listed, "cliënt OCMW")),
        "schuldgegevens-leveren" => Sheets.Details((Listed, "0012345", "100,00")),
        _ => throw new InvalidOperationException($"No sample for {route}"),
    };
}
