using System.CommandLine;
using System.CommandLine.Invocation;

namespace Gegevensdeling.Local.Commands;

/// <summary>Help in Dutch: the library has no Dutch texts and no place to put them.</summary>
internal sealed class DutchHelp : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult) =>
        Write(parseResult.CommandResult.Command, parseResult.InvocationConfiguration.Output, ExitCode.Good);

    internal static int Write(Command command, TextWriter output, int code)
    {
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"Gebruik: {Usage(command)}");
        Section(output, "Opdrachten", command.Subcommands.Select(sub => (sub.Name, (string?)FirstLine(sub.Description))));
        Section(output, "Argumenten", command.Arguments.Select(argument => (argument.HelpName ?? argument.Name, argument.Description)));
        Section(output, "Opties", Options(command).Select(option => (Label(option), option.Description)));
        return code;
    }

    /// <summary>The command as it is typed, after the name of the program.</summary>
    internal static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent and not RootCommand ? $"{Path(parent)} {command.Name}" : command.Name;

    private static string Usage(Command command)
    {
        var parts = new List<string>();
        for (var at = command; at is not null; at = at.Parents.OfType<Command>().FirstOrDefault())
            parts.Insert(0, at is RootCommand { HelpName: { } name } ? name : at.Name);
        if (command.Subcommands.Count > 0)
            parts.Add("OPDRACHT");
        foreach (var argument in command.Arguments)
        {
            var label = argument.HelpName ?? argument.Name;
            parts.Add((argument.Arity.MinimumNumberOfValues, argument.Arity.MaximumNumberOfValues) switch
            {
                (0, 1) => $"[{label}]",
                (0, _) => $"[{label}...]",
                (_, 1) => label,
                _ => $"{label}...",
            });
        }

        if (command.Options.Count > 0)
            parts.Add("[opties]");
        return string.Join(' ', parts);
    }

    private static IEnumerable<Option> Options(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        return command.Options.Concat(inherited).Where(option => !option.Hidden);
    }

    private static string Label(Option option)
    {
        var names = option.Aliases.Where(alias => alias is not "/?" and not "/h" and not "-?").Append(option.Name).Distinct();
        return option.HelpName is { } value ? $"{string.Join(", ", names)} {value}" : string.Join(", ", names);
    }

    private static void Section(TextWriter output, string title, IEnumerable<(string Name, string? Text)> rows)
    {
        var list = rows.ToList();
        if (list.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine($"{title}:");
        var width = list.Max(row => row.Name.Length);
        foreach (var (name, text) in list)
            output.WriteLine($"  {name.PadRight(width)}  {(text ?? string.Empty).ReplaceLineEndings($"\n  {new string(' ', width + 2)}")}");
    }

    private static string FirstLine(string? text) => (text ?? string.Empty).Split('\n')[0];
}
