using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>What the machinery of dossiers knows of every kind.</summary>
public interface IDossierKind
{
    /// <summary>The kind's word in the register's heads, for example <c>gegevenslek</c>.</summary>
    string Word { get; }

    /// <summary>References of this kind begin with it.</summary>
    string Prefix { get; }

    /// <summary>True where what happens in it is both sides' to know; otherwise it is of whoever opened it.</summary>
    bool BothSidesKnow { get; }

    /// <summary>The head after these facts: its word, and whether the dossier is closed.</summary>
    ExchangeHead HeadAfter(ExchangeHead head, IReadOnlyList<ExchangeFact> facts);

    /// <summary>What is due at this moment.</summary>
    DossierPlan PlanFor(DossierView dossier, DateTimeOffset now);
}

/// <summary>A dossier as the register holds it.</summary>
/// <param name="Protocol">The version under which it began.</param>
public sealed record DossierView(ExchangeHead Head, Protocol Protocol, IReadOnlyList<ExchangeFact> Facts)
{
    public ExchangeId Id => Head.Id;

    /// <summary>A closed dossier is kept and takes no more facts. The register's heads have one column for 'over'.</summary>
    public bool Closed => Head.ErasedAt is not null;

    /// <summary>The codes of the steps that were taken.</summary>
    public IReadOnlySet<string> Done { get; } = Facts.OfType<DossierFact.Taken>().Select(taken => taken.Step).ToHashSet(StringComparer.Ordinal);
}

/// <summary>One kind of dossier: pure rules over its own facts.</summary>
/// <typeparam name="TState">What the facts add up to. Derived, never stored.</typeparam>
/// <typeparam name="TCommand">What people may do: a closed union.</typeparam>
public abstract class DossierKind<TState, TCommand>(string word, string prefix) : IDossierKind
    where TState : class
{
    public string Word => word;

    public string Prefix => prefix;

    public virtual bool BothSidesKnow => false;

    /// <summary>The reference of a dossier that a request opens: the request's own reservation, so that a repetition opens the same one.</summary>
    public ExchangeId ReferenceOf(string reservation) => new($"{Prefix}{reservation[reservation.IndexOf('-', StringComparison.Ordinal)..]}");

    /// <summary>The fact that follows, or the refusal. <paramref name="state"/> is null while the dossier does not exist.</summary>
    public abstract DossierDecision Decide(TState? state, TCommand command, DossierContext now);

    /// <exception cref="InvalidOperationException">A fact that this kind does not know.</exception>
    public abstract TState StateOf(IReadOnlyList<ExchangeFact> facts);

    public ExchangeHead HeadAfter(ExchangeHead head, IReadOnlyList<ExchangeFact> facts)
    {
        var state = StateOf(facts);
        return head with { State = WordOf(state), ErasedAt = ClosedAt(state), PurgedAt = facts[^1] is DossierFact.HistoryPurged purged ? purged.At : null, Revision = facts.Count };
    }

    public DossierPlan PlanFor(DossierView dossier, DateTimeOffset now) => Plan(dossier, StateOf(dossier.Facts), now);

    protected abstract DossierPlan Plan(DossierView dossier, TState state, DateTimeOffset now);

    /// <summary>The word of this state in lists.</summary>
    protected abstract string WordOf(TState state);

    /// <summary>When it was over; null while it is open.</summary>
    protected abstract DateTimeOffset? ClosedAt(TState state);
}

/// <summary>What a decision may know beside the state and the command.</summary>
/// <param name="FactId">32 hex digits: the id of the fact, if one is recorded.</param>
/// <param name="Today">The legal date in Europe/Brussels.</param>
public sealed record DossierContext(ExchangeId Dossier, Protocol Protocol, string FactId, DateTimeOffset Now, DateOnly Today, ActedBy Actor);

/// <summary>The answer of a decision.</summary>
public abstract record DossierDecision
{
    private DossierDecision()
    {
    }

    public sealed record Record(DossierFact Fact) : DossierDecision;

    /// <summary>It is so already; nothing is recorded again.</summary>
    public sealed record Already : DossierDecision;

    public sealed record Refuse(Refusal Refusal) : DossierDecision;

    public static DossierDecision No(string code, string article, string text) => new Refuse(new(code, article, text));
}
