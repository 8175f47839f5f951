using System.Text;
using Gegevensdeling.Api.Bodies;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Api.Routes.Publishing;

/// <summary>Answers with pages and registers; what stands in them is the law's.</summary>
public sealed class PublishingHandlers(PublishedProtocols protocols)
{
    private const Sides Every = Sides.Sender | Sides.Receiver;

    private static readonly Refusal NoSuchProtocol = new("niet-gevonden", "decreet 18 juli 2008 art. 8 §1", "Er is geen protocol met deze naam. Alle protocollen staan op /protocollen.");

    public async Task<ApiAnswer> ListPageAsync(ApiRequest request, CancellationToken cancellation) => Page((await ListedAsync(request, cancellation)).Write());

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation) =>
        new ApiAnswer.Published("application/json", ApiJson.Write(await ListedAsync(request, cancellation)));

    public async Task<ApiAnswer> ProtocolAsync(ApiRequest request, CancellationToken cancellation) =>
        await protocols.PageAsync(Named(request), request.At, PageLinks.Routes, cancellation) is { } page ? Page(page) : ApiAnswer.Refuse(NoSuchProtocol);

    public Task<ApiAnswer> LeafletAsync(ApiRequest request, CancellationToken cancellation) => Handout(request, pages => pages.Leaflet());

    public Task<ApiAnswer> InformationAsync(ApiRequest request, CancellationToken cancellation) => Handout(request, pages => pages.Information());

    public async Task<ApiAnswer> ProcessingAsync(ApiRequest request, CancellationToken cancellation)
    {
        var register = ProcessingRegister.Of(request.Caller.Party, await protocols.AllAsync(request.At, cancellation), LegalCalendar.DateOf(request.At));
        return Register(request, register, register.Csv, "register-verwerkingen.csv");
    }

    /// <summary>A party's own part; the operator is no party and sees the whole.</summary>
    public async Task<ApiAnswer> ProcessorAsync(ApiRequest request, CancellationToken cancellation)
    {
        PartyId? only = protocols.HasParty(request.Caller.Party) ? request.Caller.Party : null;
        var register = ProcessorRegister.Of(await protocols.AllAsync(request.At, cancellation), LegalCalendar.DateOf(request.At), only);
        return Register(request, register, register.Csv, "register-verwerker.csv");
    }

    /// <summary>A register has no exchange and no side: a body takes part in some protocol, or it does not.</summary>
    public Task<Standing> AsPartyAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(protocols.HasParty(request.Caller.Party) ? Standing.At(Every) : Standing.Unknown);

    /// <summary>The operator is processor of every party (W21).</summary>
    public Task<Standing> AsPartyOrOperatorAsync(ApiRequest request, CancellationToken cancellation) =>
        request.Caller.Roles.Contains(Role.Operator) ? Task.FromResult(Standing.At(Every)) : AsPartyAsync(request, cancellation);

    private static ApiAnswer Register(ApiRequest request, object register, Func<string> csv, string fileName) => request.Query(PublishingRoutes.Form) switch
    {
        null or "json" => ApiAnswer.Ok(register),
        "csv" => new ApiAnswer.Content("text/csv; charset=utf-8", fileName, async (body, stop) => await body.WriteAsync(Encoding.UTF8.GetBytes(csv()), stop)),
        _ => ApiAnswer.Refuse(FaceRefusals.UnknownParameter),
    };

    private static ApiAnswer.Published Page(string html) => new(PublicPage.MediaType, html, PublicPage.StyleHash);

    private static ProtocolId Named(ApiRequest request) => new(request.Value("protocol"));

    private async Task<ProtocolList> ListedAsync(ApiRequest request, CancellationToken cancellation) =>
        ProtocolList.Of(await protocols.AllAsync(request.At, cancellation), LegalCalendar.DateOf(request.At), PageLinks.Routes);

    private Task<ApiAnswer> Handout(ApiRequest request, Func<HandoutPages, string> write) =>
        Task.FromResult(protocols.Find(Named(request)) is { } protocol
            ? Page(write(new(protocol, LegalCalendar.DateOf(request.At), PageLinks.Routes)))
            : ApiAnswer.Refuse(NoSuchProtocol));
}
