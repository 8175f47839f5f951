using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Local.Demo;

/// <summary>
/// Where a demo is played: the real local host on a free port, a clock that turns, and a record of what was said and checked. What a
/// story promises it checks here; one failed check and the demo fails.
/// </summary>
internal sealed class Stage : IAsyncDisposable
{
    // A Monday morning after both protocols began.
    private static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider clock;
    private readonly HttpClient http;
    private readonly TextWriter console;
    private readonly TextWriter transcript;
    private readonly string root;
    private readonly DemoStores stores;
    private readonly Dictionary<string, SentMail> mails = [];
    private TextWriter? chapter;
    private int requests;
    private int failed;
    private int held;

    private Stage(LocalHost host, FakeTimeProvider clock, string root, DemoStores stores, DemoFolder folder, TextWriter console)
    {
        (Host, this.clock, this.root, this.stores, Folder, this.console) = (host, clock, root, stores, folder, console);
        transcript = folder.OpenTranscript();
        http = new() { BaseAddress = host.Address };
    }

    public LocalHost Host { get; }

    public DemoFolder Folder { get; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public static async Task<Stage> OpenAsync(string protocols, DemoFolder folder, DemoStores stores, TextWriter console, CancellationToken cancellation)
    {
        var clock = new FakeTimeProvider(Begin);
        var root = Directory.CreateTempSubdirectory("gegevensdeling-demo-").FullName;
#pragma warning disable CA2000 // the stage ends it
        var host = await LocalHost.StartAsync(
#pragma warning restore CA2000
            new() { Root = root, Protocols = protocols, Url = "http://127.0.0.1:0", Clock = clock, SweepEvery = null, Stores = stores.OpenAsync }, cancellation);
        return new(host, clock, root, stores, folder, console);
    }

    /// <summary>Tells what happens now, with the legal date and time of the story.</summary>
    public void Say(string text)
    {
        var local = LegalCalendar.Local(Now);
        Write($"{local.ToString("ddd dd/MM/yyyy HH:mm", CultureInfo.GetCultureInfo("nl-BE"))}  {text}");
    }

    /// <summary>Checks what was promised.</summary>
    public void Check(bool holds, string promise)
    {
        (held, failed) = holds ? (held + 1, failed) : (held, failed + 1);
        Write($"{(holds ? "    klopt:      " : "    KLOPT NIET: ")}{promise}");
    }

    /// <summary>One request, as this person.</summary>
    public Task<(int Status, JsonElement Body, byte[] Raw)> AskAsync(
        Caller person, HttpMethod verb, string path, object? body, CancellationToken cancellation, string? purpose = null) =>
        SendAsync(person, verb, path, body is null ? null : JsonContent.Create(body), purpose, cancellation);

    /// <summary>Uploads one file, as this person.</summary>
    public async Task<(int Status, JsonElement Body, byte[] Raw)> UploadAsync(Caller person, string path, byte[] file, string mediaType, string purpose, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(mediaType) } };
        return await SendAsync(person, HttpMethod.Post, path, content, purpose, cancellation);
    }

    private async Task<(int Status, JsonElement Body, byte[] Raw)> SendAsync(
        Caller person, HttpMethod verb, string path, HttpContent? content, string? purpose, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(verb, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Host.Issuer.Issue(person, TimeSpan.FromHours(1)));
        if (purpose is not null)
            request.Headers.Add("Doel", purpose);
        if (verb == HttpMethod.Post)
            request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"demo-{++requests}"));
        if (content is not null)
            await content.LoadIntoBufferAsync(cancellation);
        using var response = await http.SendAsync(request, cancellation);
        var raw = await response.Content.ReadAsByteArrayAsync(cancellation);
        await Host.Engine.WaitUntilIdleAsync(cancellation);
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return ((int)response.StatusCode, isJson ? JsonSerializer.Deserialize<JsonElement>(raw) : default, raw);
    }

    /// <summary>The messages of an exchange that left so far, oldest first, kept also after this system forgot the attached archive.</summary>
    public IReadOnlyList<SentMail> Mails(ExchangeId exchange)
    {
        foreach (var (id, mail) in stores.Mails(root, exchange))
            mails.TryAdd(id, mail);
        return [.. mails.Values.Where(mail => mail.Exchange == exchange).OrderBy(mail => mail.At)];
    }

    /// <summary>True when none of these words is left in anything that the host keeps, on disk or in a server of this machine.</summary>
    public bool NothingOf(IReadOnlyList<string> words) => Traces.Find(root, words).Count == 0 && Traces.In(stores.InMemory(), words).Count == 0;

    /// <summary>The same of values that are no text, such as hashes.</summary>
    public bool NothingOf(IReadOnlyList<byte[]> values) => Traces.Find(root, values).Count == 0 && Traces.In(stores.InMemory(), values).Count == 0;

    /// <summary>What lies in this body's own place on the SFTP server.</summary>
    public Task<IReadOnlyList<byte[]>> DroppedAsync(PartyId party, CancellationToken cancellation) => stores.DroppedAsync(root, party, cancellation);

    /// <summary>Leaves every message of these exchanges in a folder.</summary>
    public async Task SaveMailsAsync(string folder, IReadOnlyCollection<ExchangeId> exchanges, CancellationToken cancellation)
    {
        foreach (var (index, mail) in exchanges.SelectMany(Mails).OrderBy(mail => mail.At).Index())
            await Folder.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{folder}/{index + 1:00}-{mail.To}.eml"), mail.Raw, cancellation);
    }

    /// <summary>Leaves every message of the story so far in the folder.</summary>
    public Task SaveMailsAsync(CancellationToken cancellation) => SaveMailsAsync("berichten", mails.Values.Select(mail => mail.Exchange).ToHashSet(), cancellation);

    /// <summary>From here on what is said is also written in a transcript of its own, and no more in that of an earlier chapter.</summary>
    public async Task BeginChapterAsync(string name)
    {
        if (chapter is not null)
            await chapter.DisposeAsync();
        chapter = Folder.OpenTranscript(name);
    }

    /// <summary>Verifies a signed document in the folder with the key set beside it, as <c>verify</c> does.</summary>
    public async Task<bool> VerifiesAsync(string name, CancellationToken cancellation)
    {
        var keys = PublicKeySet.Read(await File.ReadAllBytesAsync(Folder.PathOf(Path.Combine(Path.GetDirectoryName(name)!, "sleutels.jwks.json")), cancellation)) as KeySetReading.Read;
        return keys is not null
            && DocumentVerifier.Verify(await File.ReadAllBytesAsync(Folder.PathOf(name), cancellation), keys.Keys) is DocumentVerdict.ValidReceipt or DocumentVerdict.ValidCertificate;
    }

    /// <summary>Turns the clock to this moment, stopping wherever the engine has something to do.</summary>
    public async Task TurnToAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        while (Host.Engine.NextDue is { } due && due <= moment)
        {
            if (due > Now)
                clock.SetUtcNow(due);
            await Host.Engine.WaitUntilIdleAsync(cancellation);
        }

        clock.SetUtcNow(moment);
        await Host.Engine.WaitUntilIdleAsync(cancellation);
    }

    /// <summary>Ends the story.</summary>
    /// <returns>True when every check held.</returns>
    public async Task<bool> CloseAsync(CancellationToken cancellation)
    {
        Write($"\n{held} beloften nagekeken en in orde, {failed} niet.");
        await transcript.FlushAsync(cancellation);
        if (chapter is not null)
            await chapter.FlushAsync(cancellation);
        return failed == 0 && held > 0;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Host.DisposeAsync();
        await transcript.DisposeAsync();
        if (chapter is not null)
            await chapter.DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    private void Write(string line)
    {
        console.WriteLine(line);
        transcript.WriteLine(line);
        chapter?.WriteLine(line);
    }
}
