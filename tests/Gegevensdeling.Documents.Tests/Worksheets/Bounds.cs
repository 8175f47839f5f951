using System.Diagnostics;
using Xunit;

namespace Gegevensdeling.Documents.Worksheets;

/// <summary>What reading may cost, whatever the bytes: two seconds of the processor (what else the machine does is not ours) and 150 MB.</summary>
internal static class Bounds
{
    private const long Most = 150 << 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Reads within the bounds; null when the rows were read. Live memory is looked at while reading, on another thread.</summary>
    public static WorksheetFault? Outcome(byte[] workbook, string? password = Workbooks.Password)
    {
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var highest = 0L;
        using var done = new ManualResetEventSlim();
        var watcher = new Thread(() =>
        {
            while (!done.Wait(5))
                highest = Math.Max(highest, InUse());
        });
        watcher.Start();
        using var process = Process.GetCurrentProcess();
        var began = process.TotalProcessorTime;
        var outcome = Read(workbook, password);
        process.Refresh();
        var spent = process.TotalProcessorTime - began;
        done.Set();
        watcher.Join();
        Assert.True(spent < Longest, $"{outcome} after {spent}");
        Assert.True(highest < Most, $"{outcome} with {highest >> 20} MiB");
        TestContext.Current.SendDiagnosticMessage($"{outcome}: {spent.TotalMilliseconds:0} ms, {highest >> 20} MiB");
        return outcome;

        // How much of what is not in use any more was collected already depends on the machine: it is, before too much is called too much.
        long InUse() => GC.GetTotalMemory(forceFullCollection: false) - before is var seen and < Most ? seen : GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    private static WorksheetFault? Read(byte[] workbook, string? password)
    {
        try
        {
            using var reader = WorksheetReader.Open(new MemoryStream(workbook, writable: false), password, WorksheetLimits.Default, CancellationToken.None);
            foreach (var row in reader.Rows())
                Assert.True(row.Number > 0);
            return null;
        }
        catch (WorksheetException refusal)
        {
            return refusal.Fault;
        }
    }
}
