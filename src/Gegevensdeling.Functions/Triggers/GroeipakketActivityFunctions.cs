using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>One function an activity of the one-off Groeipakket request.</summary>
internal sealed class GroeipakketActivityFunctions(AzureHost host)
{
    [Function("AanvraagControleren")]
    public Task<string> CheckRows([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AanvraagControleren", input, context.CancellationToken);

    [Function("AntwoordVragen")]
    public Task<string> AskTeam([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordVragen", input, context.CancellationToken);

    [Function("AanvraagHerinneren")]
    public Task<string> RemindOfRequest([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AanvraagHerinneren", input, context.CancellationToken);

    [Function("AanvraagTermijnBeeindigen")]
    public Task<string> EndRequestAtTerm([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AanvraagTermijnBeeindigen", input, context.CancellationToken);

    [Function("AanvraagEindeMelden")]
    public Task<string> TellRequestEnded([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AanvraagEindeMelden", input, context.CancellationToken);

    [Function("AntwoordAfleveren")]
    public Task<string> Deliver([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordAfleveren", input, context.CancellationToken);

    [Function("AntwoordSleutelBeginnen")]
    public Task<string> BeginHandover([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordSleutelBeginnen", input, context.CancellationToken);

    [Function("AntwoordOntvangstBewijzen")]
    public Task<string> CloseOnReceipt([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordOntvangstBewijzen", input, context.CancellationToken);

    [Function("AntwoordHerinneren")]
    public Task<string> RemindOfAnswer([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordHerinneren", input, context.CancellationToken);

    [Function("AntwoordOpnieuwVerzegelen")]
    public Task<string> ResealAnswer([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordOpnieuwVerzegelen", input, context.CancellationToken);

    [Function("AntwoordTermijnBeeindigen")]
    public Task<string> EndAnswerAtTerm([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordTermijnBeeindigen", input, context.CancellationToken);

    [Function("AntwoordEindeMelden")]
    public Task<string> TellAnswerEnded([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("AntwoordEindeMelden", input, context.CancellationToken);

    [Function("UittrekselOpvolgen")]
    public Task<string> HearExtract([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("UittrekselOpvolgen", input, context.CancellationToken);

    [Function("ProtocolNaVernietigingBeeindigen")]
    public Task<string> EndProtocol([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("ProtocolNaVernietigingBeeindigen", input, context.CancellationToken);

    [Function("GroeipakketAfhandelen")]
    public Task<string> MarkHandled([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("GroeipakketAfhandelen", input, context.CancellationToken);
}
