using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.StandIns.Graph;

/// <summary>
/// The two operations of Microsoft Graph that are used here, in the shapes of learn.microsoft.com/graph/api. It delivers nothing to anybody and
/// remembers all of it, in memory.
/// </summary>
public sealed class GraphServer : IAsyncDisposable
{
    // learn.microsoft.com/graph/throttling-limits: no request may have more than 4 MB. Which megabyte is not said; this is the roomier.
    private const long MostBytes = 4 * 1024 * 1024;

    // The page of sendMail writes message and saveToSentItems, Microsoft's own client Message and SaveToSentItems.
    private static readonly JsonNodeOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    private readonly List<GraphMail> sent = [];
    private readonly List<GraphActivity> activities = [];
    private readonly Lock turn = new();
    private readonly TimeProvider clock;
    private readonly WebApplication web;
    private int requests;
    private int throttled;
    private int lost;

    private GraphServer(WebApplication web, TimeProvider clock) => (this.web, this.clock) = (web, clock);

    /// <summary>The base address, version included.</summary>
    public Uri Address => new(web.Urls.First() + "/v1.0");

    /// <summary>The application role was taken away: everything is 403.</summary>
    public bool Refuses { get; set; }

    /// <summary>What <c>Retry-After</c> says to who is throttled, in whole seconds.</summary>
    public TimeSpan ThrottledFor { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many requests came in, refused ones included.</summary>
    public int Requests => requests;

    /// <summary>Accepted messages, oldest first.</summary>
    public IReadOnlyList<GraphMail> Sent
    {
        get
        {
            lock (turn)
                return [.. sent];
        }
    }

    public IReadOnlyList<GraphActivity> Activities
    {
        get
        {
            lock (turn)
                return [.. activities];
        }
    }

    /// <param name="certificate">For TLS.</param>
    /// <param name="clock">Of the messages' times.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<GraphServer> StartAsync(LoopbackCertificate certificate, TimeProvider clock, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate.Certificate)));
        var web = builder.Build();
        var server = new GraphServer(web, clock);
        web.Run(server.AnswerAsync);
        await web.StartAsync(cancellation);
        return server;
    }

    /// <summary>Throttles the next so many requests.</summary>
    public void ThrottlesNext(int times) => Volatile.Write(ref throttled, times);

    /// <summary>Accepts the next so many messages and then breaks the connection instead of saying so.</summary>
    public void LoseNextAcknowledgements(int times) => Volatile.Write(ref lost, times);

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        Interlocked.Increment(ref requests);
        var request = http.Request;

        // learn.microsoft.com/graph/errors: each status and code below is of its tables.
        if (!request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
            await RefuseAsync(http, 401, "unauthenticated", "The caller is not authenticated.");
        else if (request.ContentLength > MostBytes)
            await RefuseAsync(http, 413, "invalidRequest", "The request size exceeds the maximum limit.");
        else if (Take(ref throttled))
            await ThrottleAsync(http);
        else if (Refuses)
            await RefuseAsync(http, 403, "accessDenied", "The caller doesn't have permission to perform the action.");
        else if (!HttpMethods.IsPost(request.Method) || request.Path.Value?.Split('/') is not ["", "v1.0", "users", var user, .. var action] || !IsUser(user))
            await RefuseAsync(http, 404, "itemNotFound", "The resource could not be found.");
        else
            await ActAsync(http, user, string.Join('/', action));
    }

    private async Task ActAsync(HttpContext http, string user, string action)
    {
        try
        {
            var body = await JsonNode.ParseAsync(http.Request.Body, AnyCase, cancellationToken: http.RequestAborted);
            switch (action)
            {
                case "sendMail":
                    // learn.microsoft.com/graph/api/user-sendmail: 202 Accepted and nothing in the body.
                    await AcceptAsync(http, GraphBodies.Mail(body, clock.GetUtcNow()));
                    break;
                case "teamwork/sendActivityNotification":
                    // learn.microsoft.com/graph/api/userteamwork-sendactivitynotification: 204 No Content.
                    var activity = GraphBodies.Activity(user, body);
                    lock (turn)
                        activities.Add(activity);
                    http.Response.StatusCode = 204;
                    break;
                default:
                    await RefuseAsync(http, 404, "itemNotFound", "The resource could not be found.");
                    break;
            }
        }
        catch (Exception malformed) when (malformed is FormatException or JsonException or InvalidOperationException)
        {
            await RefuseAsync(http, 400, "invalidRequest", "The request is malformed or incorrect.");
        }
    }

    private Task AcceptAsync(HttpContext http, GraphMail mail)
    {
        lock (turn)
            sent.Add(mail);
        if (Take(ref lost))
            http.Abort();
        else
            http.Response.StatusCode = 202;
        return Task.CompletedTask;
    }

    // learn.microsoft.com/graph/throttling: 429, and Retry-After in seconds.
    private Task ThrottleAsync(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)ThrottledFor.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return RefuseAsync(http, 429, "activityLimitReached", "The app or user has been throttled.");
    }

    // learn.microsoft.com/graph/errors, "JSON representation".
    private Task RefuseAsync(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new JsonObject
        {
            ["error"] = new JsonObject
            {
                ["code"] = code,
                ["message"] = message,
                ["innerError"] = new JsonObject { ["request-id"] = http.TraceIdentifier, ["date"] = clock.GetUtcNow().ToString("s", CultureInfo.InvariantCulture) },
            },
        });
    }

    /// <summary>Both operations take an object id or a principal name.</summary>
    private static bool IsUser(string user) => Guid.TryParse(user, out _) || user.Contains('@', StringComparison.Ordinal);

    private static bool Take(ref int left)
    {
        if (Interlocked.Decrement(ref left) >= 0)
            return true;
        Interlocked.Increment(ref left);
        return false;
    }
}
