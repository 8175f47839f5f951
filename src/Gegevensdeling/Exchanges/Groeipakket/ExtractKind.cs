using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What may be done to an extract that exists.</summary>
public abstract record ExtractCommand
{
    private ExtractCommand()
    {
    }

    public sealed record Seal(SealedFile File) : ExtractCommand;

    public sealed record Supersede(ExchangeId Next) : ExtractCommand;
}

/// <summary>
/// An extract of the Vlaams Kadaster Groeipakket: far more people than any request is about. So it is sealed as a whole, has a short term of its own, gives way to the next
/// one, and nobody has a route to its content.
/// </summary>
public sealed class ExtractKind() : ExchangeKind<ExtractState, ExtractCommand>(Name)
{
    public const string Name = "kadasteruittreksel";

    public override AuditReach Reach => AuditReach.Both;

    public override ExtractState After(ExtractState state, ExchangeFact fact) => state.After(fact);

    public override ExchangeDecision Decide(ExchangeView<ExtractState> view, ExtractCommand command, DecisionMoment moment) => (view.State, command) switch
    {
        ({ End: not null }, ExtractCommand.Seal) => new ExchangeDecision.Refuse("uittreksel-vervallen", "C2", "Dit uittreksel is intussen vervallen. Laad het opnieuw op."),
        ({ End: not null }, _) => new ExchangeDecision.Already(),
        ({ File: not null }, ExtractCommand.Seal) => new ExchangeDecision.Already(),
        (_, ExtractCommand.Seal seal) => new ExchangeDecision.Record(new ExtractFact.Sealed(moment.FactId, moment.Now, moment.Actor, seal.File.Id, seal.File.Sha256, seal.File.Bytes)),
        (_, ExtractCommand.Supersede next) => new ExchangeDecision.Record(new ExtractFact.Superseded(moment.FactId, moment.Now, moment.Actor, next.Next)),
        _ => throw new InvalidOperationException($"A command that no rule knows: {command.GetType().Name}"),
    };

    /// <summary>Its own term, of the protocol file: never as long as a request's.</summary>
    public override ExchangeHead HeadAfter(ExchangeHead head, Protocol protocol, ExtractState state) => head with
    {
        State = state.Word,
        EraseAfter = state.Erased is not null ? null : state.EndedAt ?? (state.File is not null ? UntilOf(protocol, state.Claim.At) : head.EraseAfter),
    };

    public override IReadOnlyList<Wake> WakesFor(ExchangeView<ExtractState> view, ExchangeFact fact) => fact switch
    {
        ExtractFact.Sealed => [Start(view)],
        ExtractFact.Superseded or ExtractFact.Ended => [Start(view), (client, cancellation) => client.SendAsync(view.Id.Value, new ExtractMessage(fact.Id), cancellation)],
        _ => [],
    };

    public override ErasureSubject SubjectOf(ExchangeView<ExtractState> view) => new(
        view.State.End ?? (view.State.File is not null ? ErasureReason.TermEnded : ErasureReason.Voided),
        view.State.EndedAt ?? view.Head.EraseAfter ?? view.Head.CreatedAt,
        view.State.File is { } file ? [file.Digest] : [],
        [],
        ["Het Vlaams Kadaster Groeipakket zelf, en het bestand dat het team eruit nam om op te laden.", "Reservekopieën van dit systeem. Een verzegeld bestand daarin is onleesbaar zolang niemand de sleutel nog heeft; een reservekopie die ook de sleutels bevat, moet apart gewist worden."],
        ["Het kenmerk, tijdstippen, rollen en kenmerken van medewerkers, de bewijzen en het auditspoor. Geen gegevens van kinderen of begunstigden."],
        GroeipakketNames.Instances(view.Id, handovers: 0));

    public static DateTimeOffset UntilOf(Protocol protocol, DateTimeOffset made) => LegalCalendar.StartOf(LegalCalendar.DateOf(made).AddDays(protocol.Groeipakket!.ExtractDays));

    protected override ExtractState Start(ExchangeFact first) => ExtractState.Start(first);

    private static Wake Start(ExchangeView<ExtractState> view) =>
        (client, cancellation) => client.StartAsync(ExtractOrchestration.Orchestration, view.Id.Value, new ExtractInput(view.Id, UntilOf(view.Protocol, view.State.Claim.At)), cancellation);
}

/// <summary>What the orchestration of an extract hears: it is over.</summary>
/// <param name="Id">Of the fact.</param>
public sealed record ExtractMessage(string Id) : OrchestrationMessage(Id);
