using System.CommandLine;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>groeipakket</c>: the one-off question of Turnhout on files alone (P2, P5, P6).</summary>
internal static class GroeipakketCommand
{
    public static Command Create(TextReader input, TimeProvider clock)
    {
        var command = new Command("groeipakket", "Een Groeipakketaanvraag nakijken of beantwoorden, met bestanden alleen. Er wordt nooit een nummer van een persoon getoond.");
        command.Add(GroeipakketCheckCommand.Create(input, clock));
        command.Add(GroeipakketAnswerCommand.Create(input));
        command.SetAction(result => DutchHelp.Write(command, result.InvocationConfiguration.Output, ExitCode.Unusable));
        return command;
    }
}
