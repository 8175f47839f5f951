using System.CommandLine;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>debiteuren</c>: the monthly debtors of Maldegem on files alone (D2, D3, D5, D6).</summary>
internal static class DebtorsCommand
{
    public static Command Create(TimeProvider clock)
    {
        var command = new Command("debiteuren", "Debiteuren met cliënten vergelijken, met bestanden alleen. Er wordt nooit een naam of nummer van een persoon getoond.");
        command.Add(DebtorsMatchCommand.Create(clock));
        command.SetAction(result => DutchHelp.Write(command, result.InvocationConfiguration.Output, ExitCode.Unusable));
        return command;
    }
}
