using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Retention;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What the erasure certificate of an answer says (F2, P12, P14).</summary>
internal static class AnswerErasure
{
    public static ErasureSubject SubjectOf(ExchangeView<AnswerState> view)
    {
        var (head, state) = (view.Head, view.State);
        return new(
            state.End ?? (state.Exists ? ErasureReason.TermEnded : ErasureReason.Voided),
            state.EndedAt ?? head.EraseAfter ?? head.CreatedAt,
            [.. state.Files.Select(file => file.Digest)],
            [.. Declarations(view)],
            [.. NotVerifiable(state)],
            ["Het kenmerk, tijdstippen, aantallen rijen, rollen en kenmerken van medewerkers, de bewijzen en het auditspoor. Geen nummer van een kind of begunstigde."],
            GroeipakketNames.Instances(head.Id, state.Handovers.Count));
    }

    private static IEnumerable<Declaration> Declarations(ExchangeView<AnswerState> view)
    {
        var (protocol, state) = (view.Protocol, view.State);
        foreach (var copy in state.MayBeElsewhere ? AnswerState.ServiceCopies : [])
            yield return state.DeclarationOf(copy) is { } made ? Declaration.Made(copy, made.By, made.At) : Declaration.Awaited(copy, view.Head.Receiver);
        if (state.Handovers.All(one => one.RevealedAt is null))
            yield break;
        foreach (var (side, party) in new[] { (GroeipakketSide.Registry, view.Head.Sender), (GroeipakketSide.Requester, view.Head.Receiver) })
            yield return state.WipedBy(side) is { } wiped ? Declaration.Made(DeclaredCopy.Key, wiped.By, wiped.At) : Declaration.Awaited(DeclaredCopy.Key, party);
    }

    private static IEnumerable<string> NotVerifiable(AnswerState state)
    {
        if (state.MayBeElsewhere)
            yield return "Kopieën bij de ontvanger (mailbox, downloads, papier, en lijsten die ermee gemaakt werden): daarvoor geldt alleen wat de partij zelf verklaart (zie 'verklaard').";
        if (state.Deliveries.Any(delivery => delivery.Channel == "mail"))
            yield return "Kopieën en logboeken van de mailservers tussen dit systeem en de mailbox. Die kopieën zijn verzegeld en onleesbaar zolang niemand de sleutel nog heeft.";
        if (state.Handovers.Any(one => one.RevealedAt is not null))
            yield return "De sleutel die aan de telefoon of per sms werd doorgegeven, voor zover iemand hem noteerde: daarvoor geldt alleen wat beide partijen verklaren (zie 'verklaard').";
        yield return "Het Vlaams Kadaster Groeipakket zelf: dat valt niet onder dit antwoord.";
        yield return "Reservekopieën van dit systeem. Een verzegeld bestand daarin is onleesbaar zolang niemand de sleutel nog heeft; een reservekopie die ook de sleutels bevat, moet apart gewist worden.";
    }
}
