using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Exchanges.Kinds.ExchangeDecision;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What may be done to the list.</summary>
public abstract record ListCommand
{
    private ListCommand()
    {
    }

    /// <param name="Base">The number of the version that it was made from.</param>
    public sealed record Make(int Base, ExchangeId Copy, ListChange Why, ListCounts Counts, int Lapsed, ExchangeId? Cycle, DateTimeOffset? DeliveredAt, ExchangeId? Restriction = null) : ListCommand;

    /// <param name="SocialService">The reader works for the social service, whose drive it may be.</param>
    public sealed record Open(bool SocialService, string Purpose) : ListCommand;

    public sealed record FetchMarks(bool Accounting, string Purpose) : ListCommand;

    public sealed record Export(string Purpose) : ListCommand;
}

/// <summary>Pure decisions on the list: the state, a command and the moment go in; a fact or a refusal comes out.</summary>
public static class ListDecisions
{
    public static Refusal Ended { get; } = new("lijst-beeindigd", "art. 3", "Deze lijst is afgesloten en wordt gewist. U kunt ze niet meer openen of wijzigen.");

    /// <summary>Somebody else made a version in between: it is done again on that one.</summary>
    public static Refusal Changed { get; } = new("lijst-gewijzigd", "art. 6", "Iemand anders wijzigde de lijst op hetzelfde ogenblik. Probeer het opnieuw.");

    /// <summary>W22: until the OCMW said which row it is.</summary>
    public static Refusal Restricted { get; } = new(
        "toestand-beperkt", "art. 18, 21 AVG",
        "Iemand maakte bezwaar of vroeg om beperking. Tot het OCMW in dat dossier zegt om welke rij het gaat, of dat de persoon niet op de lijst staat, ligt de hele lijst stil.");

    /// <summary>W22: the dossier holds nothing of this list any more.</summary>
    public static Refusal NotRunning { get; } = new("bezwaar-afgehandeld", "art. 18, 21 AVG", "Dit bezwaar houdt niets meer tegen op de lijst: er is al over beslist.");

    public static Refusal NoVersion(Protocol protocol) =>
        new("lijst-leeg", protocol.CitePhase(DebtorSettings.MarksFlow), "Er is nog geen lijst: er werd nog geen maand vergeleken.");

    public static ExchangeDecision Decide(ExchangeView<ListState> view, ListCommand command, DecisionMoment now)
    {
        var state = view.State;
        return command switch
        {
            _ when state.End is not null => new Refuse(Ended),
            ListCommand.Make make => MayMake(state, make.Why, make.Restriction) is { } no ? new Refuse(no)
                : make.Base != state.Number ? new Refuse(Changed)
                : new Record(new ListFact.VersionMade(
                    now.FactId, now.Now, now.Actor, make.Base + 1, make.Copy, make.Why, make.Counts, make.Lapsed, make.Cycle, make.DeliveredAt, make.Restriction)),
            _ when state.IsRestricted => new Refuse(Restricted),
            _ when state.Current is null => new Refuse(NoVersion(view.Protocol)),
            ListCommand.Open open => MayRead(view, open.SocialService, now.Now) is { } no
                ? new Refuse(no)
                : new Record(new ListFact.Opened(now.FactId, now.Now, now.Actor, state.Number, open.Purpose)),
            ListCommand.FetchMarks fetch => MayFetchMarks(view, now.Now) is { } no
                ? new Refuse(no)
                : new Record(new ListFact.MarksFetched(now.FactId, now.Now, now.Actor, state.Number, fetch.Accounting, fetch.Purpose)),
            ListCommand.Export export => new Record(new ListFact.Exported(now.FactId, now.Now, now.Actor, state.Number, export.Purpose)),
            _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
        };
    }

    /// <summary>Why no such version is made now; null where it is. W22: a list that waits takes none but one that says which row it is, or frees one; either for a dossier that runs.</summary>
    /// <param name="restriction">The dossier for which it is made, or null.</param>
    public static Refusal? MayMake(ListState state, ListChange why, ExchangeId? restriction) => (why, restriction) switch
    {
        _ when state.End is not null => Ended,
        (ListChange.Restricted, { } dossier) => state.Waiting.Contains(dossier) || state.Held.Contains(dossier) ? null : NotRunning,
        (_, { } dossier) => state.Held.Contains(dossier) ? null : NotRunning,
        _ when state.IsRestricted => Restricted,
        _ => null,
    };

    /// <summary>
    /// D12: from when on the list stands on the drive that is not shared: so many months after phase 1 was delivered. The date decides, not whether anybody recorded
    /// the move. Null before the first comparison.
    /// </summary>
    public static DateTimeOffset? MovesAt(ListState state, Protocol protocol) => state.Comparison?.DeliveredAt is { } delivered
        ? LegalCalendar.StartOf(LegalCalendar.DateOf(delivered).AddMonths(protocol.Debtors!.MoveWithinMonths))
        : null;

    /// <summary>D12: afterwards the social service alone reads it; the rows stay.</summary>
    public static Refusal? MayRead(ExchangeView<ListState> view, bool socialService, DateTimeOffset now) =>
        socialService || MovesAt(view.State, view.Protocol) is not { } moves || now < moves ? null : OnDrive(view.Protocol);

    /// <summary>D12, D11: the municipality has the marks of a month for as long; a mark that was changed since, for as long after that change.</summary>
    public static Refusal? MayFetchMarks(ExchangeView<ListState> view, DateTimeOffset now)
    {
        var (settings, moves) = (view.Protocol.Debtors!, MovesAt(view.State, view.Protocol));
        var changed = view.State.MarksChanged is { } change ? LegalCalendar.StartOf(LegalCalendar.DateOf(change.At).AddMonths(settings.MoveWithinMonths)) : (DateTimeOffset?)null;
        return moves is null || now < moves || now < changed ? null : OnDrive(view.Protocol);
    }

    private static Refusal OnDrive(Protocol protocol) => new(
        "op-dienstenschijf", protocol.Cite(protocol.Debtors!),
        $"De lijst staat nu op de niet gedeelde dienstenschijf van {protocol.Party(protocol.Debtors!.DriveOf).Name}. Alleen de sociale dienst kan ze nog lezen, tot er opnieuw vergeleken wordt.");
}
