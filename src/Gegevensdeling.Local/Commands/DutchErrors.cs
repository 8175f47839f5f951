using System.CommandLine;

namespace Gegevensdeling.Local.Commands;

/// <summary>Says in Dutch what is wrong with the arguments. Values are not repeated: one of them may be a number or a key.</summary>
internal static class DutchErrors
{
    private const int DiskFull = 28; // ENOSPC, errno.h
    private const int DiskFullWindows = unchecked((int)0x80070070); // ERROR_DISK_FULL, winerror.h

    public static void Write(ParseResult result, TextWriter error)
    {
        var lines = Unknown(result).Concat(Options(result)).Concat(Arguments(result)).ToList();
        if (lines.Count == 0)
            lines.Add("De opdracht is zo niet te begrijpen.");
        foreach (var line in lines)
            error.WriteLine(line);
        var command = result.CommandResult.Command;
        error.WriteLine(command is RootCommand ? "Zie gegevensdeling --help." : $"Zie gegevensdeling {DutchHelp.Path(command)} --help.");
    }

    /// <summary>An outage in Dutch; the framework's own text is English and may name files of the archive.</summary>
    public static string Text(Exception outage) => outage switch
    {
        UnauthorizedAccessException => "Geen toegang tot het bestand of de map.",
        FileNotFoundException or DirectoryNotFoundException => "Het bestand of de map bestaat niet meer.",
        IOException { HResult: DiskFull or DiskFullWindows } => "De schijf is vol. Er is niets half bewaard.",
        _ => "Lezen of schrijven is niet gelukt. Er is niets half bewaard.",
    };

    /// <summary>Names the option without a value that may follow it.</summary>
    public static string UnknownOption(string token) => $"De optie {token.Split('=', ':')[0]} bestaat niet.";

    private static IEnumerable<string> Unknown(ParseResult result)
    {
        var command = result.CommandResult.Command;
        if (command is RootCommand && result.UnmatchedTokens.Count > 0)
            return ["Die opdracht bestaat niet."];
        var taken = result.CommandResult.Command.Arguments.SelectMany(argument => result.GetResult(argument)?.Tokens ?? []).Select(token => token.Value);
        return taken.Where(ManyArgument.LooksLikeOption).Select(UnknownOption)
            .Concat(result.UnmatchedTokens.Select(token => ManyArgument.LooksLikeOption(token) ? UnknownOption(token) : "Er staat een argument te veel."));
    }

    private static IEnumerable<string> Options(ParseResult result)
    {
        foreach (var option in result.CommandResult.Command.Options)
        {
            var given = result.GetResult(option);
            if (option.Required && given is null or { Implicit: true })
                yield return $"De optie {option.Name} is nodig.";
            else if (given is { Implicit: false } && given.Tokens.Count < option.Arity.MinimumNumberOfValues)
                yield return $"De optie {option.Name} vraagt een waarde.";
            else if (given is { Implicit: false } && given.IdentifierTokenCount > 1)
                yield return $"De optie {option.Name} mag maar één keer.";
        }
    }

    private static IEnumerable<string> Arguments(ParseResult result) =>
        from argument in result.CommandResult.Command.Arguments
        where (result.GetResult(argument)?.Tokens.Count ?? 0) < argument.Arity.MinimumNumberOfValues
        select $"{argument.HelpName ?? argument.Name} ontbreekt.";
}
