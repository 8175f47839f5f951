using System.CommandLine;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>debiteuren match</c>: which debtors are clients, and what each side may know of it (D3, D5, D10)?</summary>
internal static class DebtorsMatchCommand
{
    public static Command Create(TimeProvider clock)
    {
        var debtors = new Option<string>("--debtors") { HelpName = "BESTAND", Description = "De debiteuren van de gemeente (.xlsx, .xls): voornaam, familienaam en rijksregisternummer.", Required = true };
        var clients = new Option<string>("--clients") { HelpName = "BESTAND", Description = "De cliënten van het OCMW (.xlsx, .xls): rijksregisternummer, en als u wilt voornaam en familienaam.", Required = true };
        var output = new Option<string>("--out") { HelpName = "BESTAND", Description = "De lijst voor het OCMW (.xlsx): alleen debiteuren die cliënt zijn, met hun vermelding.", Required = true };
        var marks = new Option<string?>("--vermeldingen") { HelpName = "BESTAND", Description = "Het bestand voor de gemeente (.xlsx): rijksregisternummer en vermelding, en niets anders." };
        var accounting = new Option<string?>("--boekhouding") { HelpName = "BESTAND", Description = "Het bestand voor de boekhouding van de gemeente (.csv): wie te pauzeren is." };
        var overwrite = new Option<bool>("--overschrijven") { Description = "Vervang bestanden die er al staan." };
        var protocol = new ProtocolOptions("maldegem-2023", read => read.Debtors is not null, "regelt geen debiteuren");
        var command = new Command("match", """
            Vergelijk debiteuren met cliënten en maak de lijst van wie beide is.
            Wie geen cliënt is, staat in geen enkel bestand dat gemaakt wordt. Getoond worden aantallen en rijen, nooit een naam of nummer. Uitkomst 0: gelukt;
            1: een bestand is geweigerd; 2: iets was niet te lezen of te schrijven; 3: beveiligd met een wachtwoord; 4: beschadigd; 5: niet ondersteund;
            6: geweigerd als gevaarlijk. Bij 1 tot 6 is er niets bewaard.
            """) { debtors, clients, output, marks, accounting, overwrite };
        protocol.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var console = result.InvocationConfiguration;
            var order = new MatchOrder(
                result.GetRequiredValue(debtors), result.GetRequiredValue(clients), result.GetRequiredValue(output), result.GetValue(marks), result.GetValue(accounting), result.GetValue(overwrite), console.Error);
            var (read, problem) = await protocol.ReadAsync(result, cancellation);
            problem ??= order.Problem();
            return problem is null ? await MatchAsync(order, read!, LegalCalendar.DateOf(clock.GetUtcNow()), console, cancellation) : await UnusableAsync(console, problem);
        });
        return command;
    }

    private static async Task<int> MatchAsync(MatchOrder order, Protocol protocol, DateOnly today, InvocationConfiguration console, CancellationToken cancellation)
    {
        var (debtors, clients) = await order.ReadAsync(protocol, cancellation);
        if (debtors is not FileResult<DebtorTable>.Done(var delivered))
            return await RefuseAsync(console, "debiteuren", (FileResult<DebtorTable>.Refused)debtors);
        if (clients is not FileResult<ClientTable>.Done(var known))
            return await RefuseAsync(console, "cliënten", (FileResult<ClientTable>.Refused)clients!);

        await console.Output.WriteLineAsync($"{delivered.Report.Text}\n{known.Report.Text}");
        var outcome = await order.MatchAsync(delivered, known);
        await order.WriteAsync(outcome, protocol, today, cancellation);
        await console.Output.WriteLineAsync(Tell(outcome));
        foreach (var path in order.Outputs)
            await console.Output.WriteLineAsync($"Bewaard: {path}");
        return ExitCode.Good;
    }

    private static string Tell(MatchOutcome outcome)
    {
        var differing = outcome.Matched.Count(one => one.NameDiffers);
        return $"Debiteur en cliënt: {outcome.Matched.Count}."
            + (differing == 0 ? "" : $" Van hen met een andere naam bij het OCMW: {differing}; alleen de lijst voor het OCMW zegt wie.")
            + (outcome.WithheldMatches == 0 ? "" : $"\nDebiteur, en cliënt die niet meegedeeld wordt: {outcome.WithheldMatches}. De invordering loopt voor hen verder: laat het de maatschappelijk werker weten.");
    }

    private static async Task<int> RefuseAsync<T>(InvocationConfiguration console, string which, FileResult<T>.Refused refused)
    {
        var report = refused.Report.Text;
        await console.Error.WriteLineAsync($"Het bestand met {which} is geweigerd.\n{report}{(report.Length == 0 ? "" : "\n")}{refused.Refusal.Text} ({refused.Refusal.Article})");
        return ExitCode.Of(refused.Refusal);
    }

    private static async Task<int> UnusableAsync(InvocationConfiguration console, string problem)
    {
        await console.Error.WriteLineAsync(problem);
        return ExitCode.Unusable;
    }
}
