using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The terms of one protocol that decide the course of a request and its answer. An instance keeps the terms it started with.</summary>
/// <param name="RequesterAfter">Working days after which the requester is asked about wrong rows.</param>
/// <param name="AnswerAfter">Working days after which the team is asked for the answer.</param>
/// <param name="ReceiptAfter">Working days after which the service is asked to confirm receipt (P13).</param>
/// <param name="HeadAfter">Working days after which the head of service hears of it.</param>
/// <param name="Every">Working days between two reminders of one kind.</param>
/// <param name="RelevanceEvery">Months after which the service is asked whether it still needs the file (P12).</param>
/// <param name="LastWarning">Days before the end of the term.</param>
/// <param name="RequestKey">Working days after which a request's key that was not handed over is reported.</param>
/// <param name="AnswerKey">The same for the answer's.</param>
public sealed record GroeipakketTerms(
    int RequesterAfter, int AnswerAfter, int ReceiptAfter, int HeadAfter, int Every, int RelevanceEvery, int LastWarning, IReadOnlyList<int> RequestKey, IReadOnlyList<int> AnswerKey)
{
    /// <summary>How many times at most a party is asked to declare that its own copies are gone.</summary>
    public const int MostDeclarations = 3;

    /// <summary>What was claimed and is not complete by then is gone.</summary>
    public static readonly TimeSpan Incomplete = TimeSpan.FromHours(24);

    /// <exception cref="InvalidOperationException">The protocol regulates no such request.</exception>
    public static GroeipakketTerms Of(Protocol protocol)
    {
        var followUp = (protocol.Groeipakket ?? throw new InvalidOperationException("No protocol for a Groeipakket request")).FollowUp;
        return new(
            followUp.RequesterAfter, followUp.AnswerAfter, followUp.ReceiptAfter, followUp.HeadAfter, followUp.RepeatEvery, followUp.RelevanceEveryMonths, followUp.LastWarningDays,
            KeyOf(protocol.RequestFlow()), KeyOf(protocol.AnswerFlow()));
    }

    /// <summary>
    /// P12, P13: until when a copy of this party may exist at the latest, counted from the day on which it came into being. The strictest of its terms wins.
    /// </summary>
    /// <exception cref="InvalidOperationException">The protocol gives that party no term.</exception>
    public static DateTimeOffset Until(Protocol protocol, PartyId party, DateTimeOffset made) =>
        protocol.Retention.Rules.Where(rule => rule.InThisSystem && rule.Parties.Contains(party) && rule.Term is not null).Select(rule => After(made, rule.Term!)).Min(at => (DateTimeOffset?)at)
            ?? throw new InvalidOperationException("A copy without a term");

    private static DateTimeOffset After(DateTimeOffset made, Term term)
    {
        var day = LegalCalendar.DateOf(made);
        return term.Unit switch
        {
            TermUnit.Hours => made.AddHours(term.Count),
            TermUnit.Days => LegalCalendar.StartOf(day.AddDays(term.Count)),
            TermUnit.Months => LegalCalendar.StartOf(day.AddMonths(term.Count)),
            TermUnit.Years => LegalCalendar.StartOf(day.AddYears(term.Count)),
            _ => throw new InvalidOperationException($"A unit that no rule knows: {term.Unit}"),
        };
    }

    private static IReadOnlyList<int> KeyOf(Flow flow) => flow.Key?.ReminderWorkingDays ?? throw new InvalidOperationException("No key handover in this flow");
}
