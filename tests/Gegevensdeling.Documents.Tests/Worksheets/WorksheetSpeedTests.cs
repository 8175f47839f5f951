using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>What 200 000 rows cost, with room for a slow machine (measured: decision 25), and that no file is made on the way.</summary>
[Collection(nameof(HostileWorksheetTests))]
public sealed class WorksheetSpeedTests
{
    private const int Rows = 200_000;

    [Fact]
    public void Two_hundred_thousand_rows_are_written_and_read_in_little_time_and_memory()
    {
        var number = new WorksheetRow(1, [new WorksheetCell.Number(85073003328, "85073003328", null)]);
        var clock = Stopwatch.StartNew();
        using var output = new MemoryStream();
        using (var writer = new WorksheetWriter(output, "Antwoord"))
        {
            for (var row = 1; row <= Rows; row++)
                writer.Append(number with { Number = row }, 1, "ja", "0123456", row.ToString("0000000", CultureInfo.InvariantCulture));
            writer.Complete();
        }

        var written = clock.Elapsed;
        output.Position = 0;
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        using var reader = WorksheetReader.Open(output, null, new WorksheetLimits { Columns = 4 }, CancellationToken.None);
        Assert.Equal(Rows, reader.Rows().Count());
        TestContext.Current.SendDiagnosticMessage($"written in {written.TotalMilliseconds:0} ms, read in {clock.ElapsedMilliseconds} ms, {output.Length >> 10} KiB");
        Assert.InRange(clock.Elapsed + written, TimeSpan.Zero, TimeSpan.FromSeconds(8));
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 4 << 20);
    }

    [Fact]
    public void Reading_and_writing_make_no_file()
    {
        var folder = TestFolder.Create("worksheets-");
        var usual = Environment.GetEnvironmentVariable("TMPDIR");
        try
        {
            using var watcher = new FileSystemWatcher(folder.FullName) { IncludeSubdirectories = true };
            var made = 0;
            watcher.Created += (_, _) => Interlocked.Increment(ref made);
            watcher.EnableRaisingEvents = true;
            Environment.SetEnvironmentVariable("TMPDIR", folder.FullName);
            Two_hundred_thousand_rows_are_written_and_read_in_little_time_and_memory();
            foreach (var name in (string[])["libreoffice.xlsx", "libreoffice.xls", "libreoffice-protected.xlsx", "libreoffice-protected.xls", "officecrypto-agile.xlsx"])
                Assert.NotEmpty(Workbooks.Read(Workbooks.Fixture(name), Workbooks.Password).Rows);
            Assert.Equal(0, Volatile.Read(ref made));

            // the watch itself is shown to see one
            using var seen = new ManualResetEventSlim();
            watcher.Created += (_, _) => seen.Set();
            File.Delete(Path.GetTempFileName());
            Assert.True(seen.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
            Assert.Equal(1, Volatile.Read(ref made));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TMPDIR", usual);
            folder.Delete(recursive: true);
        }
    }
}
