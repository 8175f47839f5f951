using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Takes an extract of the register: streamed, checked row by row and sealed on the way; replaced whole, or not at all.</summary>
public sealed class ExtractIntake(
    ExchangeFile<ExtractState, ExtractCommand> extracts, ExchangeDesk<ExtractState, ExtractCommand> desk, SealedContent content, Eraser eraser, TimeProvider clock)
{
    public const string EntryName = "kadaster.csv";

    /// <param name="actor">Team Kadaster &amp; Fluxen.</param>
    /// <param name="protocol">In force, checked by the caller.</param>
    /// <param name="asOf">The day of which it shows the state of the register.</param>
    /// <param name="csv">Read once, to its end.</param>
    /// <param name="exchange">Reserved for this request; the same again after a crash.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public async Task<UploadResult> CreateAsync(ActedBy actor, Protocol protocol, DateOnly asOf, Stream csv, ExchangeId exchange, string factId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (asOf > LegalCalendar.DateOf(now))
            return new UploadResult.Refused(new("peildatum-in-toekomst", "C2", "De peildatum van het uittreksel ligt in de toekomst."));
        var artefact = References.NewArtefact();
        await extracts.BeginAsync(
            exchange, protocol, protocol.Registry(), protocol.Registry(), new ExtractFact.Claimed(factId, now, actor, artefact, asOf), now + GroeipakketTerms.Incomplete, cancellation);
        var view = await extracts.GetAsync(exchange, cancellation);
        if (!view.State.IsUsable)
        {
            var name = new BlobName(exchange, view.State.Claim.Artefact);
            var (file, problem) = await SealAsync(name, protocol, csv, cancellation);
            if (file is null)
                return new UploadResult.Refused(problem!);
            if (await desk.DoAsync(actor, exchange, new ExtractCommand.Seal(file), References.FactOf($"{factId} verzegeld"), cancellation) is DeskOutcome<ExtractState>.Refused refused)
            {
                await eraser.EraseAgainAsync(exchange, cancellation); // another came first: nothing of it stays
                return new UploadResult.Refused(refused.Refusal);
            }
        }

        foreach (var older in (await extracts.ListAsync(protocol.Id, liveOnly: true, cancellation)).Where(one => one.Id != exchange && one.State.End is null && one.Head.CreatedAt <= view.Head.CreatedAt))
            await desk.DoAsync(actor, older.Id, new ExtractCommand.Supersede(exchange), References.FactOf($"{factId} {older.Id}"), cancellation);
        return new UploadResult.Accepted(exchange);
    }

    private async Task<(SealedFile? File, Refusal? Problem)> SealAsync(BlobName name, Protocol protocol, Stream csv, CancellationToken cancellation)
    {
        try
        {
            var made = await content.SealAsync(
                name, EntryName,
                async (target, token) =>
                {
                    await using var tee = new TeeStream(csv, target);
                    if (await GroeipakketFiles.CheckExtractAsync(protocol, tee, token) is { } problem)
                        throw new RefusedExtractException(problem);
                },
                cancellation);
            return (made, null);
        }
        catch (RefusedExtractException refused)
        {
            return (null, refused.Refusal);
        }
    }

    /// <summary>Carries the refusal out of the sealing: nothing is stored.</summary>
    public sealed class RefusedExtractException(Refusal refusal) : Exception(refusal.Code)
    {
        public Refusal Refusal { get; } = refusal;
    }
}
