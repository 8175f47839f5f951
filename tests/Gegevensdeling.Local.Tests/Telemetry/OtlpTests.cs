using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Gegevensdeling.Local.Tests.Telemetry;

/// <summary>The host as a process of its own sends to a receiver of OTLP over HTTP (POST /v1/traces and /v1/metrics, protobuf).</summary>
public sealed class OtlpTests
{
    [Fact]
    public async Task With_an_endpoint_metrics_and_spans_of_the_host_arrive_there()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var receiver = builder.Build();
        using var arrived = new SemaphoreSlim(0);
        receiver.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.AddOrUpdate($"{signal} {request.ContentType}", _ => Text(body), (_, before) => before + Text(body));
            arrived.Release();
        });
        await receiver.StartAsync(Rig.Cancelled);

        using var data = new TemporaryFolder();
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Gegevensdeling.Local"), ["serve", "--data", data.Path, "--protocollen", Rig.CommittedProtocols(), "--url", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver.Urls.First(), ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "200", ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            },
        };
        using var host = Process.Start(start)!;
        try
        {
            // 'Gegevensdeling luistert op http://127.0.0.1:12345. De gegevens ...'
            var address = (await host.StandardOutput.ReadLineAsync(Rig.Cancelled))!.Split(' ')[3].TrimEnd('.');
            using var http = new HttpClient { BaseAddress = new(address) };
            Assert.Equal("ok\n", await http.GetStringAsync(new Uri("/gezondheid", UriKind.Relative), Rig.Cancelled));
            string[] expected = ["gegevensdeling.request.duration", "gegevensdeling.sweep.runs", "gegevensdeling.erasure.open", "gegevensdeling.overdue"];
            while (!(expected.All(name => Of(received, "metrics").Contains(name, StringComparison.Ordinal)) && Of(received, "traces").Contains("gezondheid", StringComparison.Ordinal)))
                Assert.True(await arrived.WaitAsync(TimeSpan.FromSeconds(30), Rig.Cancelled), string.Join('\n', received));
            Assert.Contains("gegevensdeling", Of(received, "traces"), StringComparison.Ordinal);
        }
        finally
        {
            host.Kill(entireProcessTree: true);
            await host.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static string Of(ConcurrentDictionary<string, string> received, string signal) => received.GetValueOrDefault($"{signal} application/x-protobuf", string.Empty);

    /// <summary>Names stand in protobuf as they are.</summary>
    private static string Text(MemoryStream body) => Encoding.Latin1.GetString(body.ToArray());

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = TestFolder.Create("otlp-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
