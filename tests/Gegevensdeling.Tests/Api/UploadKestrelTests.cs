using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
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

/// <summary>What the process has in use is measured: no other test may run beside it.</summary>
[CollectionDefinition(nameof(UploadKestrelTests), DisableParallelization = true)]
public sealed class UploadKestrelCollection;

/// <summary>Files through a real server with its own default limit of 30 MB, which a route raises for itself.</summary>
[Collection(nameof(UploadKestrelTests))]
public sealed class UploadKestrelTests : IAsyncLifetime
{
    private const long Most = FileBody.LargestBytes;
    private const long Megabyte = 1024 * 1024;

    private readonly Face face = new();
    private readonly UploadRoutes routes = new(Most);
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

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_hundred_megabytes_stream_through_a_few_buffers_and_no_file(bool announced)
    {
        var (count, grown, spilled) = (0L, 0L, new List<string>());
        routes.On = async (_, file) =>
        {
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var known = Temporary().ToHashSet(StringComparer.Ordinal);
            var buffer = new byte[64 * 1024];
            for (int read, last = 0; (read = await file!.Content.ReadAsync(buffer)) > 0;)
            {
                count += read;
                if (count / (10 * Megabyte) == last)
                    continue;
                last++;
                grown = Math.Max(grown, GC.GetTotalMemory(forceFullCollection: true) - before);
                spilled.AddRange(Temporary().Where(path => !known.Contains(path) && HoldsTheFile(path)));
            }

            return ApiAnswer.Made(new SampleAnswer("klaar"), "/bestanden/x");
        };
        using var answer = await PostAsync(Most, announced);
        Assert.Equal((HttpStatusCode.Created, Most), (answer.StatusCode, count));
        Assert.InRange(grown, long.MinValue, 30 * Megabyte);
        Assert.Empty(spilled);
    }

    [Fact]
    public async Task One_byte_more_is_too_much()
    {
        routes.On = async (_, file) =>
        {
            await file!.Content.CopyToAsync(Stream.Null);
            return ApiAnswer.Done();
        };
        using var answer = await PostAsync(Most + 1, announced: false);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Het bestand is te groot: hoogstens 200 MB.", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Content-Length: 100\r\n\r\nhalf", false)]
    [InlineData("Content-Length: 100\r\n\r\nhalf", true)]
    [InlineData("Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n", false)]
    public async Task A_client_that_leaves_half_way_leaves_nothing(string sent, bool reset)
    {
        var (inside, ended) = (new TaskCompletionSource(), new TaskCompletionSource<Exception?>());
        routes.On = async (request, file) =>
        {
            inside.SetResult();
            try
            {
                return await routes.ReadAsync(request, file);
            }
            catch (UploadRefusedException refused)
            {
                ended.SetResult(refused);
                throw;
            }
        };
        using var socket = new TcpClient { LingerState = reset ? new LingerOption(enable: true, 0) : new LingerOption(enable: false, 0) };
        await socket.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port, Stop);
        await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /bestanden HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token}\r\nIdempotency-Key: sleutel-1\r\nContent-Type: text/csv\r\n{sent}"), Stop);
        await inside.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop);
        socket.Close();
        Assert.Equal("bestand-onvolledig", Assert.IsType<UploadRefusedException>(await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), Stop)).Refusal.Code);
        Assert.Empty(routes.Facts);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Token => face.Token(Face.Team, Role.TeamMember);

    private static IEnumerable<string> Temporary() => Directory.EnumerateFiles(Path.GetTempPath());

    private static bool HoldsTheFile(string path)
    {
        try
        {
            if (new FileInfo(path).Length < Megabyte)
                return false; // also the pipes of other processes, which would keep whoever opens them waiting
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var head = new byte[Canary.Mark.Length];
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual(Canary.Mark);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false; // another test's
        }
    }

    private async Task<HttpResponseMessage> PostAsync(long length, bool announced)
    {
        using var content = new Canary(length, announced);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bestanden") { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.Add("Idempotency-Key", "sleutel-1");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    /// <summary>A mark and then zeros, written as they are sent.</summary>
    private sealed class Canary(long length, bool announced) : HttpContent
    {
        public static readonly byte[] Mark = Encoding.ASCII.GetBytes("KANARIE-VAN-HET-BESTAND");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Mark);
            var zeros = new byte[64 * 1024];
            for (long left = length - Mark.Length, size; left > 0; left -= size)
                await stream.WriteAsync(zeros.AsMemory(0, (int)(size = Math.Min(left, zeros.Length))));
        }

        protected override bool TryComputeLength(out long size)
        {
            size = length;
            return announced;
        }
    }
}
