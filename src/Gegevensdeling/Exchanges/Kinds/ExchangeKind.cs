using Gegevensdeling.Audit;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>
/// One kind of exchange: how its facts add up, who may do what, what its head says and whom a fact wakes. All of it pure; the file and the desk do the rest,
/// the same for every kind.
/// </summary>
/// <param name="word">Its word in the register, for example <c>groeipakketvraag</c>.</param>
public abstract class ExchangeKind<TState, TCommand>(string word)
    where TState : class
{
    public string Word { get; } = word;

    /// <summary>What each side sees of the audit events of an exchange of this kind; no more than its own acts until the kind says so (W12).</summary>
    public virtual AuditReach Reach => AuditReach.Own;

    /// <summary>What the facts add up to, the oldest first.</summary>
    public TState StateOf(IEnumerable<ExchangeFact> facts)
    {
        TState? state = null;
        foreach (var fact in facts)
            state = state is null ? Start(fact) : After(state, fact);
        return state ?? throw new InvalidOperationException("An exchange without facts");
    }

    /// <summary>The state after one more fact.</summary>
    public abstract TState After(TState state, ExchangeFact fact);

    /// <summary>A fact to record, or a refusal that names the article.</summary>
    public abstract ExchangeDecision Decide(ExchangeView<TState> view, TCommand command, DecisionMoment moment);

    /// <summary>The head after a fact, its word and its term included.</summary>
    public abstract ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, TState state);

    /// <summary>Which orchestrations must hear of a fact; the one that marks it as handled comes last.</summary>
    /// <param name="view">After the fact.</param>
    public abstract IReadOnlyList<Wake> WakesFor(ExchangeView<TState> view, ExchangeFact fact);

    /// <summary>What a certificate says beside what was looked at.</summary>
    public abstract ErasureSubject SubjectOf(ExchangeView<TState> view);

    /// <exception cref="InvalidOperationException">The first fact is not a beginning.</exception>
    protected abstract TState Start(ExchangeFact first);
}
