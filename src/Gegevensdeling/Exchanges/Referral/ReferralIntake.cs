using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
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
    IRegister register, ExchangeLedger ledger, ReferralFile file, ReferralSealing sealing, ISystemKeys systemKeys, IOrchestrationClient engine, TimeProvider clock)
{
    /// <param name="actor">The team member.</param>
    /// <param name="protocol">In force, and the actor's party is its sender: checked by the caller.</param>
    /// <param name="request">The consent and the five fields.</param>
    /// <param name="exchange">Reserved for this request; the same again after a crash.</param>
    /// <param name="correlation">32 hex digits.</param>
    /// <param name="cancellation">Stops waiting; what was accepted stays.</param>
    public async Task<IntakeResult> CreateAsync(
        ActedBy actor, Protocol protocol, ReferralRequest request, ExchangeId exchange, string correlation, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var admission = ReferralAdmission.Decide(protocol, request, now);
        if (admission is Admission.Refused refused)
            return new IntakeResult.Refused(refused.Refusal, refused.Fields);
        var admitted = (Admission.Admitted)admission;

        // The register claims first: whatever follows has a row that says until when it may exist.
        var artefact = References.NewArtefact();
        if (await file.FindAsync(exchange, cancellation) is null)
            await BeginAsync(actor, protocol, admitted, exchange, artefact, correlation, now, cancellation);
        var referral = await file.GetAsync(exchange, cancellation);
        if (!referral.State.Exists)
        {
            var name = new BlobName(exchange, referral.State.Claimed);
            var (sha256, bytes) = await sealing.SealAsync(name, ReferralDocument.Of(exchange, protocol, admitted, now), cancellation);
            var sealedFact = new ReferralFact.Sealed(References.NewFact(), clock.GetUtcNow(), actor, name.Artefact, sha256, bytes);
            referral = await file.RecordAsync(referral, sealedFact, cancellation) ?? await file.GetAsync(exchange, cancellation);
            foreach (var wake in ReferralWakes.For(exchange, referral.Terms, referral.State, sealedFact))
                await wake(engine, cancellation);
        }

        return new IntakeResult.Accepted(exchange);
    }

    private async Task BeginAsync(
        ActedBy actor, Protocol protocol, Admission.Admitted admitted, ExchangeId exchange, ArtefactId artefact, string correlation, DateTimeOffset now, CancellationToken cancellation)
    {
        var person = PersonNormalisation.Referral(admitted.Client.FirstName, admitted.Client.Name, admitted.Client.Phone, admitted.Client.Mail, Street(admitted.Client.Address));
        var pseudonymKey = await Pseudonym.KeyAsync(systemKeys, protocol.Id, cancellation);
        var salt = Pseudonym.NewSalt();
        var links = await LinksAsync(protocol, person, pseudonymKey, cancellation);

        // What is never completely sealed is gone within the hours of the protocol file.
        var head = new ExchangeHead(
            exchange, ReferralHeads.Kind, protocol.Id, protocol.Version, protocol.Sender, protocol.Receiver, "aangemaakt", now,
            EraseAfter: now.AddHours(protocol.Referral!.Erasure.WithinHours), ErasedAt: null, PurgedAt: null, Pseudonym.Of(pseudonymKey, salt, person), salt, links, Revision: 1);
        await ledger.BeginAsync(head, new ReferralFact.Created(correlation, now, actor, artefact, admitted.Consent), cancellation);
    }

    private static string? Street(Address address) =>
        address.Street is null ? null : $"{address.Postcode} {address.Street} {address.Number} {address.Box}";

    /// <summary>W8: live referrals of possibly the same client, found by trying each under its own salt; only the OCMW is shown them.</summary>
    private async Task<IReadOnlyList<ExchangeId>> LinksAsync(Protocol protocol, IReadOnlyList<PersonForm> person, byte[] key, CancellationToken cancellation)
    {
        var links = new List<ExchangeId>();
        await foreach (var head in register.OfProtocolAsync(protocol.Id, liveOnly: true, cancellation))
        {
            if (head.Salt is { } salt && Pseudonym.Matches(key, salt, head.Pseudonyms, person))
                links.Add(head.Id);
        }

        return links;
    }
}
