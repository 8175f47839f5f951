using Gegevensdeling.Exchanges;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>Does what a step of one kind asks of the system. Done again, it changes nothing.</summary>
/// <returns>False when it cannot be done yet: it is tried again at the plan's next moment.</returns>
public delegate Task<bool> DossierEffect(DossierView dossier, string code, CancellationToken cancellation);

/// <summary>The two effects of every dossier.</summary>
/// <param name="effects">By the kind's word; a kind without steps of its own has none.</param>
public sealed class DossierActivities(
    IRegister register, DossierFile file, DossierPost post, IReadOnlyDictionary<string, DossierEffect> effects, TimeProvider clock)
{
    public void Bind(ActivityBindings bindings) => bindings
        .Bind(DossierActivityTokens.Look, LookAsync)
        .Bind(DossierActivityTokens.Take, TakeAsync);

    /// <summary>Takes what is due now, for who opens a dossier inside an activity and has no engine to wake. What cannot be taken is left to the orchestration.</summary>
    public async Task TakeDueAsync(ExchangeId id, CancellationToken cancellation)
    {
        var dossier = await file.GetAsync(id, cancellation);
        var due = file.KindOf(dossier.Head.Kind)!.PlanFor(dossier, clock.GetUtcNow()).Steps.Select(step => step.Code).Where(code => !dossier.Done.Contains(code)).Distinct();
        await Task.WhenAll(due.Select(code => TryAsync(new(id, code, Guid.Empty), cancellation)));
    }

    private async Task TryAsync(TakeInput step, CancellationToken cancellation)
    {
        try
        {
            await TakeAsync(step, cancellation);
        }
#pragma warning disable CA1031 // one address that fails keeps neither the others waiting nor the activity that opened the dossier; the orchestration takes it again
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
        }
    }

    private async Task<LookAnswer> LookAsync(LookInput input, CancellationToken cancellation)
    {
        // Facts first, then the plan: what is marked was certainly seen by the plan.
        var rows = await register.FactsAsync(input.Exchange, cancellation);
        var dossier = await file.GetAsync(input.Exchange, cancellation);
        var plan = file.KindOf(dossier.Head.Kind)!.PlanFor(dossier, clock.GetUtcNow());
        foreach (var row in rows.Where(row => row is { Wakes: true, Handled: false }))
            await register.HandleAsync(row, clock, cancellation);
        return new([.. plan.Steps.Select(step => step.Code).Where(code => !dossier.Done.Contains(code)).Distinct()], plan.Next, dossier.Closed);
    }

    private async Task<TakeAnswer> TakeAsync(TakeInput input, CancellationToken cancellation)
    {
        var dossier = await file.GetAsync(input.Exchange, cancellation);
        var now = clock.GetUtcNow();
        if (dossier.Done.Contains(input.Code) || file.KindOf(dossier.Head.Kind)!.PlanFor(dossier, now).Steps.FirstOrDefault(step => step.Code == input.Code) is not { } due)
            return new(StepOutcome.Taken); // taken already, or no longer asked for
        if (due is DossierStep.Tell tell)
            await post.TellAsync(dossier, tell, cancellation);
        else if (!await effects[dossier.Head.Kind](dossier, due.Code, cancellation))
            return new(StepOutcome.NotYet);
        await file.RecordOnceAsync(input.Exchange, new DossierFact.Taken(References.FactOf(input.Code), now, SystemActor.Value, input.Code), cancellation);
        return new(StepOutcome.Taken);
    }
}
