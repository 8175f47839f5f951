using System.CommandLine;

namespace Gegevensdeling.Local.Commands;

/// <summary>An argument with many values: a mistyped option is not taken for one of them. A file of such a name is given as <c>./--name</c>.</summary>
internal static class ManyArgument
{
    public static Argument<string[]> Create(string helpName, string description, ArgumentArity arity)
    {
        var argument = new Argument<string[]>(helpName) { HelpName = helpName, Description = description, Arity = arity };
        argument.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => LooksLikeOption(token.Value)))
                result.AddError(DutchErrors.UnknownOption(token.Value));
        });
        return argument;
    }

    public static bool LooksLikeOption(string token) => token.Length > 1 && token[0] == '-';
}
