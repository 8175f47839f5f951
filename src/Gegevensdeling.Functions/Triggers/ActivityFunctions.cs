using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>One function an activity of the catalogue: JSON in, JSON out.</summary>
internal sealed class ActivityFunctions(AzureHost host)
{
    [Function("DoorverwijzingVerzenden")]
    public Task<string> Send([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("DoorverwijzingVerzenden", input, context.CancellationToken);

    [Function("Herinneren")]
    public Task<string> Remind([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("Herinneren", input, context.CancellationToken);

    [Function("OntvangstBewijzen")]
    public Task<string> IssueReceipt([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("OntvangstBewijzen", input, context.CancellationToken);

    [Function("IntrekkingMeldenAanOcmw")]
    public Task<string> TellOcmwWithdrawn([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("IntrekkingMeldenAanOcmw", input, context.CancellationToken);

    [Function("NietVoorOnsMeldenAanTeam")]
    public Task<string> TellTeamNotForUs([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("NietVoorOnsMeldenAanTeam", input, context.CancellationToken);

    [Function("GegevenslekLatenBeoordelen")]
    public Task<string> AskBreachAssessment([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("GegevenslekLatenBeoordelen", input, context.CancellationToken);

    [Function("OpnieuwVerzegelen")]
    public Task<string> Reseal([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("OpnieuwVerzegelen", input, context.CancellationToken);

    [Function("Afhandelen")]
    public Task<string> MarkHandled([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("Afhandelen", input, context.CancellationToken);

    [Function("SleutelMelden")]
    public Task<string> NotifyOfKey([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("SleutelMelden", input, context.CancellationToken);

    [Function("SleutelAfhandelen")]
    public Task<string> MarkKeyHandled([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("SleutelAfhandelen", input, context.CancellationToken);

    [Function("Wissen")]
    public Task<string> EraseAt([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("Wissen", input, context.CancellationToken);

    [Function("WissingAantonen")]
    public Task<string> LookAgainAndCertify([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("WissingAantonen", input, context.CancellationToken);

    [Function("DossierBekijken")]
    public Task<string> LookAtDossier([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("DossierBekijken", input, context.CancellationToken);

    [Function("DossierStap")]
    public Task<string> TakeStep([ActivityTrigger] string input, FunctionContext context) => host.Activities.RunAsync("DossierStap", input, context.CancellationToken);
}
