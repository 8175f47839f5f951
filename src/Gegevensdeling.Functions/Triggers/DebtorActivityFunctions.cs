using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>One function an activity of the monthly debtor exchange.</summary>
internal sealed class DebtorActivityFunctions(AzureHost host)
{
    [Function("MaandOpenMelden")]
    public Task<string> TellOpened([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("MaandOpenMelden", input, context.CancellationToken);

    [Function("ClientenVragen")]
    public Task<string> AskClients([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("ClientenVragen", input, context.CancellationToken);

    [Function("LeveringBeeindigen")]
    public Task<string> EndDelivery([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("LeveringBeeindigen", input, context.CancellationToken);

    [Function("VergelijkingMelden")]
    public Task<string> TellListed([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("VergelijkingMelden", input, context.CancellationToken);

    [Function("VrijgaveMelden")]
    public Task<string> TellReleased([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("VrijgaveMelden", input, context.CancellationToken);

    [Function("GegevensMelden")]
    public Task<string> TellDetailed([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("GegevensMelden", input, context.CancellationToken);

    [Function("MaandHerinneren")]
    public Task<string> RemindOfCycle([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("MaandHerinneren", input, context.CancellationToken);

    [Function("MaandSluiten")]
    public Task<string> CloseCycle([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("MaandSluiten", input, context.CancellationToken);

    [Function("OudeVersiesBeeindigen")]
    public Task<string> EndOldVersions([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("OudeVersiesBeeindigen", input, context.CancellationToken);

    [Function("GewijzigdeVermeldingenMelden")]
    public Task<string> TellMarksChanged([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("GewijzigdeVermeldingenMelden", input, context.CancellationToken);

    [Function("LijstVerplaatsen")]
    public Task<string> MoveList([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("LijstVerplaatsen", input, context.CancellationToken);

    [Function("PauzesHerzienVragen")]
    public Task<string> AskReview([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("PauzesHerzienVragen", input, context.CancellationToken);

    [Function("DebiteurenAfhandelen")]
    public Task<string> MarkHandled([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("DebiteurenAfhandelen", input, context.CancellationToken);
}
