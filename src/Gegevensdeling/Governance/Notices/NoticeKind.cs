using System.Globalization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Notices;

/// <summary>The dossier of one notice of change (G13, G14): <c>WM-XXXX-XXXX-XXXX</c>, or <c>WM-mechelen-2024-v2-1</c> where two versions differ in processors.</summary>
public sealed class NoticeKind() : DossierKind<NoticeState, NoticeCommand>(Name, "WM")
{
    /// <summary>The word in the register's heads.</summary>
    public const string Name = "wijziging";

    /// <summary>The notice that the system gives for a party when this version changed its processors.</summary>
    public static ExchangeId IdOf(Protocol version, PartyId party) =>
        new(string.Create(CultureInfo.InvariantCulture, $"WM-{version.Id}-v{version.Version}-{version.Parties.Index().First(one => one.Item.Id == party).Index + 1}"));

    public override bool BothSidesKnow => true;

    public override NoticeState StateOf(IReadOnlyList<ExchangeFact> facts) => NoticeState.Of(facts);

    public override DossierDecision Decide(NoticeState? state, NoticeCommand command, DossierContext now) => NoticeDecisions.Decide(state, command, now);

    protected override DossierPlan Plan(DossierView dossier, NoticeState state, DateTimeOffset now) => NoticePlan.Of(dossier.Id, dossier.Protocol, state, now);

    protected override string WordOf(NoticeState state) => state.Word;

    protected override DateTimeOffset? ClosedAt(NoticeState state) => state.ClosedAt;
}
