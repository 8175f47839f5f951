using System.Diagnostics;
using System.IO.Compression;
using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>Ten thousand changes of each format, by seed: a typed refusal, or rows. In a collection of its own, since allocation is measured over the process.</summary>
[Collection(nameof(HostileWorksheetTests))]
public sealed class WorksheetFuzzTests
{
    private const int Cases = 10_000;
    private const long AllocationEach = 16 << 20;

    [Theory]
    [InlineData("libreoffice.xlsx")]
    [InlineData("libreoffice.xlsx parts")]
    [InlineData("libreoffice.xls")]
    [InlineData("libreoffice-protected.xls")]
    [InlineData("officecrypto-few-rounds.xlsx")]
    public void A_changed_workbook_gives_rows_or_a_refusal(string kind)
    {
        var original = Workbooks.Fixture(kind.Split(' ')[0]);
        var random = new Random(kind.Length);
        var outcomes = new Dictionary<string, int>();
        for (var at = 0; at < Cases; at++)
        {
            var changed = kind.EndsWith("parts", StringComparison.Ordinal) ? Repacked(original, random) : Changed(original, random);
            var (before, clock) = (GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
            var outcome = WorksheetRefusalTests.Outcome(changed)?.ToString() ?? "rows";
            Assert.True(GC.GetTotalAllocatedBytes() - before < AllocationEach && clock.Elapsed < TimeSpan.FromSeconds(2), $"case {at} of {kind}: {outcome} after {clock.Elapsed}");
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        // the changes reach deep enough to matter
        Assert.True(outcomes.Count >= 3, string.Join(", ", outcomes));
        TestContext.Current.SendDiagnosticMessage($"{kind}: {string.Join(", ", outcomes)}");
    }

    private static byte[] Changed(byte[] original, Random random)
    {
        var changed = original.ToArray();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(changed.Length);
            switch (random.Next(5))
            {
                case 0:
                    changed[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    changed[at] = (byte)random.Next(256);
                    break;
                case 2:
                    changed.AsSpan(at, Math.Min(4, changed.Length - at)).Fill(0xFF);
                    break;
                case 3:
                    changed = [.. changed[..at], .. changed[Math.Min(changed.Length, at + random.Next(1, 4))..]];
                    break;
                default:
                    changed = [.. changed[..at], (byte)random.Next(256), .. changed[at..]];
                    break;
            }
        }

        return changed;
    }

    // the change lies in the XML and the zip around it is whole, so that it reaches the parser
    private static byte[] Repacked(byte[] original, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(original));
        var parts = zip.Entries.Where(part => part.FullName.EndsWith(".xml", StringComparison.Ordinal) || part.FullName.EndsWith(".rels", StringComparison.Ordinal)).Select(part =>
        {
            using var content = part.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            return (part.FullName, Content: copy.ToArray());
        }).ToList();
        var chosen = random.Next(parts.Count);
        parts[chosen] = (parts[chosen].FullName, Changed(parts[chosen].Content, random));
        return Workbooks.Pack(parts.Select(part => (part.FullName, (Action<Stream>)(stream => stream.Write(part.Content)))));
    }
}
