using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Notices;

/// <summary>What people and the system do around a notice of change. The decision is <see cref="NoticeDecisions"/>.</summary>
public abstract record NoticeCommand
{
    private NoticeCommand()
    {
    }

    public sealed record Give(PartyId Party, NoticeSubject Subject, IReadOnlyList<NoticeTouch> Touches, DateOnly? Since, string Reference) : NoticeCommand;

    public sealed record Acknowledge(PartyId Party) : NoticeCommand;

    public sealed record Settle(PartyId Party, NoticeConsequence Consequence, string Reference) : NoticeCommand;
}

/// <summary>What the facts of one notice add up to. Derived, never stored.</summary>
public sealed record NoticeState(NoticeFact.Given Given, IReadOnlyList<NoticeFact.Acknowledged> Read, NoticeFact.Settled? Settled)
{
    /// <summary>Who was told and has not read it yet.</summary>
    public IReadOnlyList<PartyId> Unread => [.. Given.To.Where(party => Read.All(read => read.Party != party))];

    public DateTimeOffset? ClosedAt => Settled?.At;

    public string Word => Settled is not null ? "afgesloten" : Unread.Count > 0 ? "gemeld" : "gelezen";

    /// <exception cref="InvalidOperationException">The first fact is not the notice.</exception>
    public static NoticeState Of(IReadOnlyList<ExchangeFact> facts) => new(
        facts is [NoticeFact.Given given, ..] ? given : throw new InvalidOperationException("A notice begins when it is given"),
        [.. facts.OfType<NoticeFact.Acknowledged>()],
        facts.OfType<NoticeFact.Settled>().FirstOrDefault());
}
