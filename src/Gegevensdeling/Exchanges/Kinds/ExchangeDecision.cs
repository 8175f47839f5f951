using Gegevensdeling.Evidence;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>The answer of a decision on an exchange.</summary>
public abstract record ExchangeDecision
{
    private ExchangeDecision()
    {
    }

    /// <summary>The fact to record.</summary>
    public sealed record Record(ExchangeFact Fact) : ExchangeDecision;

    /// <summary>It is so already; nothing is recorded again.</summary>
    public sealed record Already : ExchangeDecision;

    public sealed record Refuse(Refusal Refusal) : ExchangeDecision
    {
        public Refuse(string code, string article, string text)
            : this(new Refusal(code, article, text))
        {
        }
    }
}

/// <summary>When, by whom and under which id something is recorded.</summary>
/// <param name="FactId">32 hex digits, the same at every repetition of one request.</param>
public sealed record DecisionMoment(string FactId, DateTimeOffset Now, ActedBy Actor);
