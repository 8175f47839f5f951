using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>One host of which everything is watched: its folder, its logs, its answers, and what appears in the folder for temporary files.</summary>
internal sealed class Watched : IAsyncDisposable
{
    private readonly TemporaryFiles temporary = new();
    private readonly LogCapture logs = new();

    private Watched()
    {
    }

    public Rig Rig { get; private set; } = null!;

    public string Log => logs.Text;

    /// <summary>Every key of an exchange that was ever in the key store while somebody looked; that of a month of debtors opens nothing and stays for the month.</summary>
    public HashSet<string> Keys { get; } = [];

    public static async Task<Watched> StartAsync(Func<Ports, Ports>? between = null)
    {
        var watched = new Watched();
        watched.Rig = await Rig.StartAsync(between: between, logging: watched.logs.Configure);
        return watched;
    }

    public void LookForKeys()
    {
        var folder = Path.Combine(Rig.Root, "sleutels");
        foreach (var path in (Directory.Exists(folder) ? Directory.GetFiles(folder) : []).Where(path => !Path.GetFileName(path).StartsWith("DM-", StringComparison.Ordinal)))
            Keys.Add(File.ReadAllText(path).Trim());
    }

    /// <summary>Writes to the log what no code of ours may: the text of an exception.</summary>
    public void Write(Exception exception) => logs.CreateLogger("geplant").Log(Microsoft.Extensions.Logging.LogLevel.Error, default, "geplant", exception, (state, _) => state);

    /// <summary>Nothing of these persons anywhere; of the keys nothing outside the key store.</summary>
    public void HoldsNothingOf(IEnumerable<Client> clients, string when)
    {
        LookForKeys();
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
}
