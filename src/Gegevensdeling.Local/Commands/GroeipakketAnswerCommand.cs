using System.CommandLine;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>groeipakket answer</c>: a request answered from an extract of the register (P5, P6).</summary>
internal static class GroeipakketAnswerCommand
{
    public static Command Create(TextReader input)
    {
        var options = new RequestOptions();
        options.On.Required = true;
        var register = new Option<string>("--register") { HelpName = "BESTAND", Description = $"Het uittreksel van het Vlaams Kadaster Groeipakket (CSV in UTF-8): {ExtractHeader}.", Required = true };
        var answer = new Option<string>("--out") { HelpName = "BESTAND", Description = "Het antwoord: een Excelbestand (.xlsx), of verzegeld (.7z) onder een nieuwe sleutel in BESTAND.sleutel.txt.", Required = true };
        var command = new Command("answer", """
            Beantwoord een aanvraag uit een uittreksel van het Vlaams Kadaster Groeipakket, in het bestand van de aanvrager zelf.
            Getoond worden aantallen, nooit een nummer. Uitkomst 0: gelukt; 1: de aanvraag of het uittreksel is geweigerd; 2: iets was niet te lezen of te
            schrijven; 3: verkeerde sleutel; 4: beschadigd; 5: niet ondersteund; 6: geweigerd als gevaarlijk. Bij 1 tot 6 is er niets bewaard.
            """) { register, answer };
        options.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var console = result.InvocationConfiguration;
            var order = new AnswerOrder(result.GetRequiredValue(register), result.GetRequiredValue(answer), console.Error);
            var (protocol, problem) = await options.ProtocolAsync(result, cancellation);
            problem ??= options.Day(result) is null ? "De datum na --on is niet van de vorm jjjj-mm-dd." : order.Problem();
            if (problem is not null)
                return await RefuseAsync(console, problem, ExitCode.Unusable);
            var file = new RequestFile(result.GetRequiredValue(options.Request), result.GetValue(options.KeyFile), result.GetValue(options.WorkbookKeyFile));
            var (read, unreadable) = await file.ReadAsync(protocol!, options.Day(result)!.Value, input, cancellation);
            return read switch
            {
                null => await RefuseAsync(console, unreadable!, ExitCode.Unusable),
                FileResult<CheckedRequest>.Done(var request) => await AnswerAsync(request, order, console, cancellation),
                FileResult<CheckedRequest>.Refused(var refusal, var report) => await RefuseAsync(console, Join(report.Text, refusal), ExitCode.Of(refusal)),
                _ => throw new InvalidOperationException("a result of another kind"),
            };
        });
        return command;
    }

    private const string ExtractHeader = "insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2";

    private static async Task<int> AnswerAsync(CheckedRequest request, AnswerOrder order, InvocationConfiguration console, CancellationToken cancellation)
    {
        await console.Output.WriteLineAsync(request.Report.Summary);
        switch (await order.LookUpAsync(request, cancellation))
        {
            case FileResult<RequestAnswer>.Done(var answer):
                await order.WriteAsync(answer, cancellation);
                await console.Output.WriteLineAsync($"Recht: {answer.Counts.Yes}; geen recht: {answer.Counts.No}; zonder antwoord: {answer.Counts.Skipped}.\nAntwoord: {order.Answer}");
                if (order.KeyPath is { } key)
                    await console.Output.WriteLineAsync($"De sleutel staat in {key}. Bewaar of verstuur hem nooit samen met het archief.");
                return ExitCode.Good;
            case FileResult<RequestAnswer>.Refused(var refusal, var report):
                return await RefuseAsync(console, Join(report.Text, refusal), ExitCode.Of(refusal));
            default:
                throw new InvalidOperationException("a result of another kind");
        }
    }

    private static string Join(string report, Refusal refusal) => $"{report}{(report.Length == 0 ? "" : "\n")}{refusal.Text} ({refusal.Article})";

    private static async Task<int> RefuseAsync(InvocationConfiguration console, string problem, int code)
    {
        await console.Error.WriteLineAsync(problem);
        return code;
    }
}
