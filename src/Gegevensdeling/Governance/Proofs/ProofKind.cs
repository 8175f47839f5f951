using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Proofs;

/// <summary>The dossier of one request for proof (G15): <c>BA-XXXX-XXXX-XXXX</c>.</summary>
public sealed class ProofKind() : DossierKind<ProofState, ProofCommand>(Name, "BA")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "bewijsaanvraag";

    public override bool BothSidesKnow => true;

    public override ProofState StateOf(IReadOnlyList<ExchangeFact> facts) => ProofState.Of(facts);

    public override DossierDecision Decide(ProofState? state, ProofCommand command, DossierContext now) =>
        state is not null ? new DossierDecision.Already()
        : ProofDuty.Towards(now.Protocol, command.For) is { } duty
            ? new DossierDecision.Record(new ProofFact.Asked(now.FactId, now.Now, now.Actor, command.For, [.. duty.From.Where(party => party != command.For)]))
            : new DossierDecision.Refuse(ProofDuty.NotForeseen(now.Protocol));

    protected override DossierPlan Plan(DossierView dossier, ProofState state, DateTimeOffset now) => ProofPlan.Of(dossier.Id, dossier.Protocol, state, now);

    protected override string WordOf(ProofState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(ProofState state) => state.ToldAt;
}
