using Gegevensdeling.Engine.Benchmark;

// One figure a run of the process: what an earlier run left in memory must not count for a later one.
var folder = Directory.CreateTempSubdirectory("engine-benchmark-");
try
{
    switch (args)
    {
        case ["throughput", var delay]: await Throughput.RunAsync(folder.FullName, TimeSpan.FromMilliseconds(int.Parse(delay, System.Globalization.CultureInfo.InvariantCulture))); break;
        case ["waiting"]: await Waiting.RunAsync(folder.FullName); break;
        case ["waiting", "rest", var path]: await Waiting.RestAsync(path); break;
        default: await Everything.RunAsync(); break;
    }
}
finally
{
    folder.Delete(recursive: true);
}
