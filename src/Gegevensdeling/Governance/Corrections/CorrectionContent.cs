using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What became of new content.</summary>
public abstract record ContentResult
{
    private ContentResult()
    {
    }

    public sealed record Ok : ContentResult;

    public sealed record Refused(Refusal Refusal, IReadOnlyList<FieldRefusal> Fields) : ContentResult;
}

/// <summary>
/// Brings the right content (art. 7): admitted by the same rules as a referral, sealed, recorded with the referral, noted in the dossier - in that
/// order. The content goes from the request into the sealed archive and nowhere else.
/// </summary>
public sealed class CorrectionContent(
    DossierDesk<CorrectionState, CorrectionCommand> desk, DossierFile dossiers, ReferralFile referrals, ReferralReplacement replacement, IRegister register, IOrchestrationClient engine, TimeProvider clock)
{
    /// <param name="actor">Of the sending team.</param>
    /// <param name="id">An existing correction.</param>
    /// <param name="client">The five fields.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <param name="cancellation">Stops waiting; what was sealed stays.</param>
    public async Task<ContentResult> ReplaceAsync(ActedBy actor, ExchangeId id, ReferredClient client, string factId, CancellationToken cancellation)
    {
        var dossier = await dossiers.GetAsync(id, cancellation);
        var exchange = CorrectionState.Of(dossier.Facts).Report.Exchange;
        var referral = await referrals.GetAsync(exchange, cancellation);
        var admission = ReferralAdmission.Decide(referral.Protocol, client, referral.State.Consent);
        if (admission is not Admission.Admitted admitted)
            return new ContentResult.Refused(((Admission.Refused)admission).Refusal, ((Admission.Refused)admission).Fields);
        if (await desk.DoAsync(actor, dossier.Protocol, id, new CorrectionCommand.BeginReplacement(), factId, cancellation) is DossierResult.Refused refused)
            return new ContentResult.Refused(refused.Refusal, []);

        switch (await replacement.ReplaceAsync(actor, new(exchange, id, factId), admitted.Client, cancellation))
        {
            case Replacement.Made made:
                await WakeAsync(made, cancellation);
                return await NoteAsync(id, CorrectionEffects.ReplacedBy(made.Fact), new ContentResult.Ok(), cancellation);
            case Replacement.Ended:
                // W12: the same answer, and to the team the same dossier, as where there was a copy left to replace. The content is dropped.
                var over = new CorrectionFact.NoLongerNeeded(CorrectionEffects.FactOf(id, "niet-meer-nodig"), clock.GetUtcNow(), SystemActor.Value);
                return await NoteAsync(id, over, new ContentResult.Ok(), cancellation);
            case Replacement.Refused refuse:
                return new ContentResult.Refused(refuse.Refusal, []);
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }

    private async Task<ContentResult> NoteAsync(ExchangeId id, CorrectionFact fact, ContentResult result, CancellationToken cancellation)
    {
        await dossiers.RecordOnceAsync(id, fact, cancellation);
        await DossierFile.WakeAsync(engine, id, fact.Id, cancellation);
        return result;
    }

    /// <summary>The handovers of the old key close; killed before that, the sweep says it again.</summary>
    private async Task WakeAsync(Replacement.Made made, CancellationToken cancellation)
    {
        foreach (var wake in ReferralWakes.For(made.Referral.Id, made.Referral.Terms, made.Referral.State, made.Fact))
            await wake(engine, cancellation);
        await register.HandleAsync(made.Referral.Id, made.Fact.Id, clock, cancellation);
    }
}
