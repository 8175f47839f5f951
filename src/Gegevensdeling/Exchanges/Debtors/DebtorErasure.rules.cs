using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>What the erasure certificates of this exchange say (F2).</summary>
internal static class DebtorErasure
{
    private const string Backups =
        "Reservekopieën van dit systeem. Een verzegeld bestand daarin is onleesbaar zolang niemand de sleutel nog heeft; een reservekopie die ook de sleutels bevat, moet apart gewist worden.";

    private const string Remains = "Het kenmerk, tijdstippen, aantallen, rollen en kenmerken van medewerkers, de bewijzen en het auditspoor. Geen naam en geen nummer van een debiteur of cliënt.";

    /// <summary>Of a month: its key. With it go the hashes of client numbers that somebody might still have.</summary>
    public static ErasureSubject SubjectOf(ExchangeView<CycleState> view) => new(
        view.State.End ?? ErasureReason.TermEnded,
        view.State.EndedAt ?? view.State.Month.Closes,
        [],
        [],
        ["De eigen lijsten van de gemeente en van het OCMW, waaruit de leveringen gemaakt werden: die staan buiten dit systeem.", Backups],
        [Remains],
        DebtorNames.Instances(view.Id));

    public static ErasureSubject SubjectOf(ExchangeView<ListState> view) => new(
        view.State.End ?? ErasureReason.TermEnded, view.State.EndedAt ?? view.Head.CreatedAt, [], [], [Backups], [Remains], DebtorNames.Instances(view.Id));

    public static ErasureSubject SubjectOf(ExchangeView<CopyState> view) => new(
        CopyKind.ReasonOf(view.State),
        view.State.End?.At ?? view.Head.EraseAfter ?? view.Head.CreatedAt,
        view.State.File is { } file ? [file.Digest] : [],
        [],
        [.. NotVerifiable(view.State), Backups],
        [Remains],
        DebtorNames.Instances(view.Id));

    private static IEnumerable<string> NotVerifiable(CopyState state) => state.Claim.Content switch
    {
        CopyContent.Delivery => ["De debiteurenadministratie van de gemeente, en het bestand dat ze eruit nam om te leveren: die staan buiten dit systeem."],
        CopyContent.Version => ["Wat het OCMW of de gemeente uit de toepassing ophaalde en zelf bewaart: dat staat buiten dit systeem."],
        _ => throw new InvalidOperationException($"A content that no rule knows: {state.Claim.Content}"),
    };
}
