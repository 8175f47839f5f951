using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using static Gegevensdeling.Exchanges.Kinds.ExchangeDecision;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What may be done to a request that exists.</summary>
public abstract record RequestCommand
{
    private RequestCommand()
    {
    }

    public sealed record Store(SealedFile File) : RequestCommand;

    /// <summary>A key is about to be tried.</summary>
    public sealed record TryKey(KeyChannel Channel) : RequestCommand;

    /// <summary>The key that was entered opens the file.</summary>
    public sealed record EnterKey(KeyChannel Channel) : RequestCommand;

    /// <param name="Side">Who begins it.</param>
    public sealed record BeginHandover(GroeipakketSide Side) : RequestCommand;

    public sealed record GoOn : RequestCommand;

    public sealed record Fetch(string Purpose) : RequestCommand;

    public sealed record Answer(ExchangeId Id, DateTimeOffset MadeAt) : RequestCommand;

    /// <summary>Receipt of this answer is confirmed.</summary>
    public sealed record Receive(ExchangeId Of) : RequestCommand;

    /// <param name="Next">The number of the one that comes in its place.</param>
    /// <param name="Named">The requester named this one; without that only what is not complete gives way.</param>
    public sealed record Replace(int Next, bool Named) : RequestCommand;

    public sealed record Cancel : RequestCommand;

    public sealed record WipeKey(GroeipakketSide Side) : RequestCommand;

    public sealed record Declare(IReadOnlyList<DeclaredCopy> Copies) : RequestCommand;
}

/// <summary>Pure decisions on a request: the state, a command and the moment go in; a fact or a refusal comes out.</summary>
public static class RequestDecisions
{
    public static Refusal Ended { get; } = new("aanvraag-beeindigd", "art. 3", "Deze aanvraag is afgesloten en wordt gewist. Er kan niets meer mee gebeuren.");

    public static Refusal Restricted { get; } = new(
        "toestand-beperkt", "art. 18, 21 AVG",
        "Iemand van wie gegevens in dit bestand staan, maakte bezwaar of vroeg beperking. Tot daarover beslist is, wordt het bestand alleen bewaard.");

    /// <summary>P4: three tries, then a new handover.</summary>
    public static Refusal TriesUsed { get; } = new(
        "pogingen-op", "C2",
        "Deze sleutel is te vaak verkeerd ingevoerd. Begin een nieuwe overdracht: vraag de functionaris voor gegevensbescherming van de aanvrager de sleutel opnieuw, en controleer samen elk teken.");

    private static readonly Refusal OtherAnswer = new("ander-antwoord", "art. 5", "Dit antwoord is vervangen door een ander. Gebruik het nieuwe.");

    public static ExchangeDecision Decide(ExchangeView<RequestState> view, RequestCommand command, DecisionMoment now)
    {
        var state = view.State;
        return command switch
        {
            RequestCommand.WipeKey wipe => Wipe(state, wipe, now),
            RequestCommand.Declare declare => Declare(state, declare, now),
            RequestCommand.Receive receive => Receive(state, receive, now),
            _ when state.End is not null => new Refuse(Ended),
            RequestCommand.Store store => state.Exists
                ? new Already()
                : new Record(new RequestFact.Stored(now.FactId, now.Now, now.Actor, store.File.Id, store.File.Sha256, store.File.Bytes)),

            // W14: until receipt is confirmed the requester may take it back, also while an objection runs or before it is complete.
            RequestCommand.Replace replace => state.Exists && !replace.Named ? new Refuse(StillRuns(view)) : new Record(new RequestFact.Replaced(now.FactId, now.Now, now.Actor, replace.Next)),
            RequestCommand.Cancel => new Record(new RequestFact.Cancelled(now.FactId, now.Now, now.Actor)),
            _ when !state.Exists => new Refuse("aanvraag-onvolledig", "art. 6", "Deze aanvraag werd nooit volledig ontvangen en wordt gewist. Stuur ze opnieuw."),
            _ when state.IsRestricted => new Refuse(Restricted),
            RequestCommand.TryKey tried => (ExchangeDecision?)MayTryKey(view, tried.Channel) ?? new Record(new RequestFact.KeyTried(now.FactId, now.Now, now.Actor, state.Handover)),
            RequestCommand.EnterKey enter => state.Key is not null ? new Already() : new Record(new RequestFact.KeyEntered(now.FactId, now.Now, now.Actor, state.Handover, enter.Channel)),
            RequestCommand.BeginHandover begin => BeginHandover(view, begin, now),
            RequestCommand.GoOn => GoOn(state, now),
            RequestCommand.Fetch fetch => (ExchangeDecision?)NotReady(state) ?? new Record(new RequestFact.Fetched(now.FactId, now.Now, now.Actor, fetch.Purpose)),
            RequestCommand.Answer answer => state.Answer == answer.Id
                ? new Already()
                : (ExchangeDecision?)NotReady(state) ?? new Record(new RequestFact.Answered(now.FactId, now.Now, now.Actor, answer.Id, answer.MadeAt)),
            _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
        };
    }

    /// <summary>P4: why no key can be tried now; null when one can. The channel is one that the protocol names, never the file's; the protocol file says how often.</summary>
    private static Refuse? MayTryKey(ExchangeView<RequestState> view, KeyChannel channel) => view.State switch
    {
        { Claim.SealedByRequester: false } => new Refuse("geen-sleutel-nodig", "C2", "Deze aanvraag kwam via de toepassing en is hier verzegeld. Er is geen sleutel nodig."),
        { Key: not null } => new Refuse("sleutel-al-ingevoerd", "C2", "De juiste sleutel is al ingevoerd."),
        _ when view.Protocol.RequestFlow().Key is { } key && !key.Channels.Contains(channel) => new Refuse("ander-kanaal", view.Protocol.Cite(key), "Volgens het protocol mag de sleutel niet langs deze weg komen."),
        { Tries: var tries } when tries >= view.Protocol.Groeipakket!.KeyAttempts => new Refuse(TriesUsed),
        _ => null,
    };

    /// <summary>W14, P1: why another request may not come now; null when it may. One that was claimed and never completed is none.</summary>
    /// <param name="all">Every request of the protocol.</param>
    /// <param name="named">The one that the new one is to replace.</param>
    public static Refusal? MayBegin(IReadOnlyCollection<ExchangeView<RequestState>> all, ExchangeId? named) =>
        all.FirstOrDefault(one => one.State.Received) is { } received ? AlreadyAnswered(received.Protocol)
        : all.FirstOrDefault(one => one.State is { Exists: true, End: null } && one.Id != named) is { } running ? StillRuns(running)
        : null;

    public static Refusal AlreadyAnswered(Protocol protocol) => new(
        "al-beantwoord", protocol.Cite(protocol.RequestFlow().Periodicity),
        "De gegevens zijn al eenmaal opgevraagd en het antwoord is ontvangen. Een tweede aanvraag kan niet; fouten in het antwoord meldt u volgens artikel 7.");

    /// <summary>Two came at once, and the other was first.</summary>
    public static Refusal Beaten(Protocol protocol) => new(
        "al-een-aanvraag", protocol.Cite(protocol.RequestFlow().Periodicity), "Er kwam net een andere aanvraag binnen. Kijk na welke er loopt voor u opnieuw een aanvraag doet.");

    private static Refusal StillRuns(ExchangeView<RequestState> running) => new(
        "al-een-aanvraag", running.Protocol.Cite(running.Protocol.RequestFlow().Periodicity),
        $"Er loopt al een aanvraag ({running.Id}). Wilt u ze vervangen, geef dat kenmerk dan op; de vorige aanvraag en haar antwoord worden gewist.");

    // P4: who used up the tries does not give itself new ones; the DPO who has the key does.
    private static ExchangeDecision BeginHandover(ExchangeView<RequestState> view, RequestCommand.BeginHandover begin, DecisionMoment now) =>
        view.State is not { Claim.SealedByRequester: true, Key: null } state
            ? new Refuse("geen-sleutel-nodig", "C2", "Er is geen sleutel meer nodig voor deze aanvraag.")
            : begin.Side == GroeipakketSide.Registry && state.Tries >= view.Protocol.Groeipakket!.KeyAttempts
            ? new Refuse("andere-kant-begint", "C2", "De pogingen zijn op. De functionaris voor gegevensbescherming van de aanvrager begint een nieuwe overdracht en geeft de sleutel opnieuw door.")
            : new Record(new RequestFact.HandoverBegun(now.FactId, now.Now, now.Actor, state.Handover + 1));

    private static ExchangeDecision GoOn(RequestState state, DecisionMoment now) => state switch
    {
        { Check: null } => new Refuse("nog-niet-gecontroleerd", "C2", "Deze aanvraag is nog niet gecontroleerd."),
        { Check.Wrong: 0 } or { WentOn: true } => new Already(),
        { Check.Right: 0 } => new Refuse("geen-juiste-rij", "C2", "Geen enkele rij is juist. Verbeter het bestand en vervang de aanvraag."),
        _ => new Record(new RequestFact.WentOn(now.FactId, now.Now, now.Actor)),
    };

    // P13, W14: the receipt of the answer that counts ends the request; of another it does not.
    private static ExchangeDecision Receive(RequestState state, RequestCommand.Receive receive, DecisionMoment now) =>
        state.Answer != receive.Of ? new Refuse(OtherAnswer)
        : state.Received ? new Already()
        : state.End is not null ? new Refuse(Ended)
        : state.IsRestricted ? new Refuse(Restricted)
        : new Record(new RequestFact.AnswerReceived(now.FactId, now.Now, now.Actor, receive.Of));

    private static Refuse? NotReady(RequestState state) => state switch
    {
        { IsReadable: false } => new Refuse("sleutel-ontbreekt", "C2", "De sleutel van deze aanvraag is nog niet ingevoerd."),
        { Check: null } => new Refuse("nog-niet-gecontroleerd", "C2", "Deze aanvraag is nog niet gecontroleerd."),
        { IsReady: false } => new Refuse("wacht-op-aanvrager", "C2", "In de aanvraag staan foute rijen. De aanvrager verbetert ze eerst, of gaat zonder die rijen verder."),
        _ => null,
    };

    /// <summary>P14: an attestation may come at any time, also after the end.</summary>
    private static ExchangeDecision Wipe(RequestState state, RequestCommand.WipeKey wipe, DecisionMoment now) =>
        !state.Claim.SealedByRequester ? new Refuse("geen-sleutel-nodig", "C2", "Deze aanvraag is hier verzegeld; niemand heeft de sleutel genoteerd.")
        : state is { Key: null, End: null } ? new Refuse("sleutel-nog-nodig", "C2", "De sleutel van deze aanvraag is nog niet ingevoerd. Wis hem pas daarna.")
        : state.Wiped.Any(one => one.Side == wipe.Side && one.At >= state.Key?.At) ? new Already()
        : new Record(new RequestFact.KeyWiped(now.FactId, now.Now, now.Actor, wipe.Side));

    private static ExchangeDecision Declare(RequestState state, RequestCommand.Declare declare, DecisionMoment now) =>
        declare.Copies.Count == 0 || declare.Copies.Except(RequestErasure.TeamCopies).Any()
            ? new Refuse("verklaring-onvolledig", "C2", "Noem wat gewist is: downloads of papier.")
            : new Record(new RequestFact.Declared(now.FactId, now.Now, now.Actor, declare.Copies));
}
