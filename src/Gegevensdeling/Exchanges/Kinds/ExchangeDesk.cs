using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>What became of a command on an exchange.</summary>
public abstract record DeskOutcome<TState>
    where TState : class
{
    private DeskOutcome()
    {
    }

    /// <summary>Recorded, by this or an earlier attempt, or already so: then <paramref name="Fact"/> is null.</summary>
    public sealed record Ok(ExchangeView<TState> View, ExchangeFact? Fact) : DeskOutcome<TState>;

    public sealed record Refused(Refusal Refusal) : DeskOutcome<TState>;
}

/// <summary>
/// Takes what people do to an exchange: reads the register, asks the pure decision, records the fact and only then wakes the orchestration. A lost message is
/// sent again by the sweep.
/// </summary>
public sealed class ExchangeDesk<TState, TCommand>(ExchangeFile<TState, TCommand> file, IRegister register, IOrchestrationClient engine, TimeProvider clock)
    where TState : class
{
    /// <param name="actor">Who does it; authority was checked before.</param>
    /// <param name="exchange">An existing exchange of this kind.</param>
    /// <param name="command">What is done.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of one request: it is recorded once.</param>
    /// <param name="anew">True for what is shown once: what an earlier attempt recorded does not answer this one, it is decided anew.</param>
    /// <param name="cancellation">Stops waiting; what was recorded stays.</param>
    public async Task<DeskOutcome<TState>> DoAsync(ActedBy actor, ExchangeId exchange, TCommand command, string factId, CancellationToken cancellation, bool anew = false)
    {
        while (true)
        {
            var view = await file.GetAsync(exchange, cancellation);
            if (!anew && await RecordedAsync(view, factId, cancellation) is { } recorded)
                return new DeskOutcome<TState>.Ok(view, recorded);
            switch (file.Kind.Decide(view, command, new(factId, clock.GetUtcNow(), actor)))
            {
                case ExchangeDecision.Refuse refuse:
                    return new DeskOutcome<TState>.Refused(refuse.Refusal);
                case ExchangeDecision.Already:
                    return new DeskOutcome<TState>.Ok(view, Fact: null);
                case ExchangeDecision.Record { Fact: var fact } when await file.RecordAsync(view, fact, cancellation) is { } after:
                    await WakeAsync(after, fact, cancellation);
                    return new DeskOutcome<TState>.Ok(after, fact);
                default:
                    continue; // somebody else recorded something in between: decide again
            }
        }
    }

    /// <summary>What an earlier attempt of this request recorded before it died, woken again where nobody heard of it.</summary>
    private async Task<ExchangeFact?> RecordedAsync(ExchangeView<TState> view, string factId, CancellationToken cancellation)
    {
        if ((await register.FactsAsync(view.Id, cancellation)).FirstOrDefault(row => row.Id == factId) is not { } row)
            return null;
        var fact = FactJson.Read(row.Json);
        if (!row.Handled)
            await WakeAsync(view, fact, cancellation);
        return fact;
    }

    private async Task WakeAsync(ExchangeView<TState> view, ExchangeFact fact, CancellationToken cancellation)
    {
        foreach (var wake in file.Kind.WakesFor(view, fact))
            await wake(engine, cancellation);
    }
}
