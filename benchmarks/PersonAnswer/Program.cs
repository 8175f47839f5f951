using System.Globalization;
using Gegevensdeling.Benchmarks.PersonAnswer;

// One live referral of the person who asks among so many of others; the whole answer over HTTP, zipped.
var protocols = args.FirstOrDefault() ?? "protocols";
var machine = (await File.ReadAllLinesAsync("/proc/cpuinfo")).First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
Console.WriteLine($"{machine}, {Environment.ProcessorCount} cores");
foreach (var exchanges in new[] { 10_000, 100_000 })
{
    var (found, nobody) = await Questions.MeasureAsync(protocols, exchanges);
    var load = (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0];
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{exchanges} live exchanges: found {found.Clock:F0} ms ({found.Processor:F0} ms of the processors), found nobody {nobody.Clock:F0} ms ({nobody.Processor:F0} ms); medians of {Questions.Counted}, after {Questions.Warm}; load {load}"));
}
