using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Gegevensdeling.Local.Commands;

/// <summary>The command line <c>gegevensdeling</c>: one class a command, each with a static <c>Create</c>.</summary>
public static class CommandLine
{
    /// <summary>The root with every command. A further command is one more line here.</summary>
    /// <param name="input">What commands read where a file is given as <c>-</c>.</param>
    /// <param name="more">Commands that need the host: <c>serve</c> and <c>demo</c>.</param>
    public static RootCommand Create(TextReader input, params IEnumerable<Command> more)
    {
        var root = new RootCommand("Gegevensdeling onder een protocol: uitwisselen, bewijzen en wissen.") { HelpName = "gegevensdeling" };
        foreach (var command in more)
            root.Add(command);
        root.Add(VerifyCommand.Create());
        root.Add(AuditCommand.Create(TimeProvider.System));
        root.Add(SealCommand.Create(input));
        root.Add(OpenCommand.Create(input));
        root.Add(InszCommand.Create(input));
        root.Add(LintCommand.Create());
        root.Add(PublishCommand.Create(TimeProvider.System));
        root.Add(GroeipakketCommand.Create(input, TimeProvider.System));
        root.Add(DebtorsCommand.Create(TimeProvider.System));

        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                (help.Description, help.Action) = ("Toon deze uitleg.", new DutchHelp());
            else if (option is VersionOption)
                option.Description = "Toon de versie.";
        }

        root.SetAction(result => DutchHelp.Write(root, result.InvocationConfiguration.Output, ExitCode.Unusable));
        return root;
    }

    /// <summary>Parses and runs; every text on either writer is Dutch.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        var result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is ParseErrorAction)
        {
            DutchErrors.Write(result, error);
            return ExitCode.Unusable;
        }

        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false }, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(DutchErrors.Text(failure));
            return ExitCode.Unusable;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync("Afgebroken. Er is niets half bewaard.");
            return ExitCode.Unusable;
        }
    }
}
