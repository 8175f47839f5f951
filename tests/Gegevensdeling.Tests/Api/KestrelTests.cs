using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Parties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Gegevensdeling.Tests.Api;

/// <summary>The same face on a real server on loopback: what a test context cannot show.</summary>
public sealed class KestrelTests : IAsyncLifetime
{
    private readonly Face face = new();
    private readonly SampleRoutes routes = new();
    private WebApplication app = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        app = builder.Build();
        routes.Table.MapTo(app, face.Dispatcher);
        await app.StartAsync();
        client = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
        face.Dispose();
    }

    [Fact]
    public async Task A_post_runs_through_the_mapped_table()
    {
        using var answer = await PostAsync("/voorbeelden", Face.Team, Role.TeamMember, Json("""{"persoon":{"voornaam":"An","naam":"Voorbeeld"},"dag":"2026-03-02"}"""));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"verwijzing":"een-1"}""", await answer.Content.ReadAsStringAsync(Stop));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("HEAD", "/voorbeelden", 405, "POST")]
    [InlineData("OPTIONS", "/gezondheid", 405, "GET")]
    [InlineData("PUT", "/voorbeelden/een", 405, "GET")]
    [InlineData("GET", "/nergens.txt", 404, "")]
    [InlineData("GET", "/", 404, "")]
    public async Task What_does_not_exist_is_answered_by_the_face_and_not_by_the_server(string verb, string path, int status, string allow)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path);
        using var answer = await client.SendAsync(request, Stop);
        Assert.Equal((status, "application/problem+json", allow), ((int)answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, string.Join(", ", answer.Content.Headers.Allow)));
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_cut_off()
    {
        using var content = new StreamContent(new Endless(1_000_000));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var answer = await PostAsync("/voorbeelden", Face.Team, Role.TeamMember, content);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task An_archive_is_streamed_under_a_name_that_says_nothing()
    {
        routes.On = (_, _) => SampleRoutes.Answer(new ApiAnswer.Content("application/x-7z-compressed", "een.7z", async (stream, stop) => await stream.WriteAsync(new byte[300_000], stop)));
        using var answer = await PostAsync("/voorbeelden/een/openen", Face.Ocmw, Role.SocialWorker, null);
        Assert.Equal(300_000, (await answer.Content.ReadAsByteArrayAsync(Stop)).Length);
        Assert.Equal(("application/x-7z-compressed", "een.7z"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileName!.Trim('"')));
    }

    [Fact]
    public async Task Half_an_archive_never_looks_like_a_whole_one()
    {
        routes.On = (_, _) => SampleRoutes.Answer(new ApiAnswer.Content("application/x-7z-compressed", "een.7z", async (stream, stop) =>
        {
            await stream.WriteAsync(new byte[300_000], stop);
            await stream.FlushAsync(stop);
            throw new IOException("Peeters");
        }));
        await Assert.ThrowsAnyAsync<HttpRequestException>(async () =>
        {
            using var answer = await PostAsync("/voorbeelden/een/openen", Face.Ocmw, Role.SocialWorker, null);
            await answer.Content.ReadAsByteArrayAsync(Stop);
        });
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private async Task<HttpResponseMessage> PostAsync(string path, Gegevensdeling.Exchanges.PartyId party, Role role, HttpContent? content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", face.Token(party, role));
        request.Headers.Add("Idempotency-Key", "sleutel-1");
        request.Headers.Add("Doel", "hulpvraag");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    /// <summary>Zeros without a known length, so that the client sends them in chunks.</summary>
    private sealed class Endless(int length) : MemoryStream(new byte[length])
    {
        public override bool CanSeek => false;
    }
}
