using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Api.Idempotency;
using Gegevensdeling.Api.Identity;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Tests.Api;

/// <summary>The HTTP face as a host makes it, without a host: real tokens, real dispatcher, a clock that one can turn.</summary>
internal sealed class Face : IDisposable
{
    public static readonly PartyId Team = new("opgroeien");
    public static readonly PartyId Ocmw = new("ocmw-voorbeeld");
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly HttpClient nowhere = new();
    private readonly byte[] hashKey = RandomNumberGenerator.GetBytes(32);

    public Face()
    {
        Issuer = new DevelopmentIssuer(key, DevelopmentIssuer.Environment, Clock);
        Tokens = new AccessTokens(
            new IdentityOptions { Issuers = [Issuer.Options([Team, Ocmw])] }, new HashSet<PartyId> { Team, Ocmw }, DevelopmentIssuer.Environment, nowhere, Clock);
        Dispatcher = Process("een");
    }

    public FakeTimeProvider Clock { get; } = new(Start);

    public DevelopmentIssuer Issuer { get; }

    public AccessTokens Tokens { get; }

    public MemoryIdempotencyStore Store { get; } = new();

    public List<AccessRecord> Records { get; } = [];

    public Exception? RecorderFails { get; set; }

    public LogLines Log { get; } = new();

    public Dispatcher Dispatcher { get; set; }

    public IdempotencyLedger Ledger { get; private set; } = null!;

    /// <summary>A dispatcher as another process would have it, over the same store.</summary>
    public Dispatcher Process(string name, bool only = false)
    {
        var reservation = 0;
        Ledger = new IdempotencyLedger(
            Store, hashKey, new IdempotencyOptions { Process = name, OnlyProcess = only, NewReservation = () => $"{name}-{++reservation}" }, Clock);
        return new Dispatcher(
            Tokens.IdentifyAsync, Ledger, (record, _) =>
            {
                if (RecorderFails is { } failure)
                    return Task.FromException(failure);
                lock (Records)
                    Records.Add(record);
                return Task.CompletedTask;
            },
            new DispatcherOptions(), Clock, Log);
    }

    public string Token(PartyId party, params IReadOnlyList<Role> roles) =>
        Issuer.Issue(new Caller(party, roles.ToHashSet(), "persoon-1", "An Voorbeeld", "an@voorbeeld.test"), TimeSpan.FromHours(1));

    public Task<Reply> SendAsync(Route route, Question question) => SendAsync(http => Dispatcher.HandleAsync(route, http), question);

    public Task<Reply> SendAsync(RouteTable table, Question question) => SendAsync(http => Dispatcher.HandleAsync(table, http), question);

    public void Dispose()
    {
        Tokens.Dispose();
        key.Dispose();
        nowhere.Dispose();
    }

    private static async Task<Reply> SendAsync(Func<HttpContext, Task<IResult>> handle, Question question)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = question.Method;
        http.Request.Path = question.Path;
        http.Request.QueryString = new QueryString(question.Query);
        foreach (var (name, value) in question.Headers)
            http.Request.Headers[name] = value;
        if (question.Body is { } body)
        {
            http.Request.Body = new MemoryStream(body);
            http.Request.ContentType = question.ContentType;
        }

        if (question.Flow is { } flow)
        {
            http.Request.Body = flow;
            http.Request.ContentType = question.ContentType;
        }

        http.RequestAborted = question.Aborted;
        using var answer = new MemoryStream();
        http.Response.Body = answer;
        await (await handle(http)).ExecuteAsync(http);
        return new Reply(http.Response.StatusCode, http.Response.Headers, http.Response.ContentType, Encoding.UTF8.GetString(answer.ToArray()));
    }
}

/// <summary>A request to be.</summary>
internal sealed record Question(string Method, string Path)
{
    public string Query { get; init; } = string.Empty;

    public Dictionary<string, string> Headers { get; init; } = [];

    public byte[]? Body { get; init; }

    /// <summary>A body that comes in as it is read.</summary>
    public Stream? Flow { get; init; }

    public CancellationToken Aborted { get; init; }

    public string? ContentType { get; init; } = "application/json";

    public static Question Get(string path, string? token = null) => new Question("GET", path).WithToken(token);

    public static Question Post(string path, string? token, string? json = null, string key = "sleutel-1")
    {
        var question = new Question("POST", path) { Body = json is null ? null : Encoding.UTF8.GetBytes(json) }.WithToken(token);
        question.Headers["Idempotency-Key"] = key;
        return question;
    }

    public Question With(string header, string value)
    {
        Headers[header] = value;
        return this;
    }

    private Question WithToken(string? token) => token is null ? this : With("Authorization", $"Bearer {token}");
}

/// <summary>An answer, read.</summary>
internal sealed record Reply(int Status, IHeaderDictionary Headers, string? ContentType, string Text)
{
    public System.Text.Json.Nodes.JsonNode Json => System.Text.Json.Nodes.JsonNode.Parse(Text)!;

    /// <summary>The code at the end of the problem's type.</summary>
    public string Code => Json["type"]!.GetValue<string>()["urn:gegevensdeling:weigering:".Length..];

    public IReadOnlyList<string> Fields => [.. Json["velden"]!.AsArray().Select(one => $"{one!["veld"]}: {one["reden"]}")];
}

/// <summary>Everything that was logged, as a provider would print it, exceptions included.</summary>
internal sealed class LogLines : ILogger<Dispatcher>
{
    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines)
            lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
    }
}
