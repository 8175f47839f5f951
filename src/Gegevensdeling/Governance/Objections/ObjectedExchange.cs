using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Objections;

/// <summary>An exchange to which a person can object.</summary>
/// <param name="Protocol">The version under which it began.</param>
/// <param name="Refusal">Why nobody can object to it; null where one can.</param>
/// <param name="Ended">It is over. A referral's sending team never hears that (W12).</param>
public sealed record ObjectedExchange(ExchangeHead Head, Protocol Protocol, Refusal? Refusal, bool Ended);

/// <summary>What objections need of one kind of exchange.</summary>
public interface IObjectedExchanges
{
    /// <summary>Null where there is none of this kind with that reference.</summary>
    Task<ObjectedExchange?> FindAsync(ExchangeId exchange, CancellationToken cancellation);

    /// <summary>Does in the exchange what a step of the dossier asks. Done again, it changes nothing.</summary>
    /// <param name="objection">About an exchange of this kind.</param>
    /// <param name="code">A step of <see cref="ObjectionPlan"/>.</param>
    /// <param name="step">The id of what is recorded of it.</param>
    Task TakeAsync(ObjectionState objection, ExchangeId dossier, string code, string step, CancellationToken cancellation);
}
