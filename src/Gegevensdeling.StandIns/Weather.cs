using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.StandIns;

/// <summary>What a service behind <see cref="WeatherProxy"/> does to a request.</summary>
public abstract record Weather
{
    private Weather()
    {
    }

    public static Weather Fair { get; } = new Calm();

    /// <summary>Nobody listens: connections are cut before TLS, so that no request was ever written.</summary>
    public static Weather Unreachable { get; } = new Cut();

    /// <summary>The answer comes too late.</summary>
    public static Weather Slow(TimeSpan by) => new Late(by);

    /// <summary>429 with <c>Retry-After</c>, as each of these services documents it.</summary>
    public static Weather Throttling { get; } = new Answered(429, 1);

    public static Weather Down { get; } = new Answered(503, null);

    /// <summary>403: a right that was taken away.</summary>
    public static Weather Refusing { get; } = new Answered(403, null);

    /// <summary>The request takes effect and the answer never arrives.</summary>
    public static Weather AcknowledgementLost { get; } = new Deaf();

    internal sealed record Calm : Weather;

    internal sealed record Cut : Weather;

    internal sealed record Late(TimeSpan By) : Weather;

    internal sealed record Answered(int Status, int? RetryAfter) : Weather;

    internal sealed record Deaf : Weather;
}

/// <summary>
/// Stands before a service on this machine and passes everything on, until it is told to behave as networks and clouds do on a bad day.
/// Bearer tokens are not bound to an address, so that nobody notices it is there.
/// </summary>
public sealed class WeatherProxy : IAsyncDisposable
{
    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase) { "Connection", "Transfer-Encoding", "Keep-Alive", "Content-Length" };

    private readonly ConcurrentDictionary<ConnectionContext, bool> connections = new();
    private readonly Uri upstream;
    private readonly HttpMessageInvoker client;
    private WebApplication? web;
    private volatile Func<string, string, Weather> weather = (_, _) => Weather.Fair;
    private int troubled;

#pragma warning disable CA2000 // the invoker ends its handler, and DisposeAsync ends the invoker
    private WeatherProxy(Uri upstream, LoopbackCertificate certificate) => (this.upstream, client) = (upstream, new(certificate.NewHandler()));
#pragma warning restore CA2000

    /// <summary>Where the service seems to be; the path is the service's own.</summary>
    public Uri Address => new(new(web!.Urls.First()), upstream.AbsolutePath);

    /// <summary>How many requests and connections met other than fair weather.</summary>
    public int Troubled => troubled;

    public static async Task<WeatherProxy> StartAsync(Uri upstream, LoopbackCertificate certificate, CancellationToken cancellation)
    {
        var proxy = new WeatherProxy(upstream, certificate);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen =>
            {
                listen.Use(next => connection => proxy.ConnectAsync(next, connection));
                listen.UseHttps(certificate.Certificate);
            });
        });
        proxy.web = builder.Build();
        proxy.web.Run(proxy.PassAsync);
        await proxy.web.StartAsync(cancellation);
        return proxy;
    }

    /// <summary>The same weather for every request.</summary>
    public void Turn(Weather to) => Turn((_, _) => to);

    /// <param name="to">By verb and by path with query.</param>
    public void Turn(Func<string, string, Weather> to)
    {
        weather = to;
        if (IsCut)
        {
            foreach (var connection in connections.Keys)
                connection.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (web is not null)
            await web.DisposeAsync();
        client.Dispose();
    }

    private bool IsCut => weather("CONNECT", "/") is Weather.Cut;

    private async Task ConnectAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        connections[connection] = true;
        try
        {
            if (IsCut)
            {
                Interlocked.Increment(ref troubled);
                connection.Abort();
                return;
            }

            await next(connection);
        }
        finally
        {
            connections.TryRemove(connection, out _);
        }
    }

    private async Task PassAsync(HttpContext http)
    {
        var now = weather(http.Request.Method, http.Request.Path + http.Request.QueryString);
        if (now is not Weather.Calm)
            Interlocked.Increment(ref troubled);
        switch (now)
        {
            case Weather.Cut:
                http.Abort();
                return;
            case Weather.Answered answered:
                http.Response.StatusCode = answered.Status;
                if (answered.RetryAfter is { } seconds)
                    http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return;
            case Weather.Late late:
                await Task.Delay(late.By, http.RequestAborted);
                break;
            default:
                break;
        }

        using var request = Copy(http.Request);
        using var response = await client.SendAsync(request, now is Weather.Deaf ? CancellationToken.None : http.RequestAborted);
        if (now is Weather.Deaf)
        {
            await response.Content.CopyToAsync(Stream.Null, CancellationToken.None);
            http.Abort();
            return;
        }

        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var header in response.Headers.Concat(response.Content.Headers).Where(header => !OwnHeaders.Contains(header.Key)))
            http.Response.Headers[header.Key] = header.Value.ToArray();
        if (response.Content.Headers.ContentLength is { } length)
            http.Response.ContentLength = length;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private HttpRequestMessage Copy(HttpRequest from)
    {
        var request = new HttpRequestMessage(new(from.Method), new Uri(new Uri(upstream.GetLeftPart(UriPartial.Authority)), from.Path.ToUriComponent() + from.QueryString.ToUriComponent()));
        if (from.ContentLength is > 0 || from.Headers.TransferEncoding.Count > 0)
            request.Content = new StreamContent(from.Body);
        else if (from.ContentLength is 0)
            request.Content = new ByteArrayContent([]);
        foreach (var header in from.Headers.Where(header => !OwnHeaders.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value))
                request.Content?.Headers.TryAddWithoutValidation(header.Key, (IEnumerable<string?>)header.Value);
        }

        if (request.Content is not null)
            request.Content.Headers.ContentLength = from.ContentLength;
        return request;
    }
}
