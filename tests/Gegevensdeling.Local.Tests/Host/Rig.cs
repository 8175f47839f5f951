using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>The real local host on a free port, in a folder of its own, with a clock that is turned.</summary>
internal sealed class Rig : IAsyncDisposable
{
    /// <summary>A Monday morning after both protocols began.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly string protocols;
    private int requests;
    private HttpClient http = new();

    private Rig(string protocols, DateTimeOffset begin) => (this.protocols, Clock) = (protocols, new FakeTimeProvider(begin));

    public FakeTimeProvider Clock { get; }

    public string Root { get; } = TestFolder.Create("rig-").FullName;

    public LocalHost Host { get; private set; } = null!;

    public Protocol Mechelen => Host.Law.Protocols.Find(new("mechelen-2024"))!;

    public Protocol Kasterlee => Host.Law.Protocols.Find(new("kasterlee-2025"))!;

    public Caller Team => SyntheticPeople.TeamMember;

    public Caller Worker => SyntheticPeople.SocialWorker(Mechelen);

    public Caller Colleague => SyntheticPeople.Colleague(Mechelen);

    public Caller Head => SyntheticPeople.HeadOfService(Mechelen);

    public Func<Ports, Ports> Between { get; set; } = ports => ports;

    public Action<ILoggingBuilder> Logging { get; set; } = _ => { };

    /// <summary>Other stores than SQLite and folders; null takes those.</summary>
    public Func<string, TimeProvider, CancellationToken, Task<IHostPorts>>? Stores { get; init; }

    /// <summary>Every answer, with who asked and what.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<(Caller? Who, string Path, Answer Answer)> Heard { get; } = [];

    public static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<Rig> StartAsync(DateTimeOffset? begin = null, string? protocols = null, Func<Ports, Ports>? between = null, Action<ILoggingBuilder>? logging = null,
        Func<string, TimeProvider, CancellationToken, Task<IHostPorts>>? stores = null)
    {
        var rig = new Rig(protocols ?? CommittedProtocols(), begin ?? Begin) { Between = between ?? (ports => ports), Logging = logging ?? (_ => { }), Stores = stores };
        await rig.StartAsync();
        return rig;
    }

    public static string CommittedProtocols([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../protocols"));

    /// <summary>Stops the host and starts it again on the same data.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>Starts the host that was stopped, on the same data.</summary>
    public Task BackAsync() => StartAsync();

    public async Task StopAsync()
    {
        http.Dispose();
        await Host.DisposeAsync();
    }

    public static string PurposeOf(Protocol protocol, PartyId party) => protocol.Purposes.First(purpose => purpose.Parties.Contains(party)).Code;

    public Task<Answer> GetAsync(Caller? who, string path) => AskAsync(who, HttpMethod.Get, path);

    public Task<Answer> PostAsync(Caller? who, string path, object? body = null, string? purpose = null, string? key = null) =>
        AskAsync(who, HttpMethod.Post, path, body is null ? null : JsonSerializer.Serialize(body), purpose, key);

    /// <summary>One request, as this person; then the engine is let work until it rests.</summary>
    public async Task<Answer> AskAsync(Caller? who, HttpMethod verb, string path, string? body = null, string? purpose = null, string? key = null)
    {
        var content = body is null ? null : new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new("application/json") } };
        return await SendAsync(who, verb, path, content, purpose, key);
    }

    public async Task<Answer> SendAsync(Caller? who, HttpMethod verb, string path, HttpContent? content, string? purpose = null, string? key = null, bool settle = true)
    {
        using var request = new HttpRequestMessage(verb, path) { Content = content };
        if (who is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Host.Issuer.Issue(who, TimeSpan.FromHours(1)));
        if (purpose is not null)
            request.Headers.Add("Doel", purpose);
        if (verb == HttpMethod.Post)
            request.Headers.Add("Idempotency-Key", key ?? string.Create(CultureInfo.InvariantCulture, $"proef-{Interlocked.Increment(ref requests)}"));
        using var response = await http.SendAsync(request, Cancelled);
        var answer = new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync(Cancelled), response.Headers);
        Heard.Enqueue((who, path, answer));
        if (settle)
            await Host.Engine.WaitUntilIdleAsync(Cancelled);
        return answer;
    }

    /// <summary>One run of the sweep; then the engine is let work until it rests.</summary>
    public async Task<Gegevensdeling.Retention.SweepReport> SweepAsync()
    {
        var report = await Host.Sweep.RunAsync(Cancelled);
        await Host.Engine.WaitUntilIdleAsync(Cancelled);
        return report;
    }

    /// <summary>Turns the clock, stopping wherever the engine has something to do.</summary>
    public async Task TurnAsync(TimeSpan time)
    {
        await Host.Engine.WaitUntilIdleAsync(Cancelled); // what a sweep began has said by then what it waits for
        var moment = Clock.GetUtcNow() + time;
        while (Host.Engine.NextDue is { } due && due <= moment)
        {
            if (due > Clock.GetUtcNow())
                Clock.SetUtcNow(due);
            await Host.Engine.WaitUntilIdleAsync(Cancelled);
        }

        Clock.SetUtcNow(moment);
        await Host.Engine.WaitUntilIdleAsync(Cancelled);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(Root, recursive: true);
    }

    private async Task StartAsync()
    {
        var options = new LocalHostOptions { Root = Root, Protocols = protocols, Url = "http://127.0.0.1:0", Clock = Clock, SweepEvery = null, Between = Between, Logging = Logging };
        Host = await LocalHost.StartAsync(Stores is null ? options : options with { Stores = Stores }, Cancelled);
        http = new() { BaseAddress = Host.Address };
    }
}
