using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Gegevensdeling.Functions.Triggers;

/// <summary>
/// The second enforcer, by the clock (decision 8). Schedules are in UTC; which legal day it is, the law computes. A run that was missed (no instance,
/// a deployment) is made up for by the next, since each looks at everything.
/// </summary>
internal sealed class TimerFunctions(AzureHost host)
{
    /// <summary>Every five minutes: erases what is past its term, and sends facts again whose message was lost.</summary>
    [Function("opruimronde")]
    public Task Sweep([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        host.SweepAsync(client, context.CancellationToken);

    /// <summary>Every night: purges histories that reached their own term, one instance after another.</summary>
    [Function("historiek-opschonen")]
    public Task PurgeHistory([TimerTrigger("0 30 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, FunctionContext context) =>
        host.PurgeHistoryAsync(client, context.CancellationToken);

    /// <summary>Every night: verifies the audit chains and signs where each stands.</summary>
    [Function("auditkop")]
    public Task IssueAuditHeads([TimerTrigger("0 15 1 * * *")] TimerInfo timer, FunctionContext context) => host.IssueAuditHeadsAsync(context.CancellationToken);
}
