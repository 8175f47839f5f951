using System.CommandLine;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>groeipakket controle</c>: what is wrong with the rows of this request, before it is sent (P2)?</summary>
internal static class GroeipakketCheckCommand
{
    public static Command Create(TextReader input, TimeProvider clock)
    {
        var options = new RequestOptions();
        var command = new Command("controle", """
            Kijk een aanvraag na, rij per rij, zonder ze te versturen of te beantwoorden.
            Zonder --on telt vandaag als de dag van de aanvraag. Uitkomst 0: alle rijen in orde; 1: foute rijen, of geweigerd; 2: iets was niet te lezen;
            3: verkeerde sleutel; 4: beschadigd; 5: niet ondersteund; 6: geweigerd als gevaarlijk.
            """);
        options.AddTo(command);
        command.SetAction(async (result, cancellation) =>
        {
            var console = result.InvocationConfiguration;
            var (protocol, problem) = await options.ProtocolAsync(result, cancellation);
            var on = result.GetValue(options.On) is null ? LegalCalendar.DateOf(clock.GetUtcNow()) : options.Day(result);
            if (on is null)
                problem ??= "De datum na --on is niet van de vorm jjjj-mm-dd.";
            if (problem is not null)
                return await UnusableAsync(console, problem);
            var file = new RequestFile(result.GetRequiredValue(options.Request), result.GetValue(options.KeyFile), result.GetValue(options.WorkbookKeyFile));
            var (read, unreadable) = await file.ReadAsync(protocol!, on!.Value, input, cancellation);
            return read is null ? await UnusableAsync(console, unreadable!) : await TellAsync(read, console);
        });
        return command;
    }

    private static async Task<int> TellAsync(FileResult<CheckedRequest> read, InvocationConfiguration console)
    {
        switch (read)
        {
            case FileResult<CheckedRequest>.Done(var request):
                await console.Output.WriteLineAsync(request.Report.Text);
                return request.Counts.Wrong == 0 ? ExitCode.Good : ExitCode.No;
            case FileResult<CheckedRequest>.Refused(var refusal, var report):
                if (report.Text.Length > 0)
                    await console.Output.WriteLineAsync(report.Text);
                await console.Error.WriteLineAsync($"{refusal.Text} ({refusal.Article})");
                return ExitCode.Of(refusal);
            default:
                throw new InvalidOperationException("a result of another kind");
        }
    }

    private static async Task<int> UnusableAsync(InvocationConfiguration console, string problem)
    {
        await console.Error.WriteLineAsync(problem);
        return ExitCode.Unusable;
    }
}
