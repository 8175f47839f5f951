using System.Globalization;
using System.Security.Cryptography;

namespace Gegevensdeling.Benchmarks.Proof;

/// <summary>A register of a million referrals after years: one in ten lives, with its key and archive in the stores; the others were erased long ago, and their histories purged.</summary>
internal static class Sweeps
{
    private const int Exchanges = 1_000_000;

    private const int Due = 10;

    public static async Task<int> RunAsync(string protocols)
    {
        Console.WriteLine(Measured.Head());
        var small = await MeasureAsync(protocols, Exchanges / 10);
        var whole = await MeasureAsync(protocols, Exchanges);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nten times the exchanges, by the processors: first sweep {whole[0].Processor / small[0].Processor:F1}, next sweep {whole[1].Processor / small[1].Processor:F1}"));
        return whole[0].Clock < 10 && whole[1].Clock < 10 ? 0 : 1;
    }

    private static async Task<IReadOnlyList<Measured>> MeasureAsync(string protocols, int exchanges)
    {
        var root = Directory.CreateTempSubdirectory("sweep-").FullName;
        try
        {
            var played = await Courses.PlayAsync(root, protocols);
            Make(root, played, exchanges);
            var measured = await Measured.ByChildAsync("sweep", root, protocols, played.Now.ToString("O", CultureInfo.InvariantCulture), Due.ToString(CultureInfo.InvariantCulture));
            foreach (var (one, what) in measured.Zip(["first sweep after a start", "next sweep", $"a sweep that erases {Due}"]))
                Console.WriteLine(one.Say(string.Create(CultureInfo.InvariantCulture, $"{exchanges:N0} exchanges, {what}")));
            return measured;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static void Make(string root, Prototypes played, int exchanges)
    {
        using var copies = new Copies(root);
        for (var number = 0; number < exchanges; number++)
        {
            if (number % 10 != 0)
            {
                copies.Add(played.Purged, TimeSpan.FromMinutes(number), from: int.MaxValue); // of what is purged the sweep reads no fact
                continue;
            }

            // Sent, taken, opened, contact: one, one, four and four in ten.
            var id = copies.Add(played.Live[(number / 10 % 10) switch { 0 => 0, 1 => 1, < 6 => 2, _ => 3 }], TimeSpan.FromMinutes(number / 10));
            copies.AddPerson(id);
            var folder = Directory.CreateDirectory(Path.Combine(root, "opslag", "exchanges", id.Value)).FullName;
            File.WriteAllBytes(Path.Combine(folder, "a-1.7z"), new byte[600]);
            File.WriteAllText(Path.Combine(root, "sleutels", $"{id}.sleutel"), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        }

        copies.Complete();
    }
}
