using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>One host of which everything is watched: its folder with databases, their free pages and logs, every log line, every answer, and the folder for temporary files.</summary>
internal sealed class DebtorWatch : IAsyncDisposable
{
    private readonly TemporaryFiles temporary = new();
    private readonly LogCapture logs = new();

    private DebtorWatch()
    {
    }

    public Rig Rig { get; private set; } = null!;

    public static async Task<DebtorWatch> StartAsync(Func<Ports, Ports>? between = null, string? protocols = null)
    {
        var watch = new DebtorWatch();
        watch.Rig = await Rig.StartAsync(protocols: protocols, between: between, logging: watch.logs.Configure);
        return watch;
    }

    /// <summary>These words stand nowhere: in no store, log, temporary file or answer.</summary>
    /// <param name="shown">The answers in which they may stand; null for none.</param>
    public void Nothing(string when, IEnumerable<string> words, Func<string, bool>? shown = null)
    {
        var haystack = new Haystack(words).Folder(Rig.Root).Text("logs", logs.Text);
        foreach (var (_, path, answer) in Rig.Heard.Where(heard => heard.Answer.Status != 200 || shown?.Invoke(heard.Path) != true))
            haystack.Bytes($"answer on {path}", [.. answer.Raw, .. Encoding.UTF8.GetBytes(answer.Headers.ToString())]);
        temporary.AddTo(haystack);
        IsEmpty(haystack, when);
    }

    /// <summary>No answer to anybody of this body ever held these words, also not the files that it got.</summary>
    public void NeverTold(PartyId party, IEnumerable<string> words)
    {
        var haystack = new Haystack(words);
        foreach (var (_, path, answer) in Rig.Heard.Where(heard => heard.Who?.Party == party))
            haystack.Bytes($"answer to {party} on {path}", answer.Raw);
        IsEmpty(haystack, $"told to {party}");
    }

    /// <summary>These numbers stand nowhere in the stores as text, as a number, or as a hash without a key: whoever has the stores could try all numbers there are.</summary>
    /// <param name="running">The host works meanwhile: a file that it is writing or takes away just then is looked at the next time.</param>
    public void NoNumber(string when, IReadOnlyList<Person> people, bool running = false)
    {
        var words = people.SelectMany(one => new[] { one.Number, one.Written }.Concat(Hashes(one).Select(Convert.ToHexStringLower)));
        IsEmpty(new Haystack(words, people.SelectMany(one => Hashes(one).Concat(AsNumber(one)))).Folder(Rig.Root, foreign: running).Text("logs", logs.Text), when);
    }

    public ValueTask DisposeAsync()
    {
        logs.Dispose();
        return Rig.DisposeAsync();
    }

    /// <summary>Without a key: whole, and cut as a keyed one is here.</summary>
    internal static IEnumerable<byte[]> Hashes(Person person)
    {
        byte[][] forms = [Encoding.ASCII.GetBytes(person.Number), Encoding.ASCII.GetBytes(person.Written), .. AsNumber(person)];
        foreach (var whole in forms.SelectMany(form => new[] { SHA256.HashData(form), SHA512.HashData(form), Sha1(form) }))
        {
            yield return whole;
            yield return whole[..16];
        }
    }

    private static byte[] Sha1(byte[] form)
    {
#pragma warning disable CA5350 // looked for, not relied upon
        return SHA1.HashData(form);
#pragma warning restore CA5350
    }

    private static byte[][] AsNumber(Person person)
    {
        var number = BitConverter.GetBytes(long.Parse(person.Number, CultureInfo.InvariantCulture));
        return [number, [.. number.Reverse()]];
    }

    private static void IsEmpty(Haystack haystack, string when) =>
        Assert.True(haystack.Found.Count == 0, $"{when}:\n{string.Join('\n', haystack.Found.Take(10).Select(found => found[..found.LastIndexOf(':')]))}");
}
