using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What the erasure certificate of a request says (F2, P13, P14).</summary>
internal static class RequestErasure
{
    /// <summary>What the team may hold of a request outside this system, once it fetched it.</summary>
    public static IReadOnlyList<DeclaredCopy> TeamCopies { get; } = [DeclaredCopy.Downloads, DeclaredCopy.Paper];

    public static ErasureSubject SubjectOf(ExchangeView<RequestState> view)
    {
        var (head, state) = (view.Head, view.State);
        return new(
            state.End ?? (state.Exists ? ErasureReason.TermEnded : ErasureReason.Voided),
            state.EndedAt ?? head.EraseAfter ?? head.CreatedAt,
            state.File is { } file ? [file.Digest] : [],
            [.. Declarations(view)],
            [.. NotVerifiable(state)],
            ["Het kenmerk, tijdstippen, aantallen rijen, rollen en kenmerken van medewerkers, de bewijzen en het auditspoor. Geen nummer van een kind of begunstigde."],
            GroeipakketNames.Instances(head.Id, state.Handover));
    }

    private static IEnumerable<Declaration> Declarations(ExchangeView<RequestState> view)
    {
        var (protocol, state) = (view.Protocol, view.State);
        foreach (var copy in state.Fetched ? TeamCopies : [])
            yield return state.DeclarationOf(copy) is { } made ? Declaration.Made(copy, made.By, made.At) : Declaration.Awaited(copy, protocol.Registry());
        if (!state.Claim.SealedByRequester)
            yield break;

        // P14: both sides, wherever they noted the key.
        foreach (var (side, party) in new[] { (GroeipakketSide.Requester, view.Head.Sender), (GroeipakketSide.Registry, protocol.Registry()) })
        {
            var wiped = state.Wiped.LastOrDefault(one => one.Side == side && !(one.At < state.Key?.At));
            yield return wiped is null ? Declaration.Awaited(DeclaredCopy.Key, party) : Declaration.Made(DeclaredCopy.Key, wiped.By, wiped.At);
        }
    }

    private static IEnumerable<string> NotVerifiable(RequestState state)
    {
        if (state.Fetched)
            yield return "Wat het team Kadaster & Fluxen opvroeg om het met de hand na te gaan: daarvoor geldt alleen wat het zelf verklaart (zie 'verklaard').";
        if (state.Claim.SealedByRequester)
            yield return "De sleutel die aan de telefoon of per sms werd doorgegeven, voor zover iemand hem noteerde: daarvoor geldt alleen wat beide partijen verklaren (zie 'verklaard').";
        yield return "Het eigen bestand van de aanvrager, waaruit de aanvraag gemaakt werd: dat staat buiten dit systeem.";
        yield return "Het Vlaams Kadaster Groeipakket zelf: dat valt niet onder deze aanvraag.";
        yield return "Reservekopieën van dit systeem. Een verzegeld bestand daarin is onleesbaar zolang niemand de sleutel nog heeft; een reservekopie die ook de sleutels bevat, moet apart gewist worden.";
    }
}
