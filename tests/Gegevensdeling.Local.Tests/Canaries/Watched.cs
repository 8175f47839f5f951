using System.Collections.Concurrent;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>One host of which everything is watched: its folder, its logs, its answers, and what appears in the folder for temporary files.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private readonly TemporaryFiles temporary = new();
    private readonly LogCapture logs = new();
    private readonly ConcurrentDictionary<string, bool> keys = new(StringComparer.Ordinal);

    private Watched()
    {
    }

    public Rig Rig { get; private set; } = null!;

    public string Log => logs.Text;

    /// <summary>Every key of an exchange that was ever put into the key store; that of a month of debtors opens nothing and stays for the month.</summary>
    public ICollection<string> Keys => keys.Keys;

    public static async Task<Watched> StartAsync(Func<Ports, Ports>? between = null)
    {
        var watched = new Watched();
        watched.Rig = await Rig.StartAsync(between: ports => Between(ports with { Keys = new Noting(ports.Keys, watched.keys) }), logging: watched.logs.Configure);
        return watched;

        Ports Between(Ports ports) => between is null ? ports : between(ports);
    }

    /// <summary>Writes to the log what no code of ours may: the text of an exception.</summary>
    public void Write(Exception exception) => logs.CreateLogger("geplant").Log(Microsoft.Extensions.Logging.LogLevel.Error, default, "geplant", exception, (state, _) => state);

    /// <summary>Nothing of these persons anywhere; of the keys nothing outside the key store.</summary>
    public void HoldsNothingOf(IEnumerable<Client> clients, string when)
    {
        Nothing(when, clients.SelectMany(client => client.Words), keyStoreToo: true, revealing: ["/openen"]);
        Nothing(when, KeyForms(), keyStoreToo: false, revealing: ["/sleutel/tonen"]);
    }

    /// <summary>The same where somebody was asked about: what the answer itself shows is the person's own.</summary>
    public void HoldsNothingAskedOf(IEnumerable<Client> clients, string when) => Nothing(when, clients.SelectMany(client => client.Words), keyStoreToo: true, revealing: ["/openen", "/inzage"]);

    /// <summary>After erasure: no person, no key, no pseudonym, in no store, log or file.</summary>
    public void HasForgotten(IEnumerable<Client> clients, IEnumerable<string> secrets, string when)
    {
        Nothing(when, clients.SelectMany(client => client.Words), keyStoreToo: true, revealing: ["/openen"]);
        Nothing(when, KeyForms().Concat(secrets), keyStoreToo: true, revealing: ["/sleutel/tonen"]);
    }

    public ValueTask DisposeAsync()
    {
        logs.Dispose();
        return Rig.DisposeAsync();
    }

    private IEnumerable<string> KeyForms() => Keys.SelectMany(key => new[] { key, key.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal) });

    private void Nothing(string when, IEnumerable<string> words, bool keyStoreToo, string[] revealing)
    {
        var store = Path.Combine(Rig.Root, "sleutels");
        var haystack = new Haystack(words).Folder(Rig.Root, path => !keyStoreToo && path.StartsWith(store, StringComparison.Ordinal)).Text("logs", logs.Text);
        foreach (var (who, path, answer) in Rig.Heard.Where(heard => heard.Answer.Status != 200 || !revealing.Any(one => heard.Path.EndsWith(one, StringComparison.Ordinal))))
            haystack.Bytes($"answer to {who} on {path}", [.. answer.Raw, .. System.Text.Encoding.UTF8.GetBytes(answer.Headers.ToString())]);
        temporary.AddTo(haystack);
        Assert.True(haystack.Found.Count == 0, $"{when}:\n{string.Join('\n', haystack.Found.Take(20))}");
    }

    /// <summary>Nearest to the store: what a fault keeps from it is no key of anything.</summary>
    private sealed class Noting(IKeyStore inner, ConcurrentDictionary<string, bool> keys) : KeyStoreBetween(inner)
    {
        public override Task PutAsync(ExchangeId exchange, string key, CancellationToken cancellation)
        {
            if (!exchange.Value.StartsWith("DM-", StringComparison.Ordinal))
                keys[key] = true;
            return base.PutAsync(exchange, key, cancellation);
        }
    }
}
