using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Exchanges.Kinds.ExchangeDecision;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What may be done to an answer that exists.</summary>
public abstract record AnswerCommand
{
    private AnswerCommand()
    {
    }

    public sealed record Seal(SealedFile File, int Yes, int No, int Skipped, AnswerWay Way, ExchangeId? Extract) : AnswerCommand;

    public sealed record AskMail(MailReason Reason) : AnswerCommand;

    /// <param name="Self">Every reference that this person has or had: who asked does not approve (P9, W2).</param>
    public sealed record ApproveMail(IReadOnlySet<StaffRef> Self) : AnswerCommand;

    public sealed record Open(string Purpose) : AnswerCommand;

    public sealed record Fetch(string Purpose) : AnswerCommand;

    public sealed record Confirm(string Sha256) : AnswerCommand;

    public sealed record Export(string Purpose) : AnswerCommand;

    public sealed record BeginHandover : AnswerCommand;

    public sealed record RevealKey(string Purpose) : AnswerCommand;

    /// <param name="SamePerson">Who revealed it is the one who says that it arrived: it takes two people (F4, W2).</param>
    public sealed record ReceiveKey(KeyChannel Channel, bool SamePerson) : AnswerCommand;

    public sealed record LoseKey(AnswerKeyLostReason Reason) : AnswerCommand;

    public sealed record WipeKey(GroeipakketSide Side) : AnswerCommand;

    public sealed record NeedNoMore : AnswerCommand;

    public sealed record Void : AnswerCommand;

    public sealed record Declare(IReadOnlyList<DeclaredCopy> Copies) : AnswerCommand;
}

/// <summary>Pure decisions on an answer: the state, a command and the moment go in; a fact or a refusal comes out.</summary>
public static class AnswerDecisions
{
    /// <summary>What a mail can carry; more goes by SFTP (design 5: Graph's <c>sendMail</c> attaches at most 3 MB).</summary>
    public const long LargestMail = 3 * 1024 * 1024;

    public static Refusal Ended { get; } = new("antwoord-beeindigd", "art. 3", "Dit antwoord is afgesloten en wordt gewist. De inhoud is er niet meer.");

    public static ExchangeDecision Decide(ExchangeView<AnswerState> view, AnswerCommand command, DecisionMoment now)
    {
        var state = view.State;
        return command switch
        {
            AnswerCommand.WipeKey wipe => Wipe(state, wipe, now),
            AnswerCommand.Declare declare => Declare(declare, now),
            AnswerCommand.Void => state.End is not null || state.Received ? new Already() : new Record(new AnswerFact.Lapsed(now.FactId, now.Now, now.Actor)),
            _ when state.End is not null => new Refuse(Ended),
            AnswerCommand.Seal seal => state.Exists ? new Already() : new Record(SealedOf(seal, now)),
            _ when !state.Exists => new Refuse("antwoord-onvolledig", "art. 6", "Dit antwoord werd nooit volledig verzegeld en wordt gewist."),

            // P12: what nobody needs any more goes, also while an objection runs.
            AnswerCommand.NeedNoMore => state.Received
                ? new Record(new AnswerFact.Irrelevant(now.FactId, now.Now, now.Actor))
                : new Refuse("nog-niet-ontvangen", "C2", "Bevestig eerst de ontvangst. Wilt u het antwoord niet, annuleer dan de aanvraag."),
            _ when state.IsRestricted => new Refuse(RequestDecisions.Restricted),
            AnswerCommand.AskMail ask => AskMail(view, ask, now),
            AnswerCommand.ApproveMail approve => ApproveMail(state, approve, now),
            AnswerCommand.Open open => new Record(new AnswerFact.Opened(now.FactId, now.Now, now.Actor, state.Current!.Id, open.Purpose)),
            AnswerCommand.Fetch fetch => new Record(new AnswerFact.Fetched(now.FactId, now.Now, now.Actor, state.Current!.Id, fetch.Purpose)),
            AnswerCommand.Confirm confirm => Confirm(state, confirm, now),
            AnswerCommand.Export export => state.Received
                ? new Record(new AnswerFact.Exported(now.FactId, now.Now, now.Actor, export.Purpose))
                : new Refuse("nog-niet-ontvangen", "C2", "Open het antwoord eerst, of bevestig de ontvangst."),
            AnswerCommand.BeginHandover => state.KeysToReplace > 0 ? new Refuse(BeingResealed)
                : !state.IsThere ? new Refuse("nog-niet-verzonden", "C2", "Het antwoord is nog niet afgeleverd. De overdracht van de sleutel begint vanzelf daarna.")
                : state.OpenHandover is { ReceivedAt: null, RevealedAt: null } ? new Already()
                : new Record(new AnswerFact.HandoverBegun(now.FactId, now.Now, now.Actor, state.Handovers.Count + 1)),
            AnswerCommand.RevealKey reveal => Reveal(state, reveal, now),
            AnswerCommand.ReceiveKey receive => Receive(view, receive, now),
            AnswerCommand.LoseKey lose => state.Handovers.Any(one => one.RevealedAt is not null)
                ? new Record(new AnswerFact.KeyLost(now.FactId, now.Now, now.Actor, lose.Reason))
                : new Refuse("sleutel-nooit-getoond", "W6", "De sleutel van dit antwoord werd nooit getoond: er is niets verloren."),
            _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
        };
    }

    private static readonly Refusal BeingResealed = new(
        "wordt-opnieuw-verzegeld", "W6", "De vorige sleutel ging verloren; het bestand wordt opnieuw verzegeld. Probeer het zo dadelijk opnieuw.");

    private static AnswerFact.Sealed SealedOf(AnswerCommand.Seal seal, DecisionMoment now) => new(
        now.FactId, now.Now, now.Actor, seal.File.Id, seal.File.Sha256, seal.File.Bytes, seal.Yes, seal.No, seal.Skipped, seal.Way, seal.Extract);

    // P9: enkel en alleen als noodoplossing.
    private static ExchangeDecision AskMail(ExchangeView<AnswerState> view, AnswerCommand.AskMail ask, DecisionMoment now) =>
        view.Protocol.AnswerFlow().Channels.All(channel => channel.Kind != ChannelKind.Mail) ? new Refuse("geen-mail", "C2", "Volgens het protocol gaat dit antwoord niet per mail.")
        : view.State.Current!.Bytes > LargestMail ? new Refuse("te-groot-voor-mail", "C2", "Dit bestand is te groot voor een mail. Het kan alleen via sftp.")
        : view.State.MailAsked is not null ? new Already()
        : new Record(new AnswerFact.MailAsked(now.FactId, now.Now, now.Actor, ask.Reason));

    private static ExchangeDecision ApproveMail(AnswerState state, AnswerCommand.ApproveMail approve, DecisionMoment now) =>
        state.MailAsked is not { } asked ? new Refuse("mail-niet-gevraagd", "C2", "Niemand heeft gevraagd om dit antwoord per mail te versturen.")
        : approve.Self.Contains(asked.By.Staff) ? new Refuse("zelfde-persoon", "C2", "Wie het vraagt, kan het niet zelf goedkeuren.")
        : state.MailApproved is not null ? new Already()
        : new Record(new AnswerFact.MailApproved(now.FactId, now.Now, now.Actor));

    private static ExchangeDecision Confirm(AnswerState state, AnswerCommand.Confirm confirm, DecisionMoment now) =>
        state.LastOut is null ? new Refuse("nog-niet-verzonden", "C2", "Het antwoord is nog niet afgeleverd: er is nog geen bestand om de ontvangst van te bevestigen.")
        : string.Equals(state.Current!.Sha256, confirm.Sha256, StringComparison.OrdinalIgnoreCase)
            ? new Record(new AnswerFact.Confirmed(now.FactId, now.Now, now.Actor, state.Current.Id, state.Current.Sha256))
            : new Refuse("ander-bestand", "art. 6", "De controlesom hoort niet bij het bestand dat afgeleverd werd. De ontvangst is niet bevestigd; controleer of u het juiste bestand hebt.");

    // The fact is the claim: it is recorded before the key is shown, so a second attempt finds it.
    private static ExchangeDecision Reveal(AnswerState state, AnswerCommand.RevealKey reveal, DecisionMoment now) =>
        state.KeysToReplace > 0 ? new Refuse(BeingResealed)
        : state.OpenHandover is not { } handover ? new Refuse("geen-overdracht", "C2", "Er loopt geen overdracht van de sleutel van dit antwoord.")
        : handover.RevealedAt is not null ? new Refuse("al-getoond", "W6", "Deze sleutel is al getoond. Werd het tonen onderbroken, begin dan een nieuwe overdracht.")
        : new Record(new AnswerFact.KeyRevealed(now.FactId, now.Now, now.Actor, handover.Number, reveal.Purpose));

    private static ExchangeDecision Receive(ExchangeView<AnswerState> view, AnswerCommand.ReceiveKey receive, DecisionMoment now) =>
        view.State.OpenHandover is not { RevealedAt: not null } handover ? new Refuse("sleutel-niet-getoond", "C2", "De sleutel is nog niet getoond.")
        : handover.ReceivedAt is not null ? new Already()
        : receive.SamePerson ? new Refuse("zelfde-persoon", "C2", "Wie de sleutel toonde, kan de ontvangst niet bevestigen: de overdracht vraagt twee personen.")
        : view.Protocol.AnswerFlow().Key is { } key && !key.Channels.Contains(receive.Channel) ? new Refuse("ander-kanaal", view.Protocol.Cite(key), "Volgens het protocol mag de sleutel niet langs deze weg komen.")
        : new Record(new AnswerFact.KeyReceived(now.FactId, now.Now, now.Actor, handover.Number, receive.Channel));

    /// <summary>P14: an attestation may come at any time, also after the end.</summary>
    private static ExchangeDecision Wipe(AnswerState state, AnswerCommand.WipeKey wipe, DecisionMoment now) =>
        state.Handovers.All(one => one.RevealedAt is null)
            ? new Refuse("sleutel-nooit-getoond", "C2", "De sleutel van dit antwoord werd nooit getoond: er valt niets te wissen.")
            : new Record(new AnswerFact.KeyWiped(now.FactId, now.Now, now.Actor, wipe.Side));

    private static ExchangeDecision Declare(AnswerCommand.Declare declare, DecisionMoment now) =>
        declare.Copies.Count == 0 || declare.Copies.Except(AnswerState.ServiceCopies).Any()
            ? new Refuse("verklaring-onvolledig", "C2", "Noem wat gewist is: mailbox, downloads of papier.")
            : new Record(new AnswerFact.Declared(now.FactId, now.Now, now.Actor, declare.Copies));
}
