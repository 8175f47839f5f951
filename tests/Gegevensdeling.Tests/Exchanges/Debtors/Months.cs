using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Tests.Protocols;

namespace Gegevensdeling.Tests.Exchanges.Debtors;

/// <summary>Invented months, lists and copies in every state, for tests of the rules.</summary>
internal static class Months
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly DebtorMonth March = new(new(2026, 3, 1));
    public static readonly ExchangeId Delivery = new("DB-0000-0000-0001");
    public static readonly ActedBy Town = new(new("gemeente-maldegem"), "debiteurenteam", new("m-2026-a"));
    public static readonly ActedBy Worker = new(new("ocmw-maldegem"), "maatschappelijk-werker", new("m-2026-b"));
    public static readonly string Commitment = new('c', 64);

    public static Protocol Maldegem { get; } = CommittedProtocols.Maldegem;

    /// <summary>The same, where the OCMW compares itself.</summary>
    public static Protocol Literal { get; } = Maldegem with { Debtors = Maldegem.Debtors! with { Comparison = DebtorComparison.ByReceiver } };

    public static CycleFact.Opened Opened() => new(Fact(), March.Opens, SystemActor.Value, March);

    public static CycleFact.DebtorsDelivered Delivered(ExchangeId? copy = null) => new(Fact(), Begin, Town, copy ?? Delivery, 40, 3, 2);

    public static CycleFact.ClientsDelivered Clients(DateTimeOffset? at = null, string? id = null) => new(id ?? Fact(), at ?? Begin, Worker, 30, 1, Commitment);

    public static CycleFact.Compared Compared(int matched = 4) => new(Fact(), Begin, Worker, matched, 1, 1, 0, 1);

    public static IEnumerable<(string Name, CycleState State)> Every()
    {
        CycleFact[] delivered = [Opened(), Delivered()];
        CycleFact[] compared = [.. delivered, Clients(), Compared()];
        CycleFact[] released = [.. compared, new CycleFact.Released(Fact(), Begin, Worker)];
        CycleFact[] confirmed = [.. released, new CycleFact.Confirmed(Fact(), Begin, Town)];
        yield return ("geopend", Of(Opened()));
        yield return ("geleverd", Of(delivered));
        yield return ("drie keer geleverd", Of(Opened(), Delivered(), Delivered(), Delivered()));
        yield return ("cliëntnummers binnen, nog niet vergeleken", Of([.. delivered, Clients()]));
        yield return ("dezelfde, een half uur geleden", Of([.. delivered, Clients(Begin.AddMinutes(-30))]));
        yield return ("drie keer cliëntnummers, een uur geleden", Of([.. delivered, .. Enumerable.Range(0, 3).Select(_ => Clients(Begin.AddHours(-1)))]));
        yield return ("door het OCMW geopend", Of([.. delivered, new CycleFact.DeliveryOpened(Fact(), Begin, Worker, "preventieve-hulp")]));
        yield return ("vergeleken", Of(compared));
        yield return ("gemarkeerd", Of([.. delivered, new CycleFact.Marked(Fact(), Begin, Worker, 4, 0, 1)]));
        yield return ("vergeleken, niemand is cliënt", Of([.. delivered, Clients(), Compared(0)]));
        yield return ("vrijgegeven", Of(released));
        yield return ("bevestigd", Of(confirmed));
        yield return ("fase 3 geleverd", Of([.. confirmed, new CycleFact.Detailed(Fact(), Begin, Town, 4, 6, 2)]));
        yield return ("afgesloten", Of([.. confirmed, new CycleFact.Closed(Fact(), March.Closes, SystemActor.Value, CycleOutcome.Incomplete)]));
        yield return ("protocol geëindigd", Of([.. compared, new CycleFact.ProtocolEnded(Fact(), Begin, SystemActor.Value)]));
    }

    public static CycleState Of(params IReadOnlyList<ExchangeFact> facts) => new CycleKind().StateOf(facts);

    public static ExchangeView<CycleState> View(CycleState state, Protocol? protocol = null) => new(HeadOf(CycleKind.IdOf(Maldegem.Id, March), CycleKind.Name), state, protocol ?? Maldegem);

    public static ListState List(params IReadOnlyList<ListFact> facts) => new ListKind().StateOf([new ListFact.Begun(Fact(), Begin, SystemActor.Value), .. facts]);

    public static ExchangeView<ListState> View(ListState state) => new(HeadOf(ListKind.IdOf(Maldegem.Id), ListKind.Name), state, Maldegem);

    public static ListFact.VersionMade Version(int number, ListChange why = ListChange.Compared, DateTimeOffset? at = null, IReadOnlyList<ReviewCount>? reviews = null) => new(
        Fact(), at ?? Begin, Worker, number, CopyOf(number), why, new(4, 4, 0, 0, reviews ?? []), 0, CycleKind.IdOf(Maldegem.Id, March), why == ListChange.Compared ? at ?? Begin : null);

    public static ExchangeId CopyOf(int number) => new($"DK-0000-0000-000{number}");

    public static ExchangeView<CopyState> Copy(ExchangeId id, CopyContent content, int number = 1, DateTimeOffset? at = null)
    {
        var state = new CopyKind().StateOf([new CopyFact.Claimed(Fact(), at ?? Begin, Town, new("a-1"), content, new("DM-0000-0000-0001"), number), new CopyFact.Sealed(Fact(), at ?? Begin, Town, new("a-1"), new string('a', 64), 4096)]);
        return new(HeadOf(id, CopyKind.Name), state, Maldegem);
    }

    public static string Fact() => Referrals.NextId();

    private static Gegevensdeling.Stores.ExchangeHead HeadOf(ExchangeId id, string kind) => new(
        id, kind, Maldegem.Id, Maldegem.Version, Maldegem.Municipality(), Maldegem.SocialWelfare(), "verzegeld", Begin, null, null, null, [], null, [], 2);
}
