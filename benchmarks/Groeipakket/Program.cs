using Gegevensdeling.Benchmarks.Groeipakket;

// Without 'answer' it makes the files and measures; 'answer' is the child process that is measured.
return args switch
{
    ["answer", var protocol, var folder] => await Child.RunAsync(protocol, folder),
    [] or [_] => await Comparison.RunAsync(args.FirstOrDefault() ?? "protocols"),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("[PROTOCOLS]: answers a sealed request of 20,000 and of 200,000 rows against an extract of ten times as many");
    return 2;
}
