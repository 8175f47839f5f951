using System.Globalization;
using Gegevensdeling.Benchmarks.EndToEnd;
using Gegevensdeling.Local.Host;

// The code that both hosts share, on both sets of stores, one after the other in one run.
var protocols = args.FirstOrDefault() ?? "protocols";
var machine = (await File.ReadAllLinesAsync("/proc/cpuinfo")).First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim();
Console.WriteLine($"{machine}, {Environment.ProcessorCount} cores");
var local = await Course.MeasureAsync("SQLite and folders", protocols, (root, clock, _) => Task.FromResult<IHostPorts>(new LocalPorts(root, clock)));
var azure = await Course.MeasureAsync("Azure adapters on Azurite and the stand-ins", protocols, async (root, clock, cancellation) => await AzuritePorts.OpenAsync(root, clock, cancellation));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio Azure adapters to SQLite and folders: intake {azure.Intake / local.Intake:F1}, whole course {azure.Whole / local.Whole:F1}"));
