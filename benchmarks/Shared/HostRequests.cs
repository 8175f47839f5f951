using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Benchmarks;

/// <summary>Requests to a local host as its users send them: with a token, a purpose of their body, and an idempotency key of their own.</summary>
internal sealed class HostRequests(LocalHost host) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = host.Address };
    private int sent;

    /// <param name="body">As JSON; null where the route takes none.</param>
    public async Task<byte[]> PostJsonAsync(Caller who, Protocol protocol, string path, object? body, int expected)
    {
        using var content = body is null ? null : JsonContent.Create(body);
        return await PostAsync(who, protocol, path, content, expected);
    }

    /// <returns>The body of the answer.</returns>
    /// <exception cref="InvalidOperationException">The answer has another status than the expected one.</exception>
    public async Task<byte[]> PostAsync(Caller who, Protocol protocol, string path, HttpContent? content, int expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (content is not null)
            await content.LoadIntoBufferAsync();
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", host.Issuer.Issue(who, TimeSpan.FromHours(1)));
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"meting-{++sent}"));
        request.Headers.Add("Doel", protocol.Purposes.First(one => one.Parties.Contains(who.Party)).Code);
        using var response = await http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        return (int)response.StatusCode == expected ? body : throw new InvalidOperationException($"{path.Split('?')[0]}: {(int)response.StatusCode}");
    }

    public void Dispose() => http.Dispose();
}
