using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Evaluations;

/// <summary>When a protocol is evaluated, and over which years (R16; FAQ: 'jaarlijks te kunnen evalueren').</summary>
public static class EvaluationCalendar
{
    /// <summary>Working days between the invitation and the day that is proposed: reports are read, diaries are full.</summary>
    private const int Notice = 20;

    /// <summary>The latest day on which an evaluation fell due; null while none has since this system knows the protocol, or where the protocol asks for none.</summary>
    /// <param name="start">On which the first version began: a later version moves no anniversary.</param>
    /// <param name="known">The day on which this system first saw the protocol: what came before left no figures here.</param>
    public static DateOnly? DueOn(Protocol protocol, DateOnly start, DateOnly known, DateOnly today)
    {
        if (protocol.Referral?.Evaluation.EveryMonths is not { } months)
            return null;
        DateOnly? due = null;
        for (var (number, day) = (1, start.AddMonths(months)); day <= today; day = start.AddMonths(months * ++number))
            due = day > known ? day : null;
        return due;
    }

    public static DateOnly Next(Protocol protocol, DateOnly due) => due.AddMonths(protocol.Referral!.Evaluation.EveryMonths);

    public static DateOnly Proposed(DateOnly due) => LegalCalendar.AddWorkingDays(due, Notice);

    /// <summary>
    /// Whole calendar years that ended since the evaluation before; at least the last one. The figures are always those of calendar years: two windows that
    /// overlap would let small numbers be computed.
    /// </summary>
    public static IReadOnlyList<int> Years(Protocol protocol, DateOnly due)
    {
        var from = due.AddMonths(-protocol.Referral!.Evaluation.EveryMonths).Year;
        return from >= due.Year ? [due.Year - 1] : [.. Enumerable.Range(from, due.Year - from)];
    }

    /// <summary>One dossier a due date: <c>EV-mechelen-2024-202604</c>.</summary>
    public static ExchangeId IdOf(ProtocolId protocol, DateOnly due) => new(string.Create(CultureInfo.InvariantCulture, $"EV-{protocol}-{due:yyyyMM}"));
}
