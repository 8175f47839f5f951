using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Notices;

/// <summary>What people and the system do around a notice of change. The decision is <see cref="NoticeDecisions"/>.</summary>
public abstract record NoticeCommand
{
    private NoticeCommand()
    {
    }

    /// <param name="Onward">Of a disclosure to others, and there required.</param>
    public sealed record Give(
        PartyId Party, NoticeSubject Subject, IReadOnlyList<NoticeTouch> Touches, DateOnly? Since, string Reference, OnwardDisclosure? Onward = null) : NoticeCommand;

    /// <summary>Data were passed on as announced, on this legal date.</summary>
    public sealed record PassOn(PartyId Party, DateOnly On) : NoticeCommand;

    public sealed record Acknowledge(PartyId Party) : NoticeCommand;

    public sealed record Settle(PartyId Party, NoticeConsequence Consequence, string Reference) : NoticeCommand;
}

/// <summary>What the facts of one notice add up to. Derived, never stored.</summary>
/// <param name="Given">What was told; of an announced disclosure its common part.</param>
/// <param name="Onward">Null of a change.</param>
public sealed record NoticeState(
    NoticeFact.Given Given, OnwardDisclosure? Onward, IReadOnlyList<NoticeFact.Acknowledged> Read, IReadOnlyList<NoticeFact.PassedOn> Passed, NoticeFact.Settled? Settled)
{
    /// <summary>Who was told and has not read it yet.</summary>
    public IReadOnlyList<PartyId> Unread => [.. Given.To.Where(party => Read.All(read => read.Party != party))];

    public DateTimeOffset? ClosedAt => Settled?.At;

    public string Word => Settled is not null ? "afgesloten" : Unread.Count > 0 ? "gemeld" : "gelezen";

    /// <exception cref="InvalidOperationException">The first fact is not the notice.</exception>
    public static NoticeState Of(IReadOnlyList<ExchangeFact> facts)
    {
        var (given, onward) = facts switch
        {
            [NoticeFact.Given told, ..] => (told, null),
            [NoticeFact.Announced told, ..] => (new NoticeFact.Given(told.Id, told.At, told.By, told.From, told.To, NoticeSubject.OnwardDisclosure, [], told.Reference, told.Since), told.Disclosure),
            _ => throw new InvalidOperationException("A notice begins when it is given"),
        };
        return new(given, onward, [.. facts.OfType<NoticeFact.Acknowledged>()], [.. facts.OfType<NoticeFact.PassedOn>()], facts.OfType<NoticeFact.Settled>().FirstOrDefault());
    }
}
