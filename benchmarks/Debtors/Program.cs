using Gegevensdeling.Benchmarks.Debtors;

// Without 'once' it makes the files and measures; 'once' is the child process that is measured.
return args switch
{
    ["once", var protocol, var folder] => await Child.RunAsync(protocol, folder),
    [] or [_] => await Comparison.RunAsync(args.FirstOrDefault() ?? "protocols"),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("[PROTOCOLS]: compares as many debtors as clients, from 10,000 to 1,000,000 of each, reading and writing the workbooks included");
    return 2;
}
