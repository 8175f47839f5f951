using Gegevensdeling.Benchmarks.SealedArchives;

// The first argument chooses: nothing or 'compare' for the comparison, the others are the child processes that it measures.
return args switch
{
    ["idle"] => Child.Report(TimeSpan.Zero),
    ["seal", var input, var output] => await Child.RunSealAsync(input, output),
    ["open", var archive, var folder] => await Child.RunOpenAsync(archive, folder),
    [] or ["compare", ..] => Comparison.Run(Settings.From(args)),
    _ => Settings.Explain(),
};
