using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>One function an orchestration of the catalogue; the version comes with the instance.</summary>
internal sealed class OrchestrationFunctions(AzureHost host)
{
    [Function("Doorverwijzing")]
    public Task<string> Referral([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Doorverwijzing", context);

    [Function("LateIntrekking")]
    public Task<string> LateWithdrawal([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("LateIntrekking", context);

    [Function("Groeipakketvraag")]
    public Task<string> GroeipakketRequest([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Groeipakketvraag", context);

    [Function("Groeipakketantwoord")]
    public Task<string> GroeipakketAnswer([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Groeipakketantwoord", context);

    [Function("Kadasteruittreksel")]
    public Task<string> GroeipakketExtract([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Kadasteruittreksel", context);

    [Function("Debiteurenmaand")]
    public Task<string> DebtorCycle([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Debiteurenmaand", context);

    [Function("Debiteurenlijst")]
    public Task<string> DebtorList([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Debiteurenlijst", context);

    [Function("Debiteurenkopie")]
    public Task<string> DebtorCopy([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Debiteurenkopie", context);

    [Function("Sleuteloverdracht")]
    public Task<string> KeyHandover([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Sleuteloverdracht", context);

    [Function("Wissing")]
    public Task<string> Erasure([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Wissing", context);

    [Function("Dossier")]
    public Task<string> Dossier([OrchestrationTrigger] TaskOrchestrationContext context) => host.Orchestrations.RunAsync("Dossier", context);
}
