using System.Globalization;
using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>What became of a question.</summary>
public abstract record PersonAnswerResult
{
    private PersonAnswerResult()
    {
    }

    public sealed record Answered(PersonAnswer Answer, Protocol Protocol) : PersonAnswerResult
    {
        public override string ToString() => nameof(Answered);
    }

    public sealed record Refused(Refusal Refusal) : PersonAnswerResult;
}

/// <summary>
/// Answers a person for one party under one protocol (F12, D14). Whoever asks was identified first; what is asked and what is found are in memory only. Of it stays one audit event with
/// a count, on no exchange.
/// </summary>
public sealed class PersonAnswering(IReadOnlyList<IHeldPersons> kinds, QueryAllowance allowance, ProtocolLives lives, IAuditLog audit, TimeProvider clock)
{
    /// <param name="actor">Of the party that answers; authority was checked before.</param>
    /// <param name="protocol">An existing one to which the actor's body is party.</param>
    /// <param name="purpose">As the request names it; checked here (G20).</param>
    /// <param name="correlation">16 bytes in lower-case hex.</param>
    public async Task<PersonAnswerResult> AnswerAsync(ActedBy actor, ProtocolId protocol, PersonQuery query, string purpose, string correlation, CancellationToken cancellation)
    {
        var (now, version) = (clock.GetUtcNow(), await lives.AddressedAsync(protocol, actor.Party, cancellation));
        if (ProtocolRules.Purpose(version, actor.Party, purpose) is { } noPurpose)
            return new PersonAnswerResult.Refused(noPurpose);
        var decision = PersonQueryDecisions.Decide(version, actor.Party, query, now);
        if (decision is not PersonQueryDecision.Search { Person: var person })
            return new PersonAnswerResult.Refused(((PersonQueryDecision.Refuse)decision).Refusal);
        if (await allowance.TakeAsync(actor, now, cancellation) is { } tooOften)
            return new PersonAnswerResult.Refused(tooOften);

        // A protocol that was suspended or has ended still answers: the person's right does not end with it.
        var search = new PersonSearch(version, actor.Party, person);
        var found = await kinds.Single(kind => kind.Kind == version.Kind).FindAsync(search, cancellation);
        await audit.AppendAsync(EventOf(actor, version, purpose, correlation, found, now), cancellation); // before anything is shown
        return new PersonAnswerResult.Answered(PersonAnswer.Of(search, query.Identity, found, LegalCalendar.DateOf(now)), version);
    }

    /// <summary>How many were found, and that is all: no exchange, or the event would lead from the day of the question to the person.</summary>
    private static AuditEvent EventOf(ActedBy actor, Protocol protocol, string purpose, string correlation, HeldFindings found, DateTimeOffset now) => new(
        now, protocol.Id, protocol.Version, Exchange: null, actor, AuditAction.PersonAnswered, purpose, "art. 15 AVG", AuditOutcome.Ok, correlation, FactAudit.System,
        string.Create(CultureInfo.InvariantCulture, $"gevonden-{found.Held.Count}"));
}
