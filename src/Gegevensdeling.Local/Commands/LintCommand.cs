using System.CommandLine;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>lint</c>: what is wrong with these protocol files, and with the texts behind them (F5)?</summary>
internal static class LintCommand
{
    public static Command Create()
    {
        var files = ManyArgument.Create("BESTAND", "Een protocolbestand (JSON), of een map met protocolbestanden.", ArgumentArity.OneOrMore);
        var command = new Command("lint", """
            Kijk protocolbestanden na: de vorm, de samenhang, en de gebreken van de tekst zelf.
            Uitkomst 0: geen fouten en niets dat nog aanvaard moet worden; 1: fouten of open bevindingen; 2: iets was niet te lezen.
            """) { files };
        command.SetAction((result, cancellation) => LintAsync(result.GetValue(files) ?? [], result.InvocationConfiguration, cancellation));
        return command;
    }

    private static async Task<int> LintAsync(string[] given, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (paths, problem) = Expand(given);
        if (problem is not null)
        {
            await console.Error.WriteLineAsync(problem);
            return ExitCode.Unusable;
        }

        var (loaded, code) = (new List<(string Path, Protocol Protocol)>(), ExitCode.Good);
        foreach (var path in paths)
        {
            switch (await ReadAsync(path, cancellation))
            {
                case ProtocolFileResult.Loaded(var protocol):
                    loaded.Add((path, protocol));
                    break;
                case ProtocolFileResult.Rejected rejected:
                    code = ExitCode.No;
                    foreach (var error in rejected.Errors)
                        await console.Output.WriteLineAsync($"{path}: FOUT: {error.Place}: {error.Reason}");
                    break;
                default:
                    throw new InvalidOperationException("a result of another kind");
            }
        }

        if (ProtocolCatalog.Create([.. loaded.Select(each => each.Protocol)]) is ProtocolCatalogResult.Conflicting conflicting)
        {
            code = ExitCode.No;
            foreach (var reason in conflicting.Reasons)
                await console.Output.WriteLineAsync($"FOUT: {reason}");
        }

        foreach (var (path, protocol) in loaded)
        {
            var others = loaded.Where(other => other.Path != path).Select(other => other.Protocol).ToList();
            if (!Tell(path, ProtocolFindings.Check(protocol, others), console.Output))
                code = ExitCode.No;
        }

        return code;
    }

    private static bool Tell(string path, IReadOnlyList<Finding> findings, TextWriter output)
    {
        var open = findings.Where(finding => finding is { Accepted: null, Severity: FindingSeverity.Blocking }).ToList();
        output.WriteLine($"{path}: {(findings.Count == 0 ? "in orde" : $"bevindingen: {findings.Count}; nog te aanvaarden of te verhelpen: {open.Count}")}");
        foreach (var finding in findings)
        {
            output.WriteLine($"  {State(finding)}: {finding.Code}{(finding.Subject is { } subject ? $" ({subject})" : string.Empty)}, {finding.Article}: {finding.Text}");
            if (finding.Accepted is { } accepted)
                output.WriteLine($"    Aanvaard door {accepted.By}, {DutchDate.Say(accepted.On)}: {accepted.Why}");
            if (finding.WhatToDo != finding.Accepted?.Why)
                output.WriteLine($"    Wat te doen: {finding.WhatToDo}");
        }

        return open.Count == 0;
    }

    private static string State(Finding finding) => (finding.Accepted, finding.Severity) switch
    {
        (null, FindingSeverity.Blocking) => "OPEN (blokkerend)",
        (null, _) => "opmerking (adviserend)",
        (_, FindingSeverity.Blocking) => "aanvaard (blokkerend)",
        _ => "aanvaard (adviserend)",
    };

    private static (IReadOnlyList<string> Paths, string? Problem) Expand(string[] given)
    {
        var paths = new List<string>();
        foreach (var path in given)
        {
            if (Directory.Exists(path))
                paths.AddRange(Directory.EnumerateFiles(path, "*.json").Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
            else if (File.Exists(path))
                paths.Add(path);
            else
                return ([], $"Het bestand {path} bestaat niet.");
        }

        return paths.Count == 0 ? ([], "Er zijn geen protocolbestanden gevonden.") : (paths, null);
    }

    private static async Task<ProtocolFileResult> ReadAsync(string path, CancellationToken cancellation) =>
        ProtocolFile.Parse(Path.GetFileName(path), await File.ReadAllBytesAsync(path, cancellation));
}
