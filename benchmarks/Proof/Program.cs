using Gegevensdeling.Benchmarks.Proof;

// What is measured runs in a process of its own ('once'), after this one made what it needs.
return args switch
{
    ["once", .. var what] => await Child.RunAsync(what),
    ["keten"] or ["keten", _] => await Chains.RunAsync(args.ElementAtOrDefault(1) ?? "protocols"),
    ["pakket"] or ["pakket", _] => await Packs.RunAsync(args.ElementAtOrDefault(1) ?? "protocols"),
    ["sweep"] or ["sweep", _] => await Sweeps.RunAsync(args.ElementAtOrDefault(1) ?? "protocols"),
    _ => Explain(),
};

static int Explain()
{
    Console.Error.WriteLine("keten [PROTOCOLS]: 1,000,000 audit events verified; pakket [PROTOCOLS]: an evidence pack over 10,000 exchanges; sweep [PROTOCOLS]: a sweep over 1,000,000 exchanges");
    return 2;
}
