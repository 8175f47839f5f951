using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What became of a request to refer.</summary>
public abstract record IntakeResult
{
    private IntakeResult()
    {
    }

    /// <summary>Sealed, stored and on its way.</summary>
    public sealed record Accepted(ExchangeId Exchange) : IntakeResult;

    public sealed record Refused(Refusal Refusal, IReadOnlyList<FieldRefusal> Fields) : IntakeResult;
}

/// <summary>Begins a referral: admission, claim, seal, record, start - in that order, so that a crash leaves nothing half-made.</summary>
public sealed class ReferralIntake(
    IRegister register, ExchangeLedger ledger, ReferralFile file, ReferralSealing sealing, ReferralPseudonyms pseudonyms, IOrchestrationClient engine, TimeProvider clock)
{
    private static readonly IntakeResult Expired = new IntakeResult.Refused(
        new("doorverwijzing-verlopen", "art. 6", "Deze opdracht is te lang blijven liggen en is gewist. Verwijs opnieuw door."), []);

    /// <param name="actor">The team member.</param>
    /// <param name="protocol">In force, and the actor's party is its sender: checked by the caller.</param>
    /// <param name="request">The consent and the five fields.</param>
    /// <param name="exchange">Reserved for this request; the same again after a crash.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting; what was accepted stays.</param>
    public async Task<IntakeResult> CreateAsync(
        ActedBy actor, Protocol protocol, ReferralRequest request, ExchangeId exchange, string factId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var admission = ReferralAdmission.Decide(protocol, request, now);
        if (admission is Admission.Refused refused)
            return new IntakeResult.Refused(refused.Refusal, refused.Fields);
        var admitted = (Admission.Admitted)admission;

        // The register claims first: whatever follows has a row that says until when it may exist.
        var artefact = References.NewArtefact();
        if (await file.FindAsync(exchange, cancellation) is null)
            await BeginAsync(actor, protocol, admitted, exchange, artefact, factId, now, cancellation);
        var referral = await file.GetAsync(exchange, cancellation);
        if (referral.State is { Exists: false, Forgotten: true } or { Erased: not null })
            return Expired;
        if (!referral.State.Exists)
        {
            var name = new BlobName(exchange, referral.State.Claimed);
            var (sha256, bytes) = await sealing.SealAsync(name, ReferralDocument.Of(exchange, protocol, admitted, now), cancellation);
            var sealedFact = new ReferralFact.Sealed(References.NewFact(), clock.GetUtcNow(), actor, name.Artefact, sha256, bytes);
            referral = await file.RecordAsync(referral, sealedFact, cancellation) ?? await file.GetAsync(exchange, cancellation);

            // Erased at the very edge of its term, while this sealed: the sweep takes what was written, and nothing was accepted.
            if (!referral.State.Exists)
                return Expired;
        }

        await StartAsync(referral, cancellation);
        return new IntakeResult.Accepted(exchange);
    }

    /// <summary>Also when an earlier attempt of this request sealed and died: what nobody heard is said again at once, not first by the sweep.</summary>
    private async Task StartAsync(Referral referral, CancellationToken cancellation)
    {
        foreach (var row in (await register.FactsAsync(referral.Id, cancellation)).Where(row => row is { Wakes: true, Handled: false }))
        {
            foreach (var wake in FactJson.Read(row.Json) is ReferralFact.Sealed made ? ReferralWakes.For(referral.Id, referral.Terms, referral.State, made) : [])
                await wake(engine, cancellation);
        }
    }

    private async Task BeginAsync(
        ActedBy actor, Protocol protocol, Admission.Admitted admitted, ExchangeId exchange, ArtefactId artefact, string factId, DateTimeOffset now, CancellationToken cancellation)
    {
        // What is never completely sealed is gone within the hours of the protocol file.
        var head = await pseudonyms.OnAsync(
            new(
                exchange, ReferralHeads.Kind, protocol.Id, protocol.Version, protocol.Sender, protocol.Receiver, "aangemaakt", now,
                EraseAfter: now.AddHours(protocol.Referral!.Erasure.WithinHours), ErasedAt: null, PurgedAt: null, Pseudonyms: [], Salt: null, Links: [], Revision: 1),
            admitted.Client, cancellation);
        await ledger.BeginAsync(head, new ReferralFact.Created(factId, now, actor, artefact, admitted.Consent), cancellation);
    }
}
