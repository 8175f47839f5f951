using System.CommandLine;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>insz</c>: are these valid numbers?</summary>
internal static class InszCommand
{
    public static Command Create(TextReader input)
    {
        var numbers = ManyArgument.Create("NUMMER", "Elf cijfers, met of zonder punten en streepjes. Zonder nummers worden ze van de standaardinvoer gelezen, één per regel:\n"
                + "zo komen ze niet in de geschiedenis van de terminal terecht.", ArgumentArity.ZeroOrMore);
        var command = new Command("insz", """
            Kijk na of een rijksregisternummer of BIS-nummer kan bestaan.
            De nummers zelf worden niet herhaald. Uitkomst 0: alle geldig; 1: minstens één ongeldig; 2: geen nummers gegeven.
            """) { numbers };
        command.SetAction(result => Check(result.GetValue(numbers) is { Length: > 0 } given ? given : Lines(input), result.InvocationConfiguration));
        return command;
    }

    private static int Check(IEnumerable<string> numbers, InvocationConfiguration console)
    {
        var (count, invalid) = (0, 0);
        foreach (var number in numbers)
        {
            count++;
            var verdict = Insz.Check(number);
            if (verdict is InszVerdict.Invalid)
                invalid++;
            console.Output.WriteLine($"Nummer {count}: {Text(verdict)}");
        }

        if (count > 0)
            return invalid == 0 ? ExitCode.Good : ExitCode.No;
        console.Error.WriteLine("Er zijn geen nummers gegeven.");
        return ExitCode.Unusable;
    }

    private static string Text(InszVerdict verdict) => verdict switch
    {
        InszVerdict.Valid(var kind, var birth) =>
            $"geldig {(kind == InszKind.Bis ? "BIS-nummer" : "rijksregisternummer")}{(birth is null ? ", geboortedatum niet gekend" : string.Empty)}",
        InszVerdict.Invalid(var reason) => $"ongeldig, want {reason}",
        _ => throw new InvalidOperationException("a verdict of another kind"),
    };

    private static IEnumerable<string> Lines(TextReader input)
    {
        while (input.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }
}
