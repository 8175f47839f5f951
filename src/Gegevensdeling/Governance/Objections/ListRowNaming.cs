using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Objections;

/// <summary>
/// The OCMW says which row of the list an objection is about: the list first, then the dossier, which asks for it until then. The dossier never knows who it is, nor
/// whether the person is listed at all: the municipality follows it too (F11).
/// </summary>
public sealed class ListRowNaming(ListEditing editing, ObjectionEffects effects, DossierDesk<ObjectionState, ObjectionCommand> desk)
{
    /// <param name="actor">Of the OCMW.</param>
    /// <param name="dossier">About a list.</param>
    /// <param name="number">As people write it; null where the person is not on the list.</param>
    /// <param name="factId">32 hex digits, the same at every repetition of the request.</param>
    /// <returns>Why not; null when it is so.</returns>
    public async Task<Refusal?> NameAsync(ActedBy actor, DossierView dossier, string? number, string factId, CancellationToken cancellation)
    {
        if (ObjectionDecisions.MayName(ObjectionState.Of(dossier.Facts)) is { } decided)
            return decided;

        // Whoever made it may have been stopped before the list was.
        await effects.TakeAsync(dossier, ObjectionPlan.Restrict, cancellation);
        var refusal = await editing.RestrictAsync(actor, dossier.Protocol, dossier.Id, number, factId, cancellation);

        // On a list that is over there is nothing to name any more: the dossier must not ask for ever.
        if (refusal is null || refusal == ListDecisions.Ended)
            await desk.DoAsync(actor, dossier.Protocol, dossier.Id, new ObjectionCommand.NameRow(), References.FactOf($"{factId} {dossier.Id}"), cancellation);
        return refusal;
    }
}
