using System.CommandLine;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>audit</c>: the audit chain for other registers, and the heads that parties countersign (F9).</summary>
internal static class AuditCommand
{
    public static Command Create(TimeProvider clock)
    {
        var command = new Command("audit", "De auditketen uitvoeren, of een auditkop medeondertekenen.");
        command.Add(AuditExportCommand.Create(clock));
        command.Add(CountersignCommand.Create(clock));
        command.Add(CountersignCommand.CreateForKey());
        command.SetAction(result => DutchHelp.Write(command, result.InvocationConfiguration.Output, ExitCode.Unusable));
        return command;
    }
}
