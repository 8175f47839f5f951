using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Evidence.Packs;

/// <summary>The requests, answers and extracts of a Groeipakket protocol, each with the names of its signed documents.</summary>
public sealed class PackGroeipakket(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<AnswerState, AnswerCommand> answers, ExchangeFile<ExtractState, ExtractCommand> extracts) : IPackedKinds
{
    public IReadOnlySet<string> Words { get; } = new HashSet<string> { RequestKind.Name, AnswerKind.Name, ExtractKind.Name };

    public async Task<PackedExchange?> FindAsync(ExchangeHead head, CancellationToken cancellation) => head.Kind switch
    {
        RequestKind.Name => await requests.FindAsync(head.Id, cancellation) is { State.Exists: true } request
            ? new([], request.State.Erased is not null, (_, certificates) => GroeipakketProof.Of(request, certificates))
            : null,
        AnswerKind.Name => await answers.FindAsync(head.Id, cancellation) is { State.Exists: true } answer
            ? new([.. Enumerable.Range(1, answer.State.Receipts.Count).Select(AnswerReceipts.Name)], answer.State.Erased is not null, (receipts, certificates) => GroeipakketProof.Of(answer, receipts, certificates))
            : null,
        ExtractKind.Name => await extracts.FindAsync(head.Id, cancellation) is { State.File: not null } extract
            ? new([], extract.State.Erased is not null, (_, certificates) => GroeipakketProof.Of(extract, certificates))
            : null,
        _ => throw new InvalidOperationException($"A kind of exchange that a pack does not know: {head.Kind}"),
    };
}
