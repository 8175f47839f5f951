using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gegevensdeling.Mutations;

// Arguments: the root of the repository, whose test projects are built; --some N (a rotating few, by the date), --only NAME..., --list.
var (root, options) = (args[0], args[1..]);
var all = Mutation.Read(Path.Combine(root, "tests", "Mutations", "mutations.json"));
if (all.GroupBy(mutation => mutation.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
    return Fail($"{twice.Key} stands twice in the list");
foreach (var mutation in all)
    _ = mutation.ApplyTo(await File.ReadAllTextAsync(Path.Combine(root, mutation.File))); // every text stands where the list says, also of those not tried now
if (options is ["--list"])
{
    foreach (var mutation in all)
        Console.WriteLine($"{mutation.Name} ({mutation.Breaks}): {string.Join(", ", mutation.CaughtBy)}");
    return 0;
}

var chosen = options switch
{
    ["--some", var number] => Rotating(all, int.Parse(number, CultureInfo.InvariantCulture)),
    ["--only", .. var names] => [.. all.Where(mutation => names.Contains(mutation.Name))],
    [] => all,
    _ => [],
};
if (chosen.Count == 0)
    return Fail("no such mutation or option");

var watch = Stopwatch.StartNew();
var trees = new ConcurrentBag<Tree>();
var wrong = new ConcurrentBag<string>();
try
{
    var width = Math.Min(chosen.Count, Math.Max(2, Environment.ProcessorCount));
    for (var i = 0; i < width; i++)
        trees.Add(await Tree.CopyAsync(root));

    trees.TryPeek(out var unmutated);
    foreach (var project in chosen.SelectMany(mutation => mutation.CaughtBy).Select(NamedTest.Parse).Distinct().GroupBy(test => test.Project))
    {
        var (total, failed, said) = await unmutated!.TestAsync(project.Key, project.Select(test => test.Method));
        if (failed > 0 || total < project.Count())
            return Fail($"unmutated, {project.Key} must pass {project.Count()} named tests: {total} run, {failed} failed\n{said}");
    }

    await Parallel.ForEachAsync(chosen, new ParallelOptions { MaxDegreeOfParallelism = width }, async (mutation, _) =>
    {
        trees.TryTake(out var tree);
        var outcome = await tree!.TryAsync(mutation);
        trees.Add(tree);
        Console.WriteLine($"{(outcome is null ? "caught    " : "NOT CAUGHT")} {mutation.Name} ({mutation.Breaks}){(outcome is null ? string.Empty : $": {outcome}")}");
        if (outcome is not null)
            wrong.Add(mutation.Name);
    });
}
finally
{
    foreach (var tree in trees)
        tree.Dispose();
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chosen.Count - wrong.Count} of {chosen.Count} mutations caught (of {all.Count} in the list), {watch.Elapsed.TotalSeconds:0} s"));
return wrong.IsEmpty ? 0 : 1;

static IReadOnlyList<Mutation> Rotating(IReadOnlyList<Mutation> all, int number)
{
    var first = DateOnly.FromDateTime(DateTime.UtcNow).DayNumber * number;
    return [.. Enumerable.Range(first, Math.Min(number, all.Count)).Select(index => all[index % all.Count])];
}

static int Fail(string text)
{
    Console.Error.WriteLine(text);
    return 2;
}
