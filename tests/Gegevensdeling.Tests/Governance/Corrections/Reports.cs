using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Evidence;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using Gegevensdeling.Tests.Exchanges;

namespace Gegevensdeling.Tests.Governance.Corrections;

/// <summary>Invented corrections for tests of the rules.</summary>
internal static class Reports
{
    /// <summary>A Monday morning.</summary>
    public static readonly DateTimeOffset Begin = Referrals.Begin;

    public static readonly ExchangeId Id = Referrals.Correction;

    public static Protocol Mechelen => Referrals.Mechelen;

    public static CorrectionCommand.Report Report(DefectKind kind = DefectKind.Wrong, IReadOnlyList<string>? fields = null, bool ended = false, Manner manner = Manner.Application) =>
        new(Referrals.Id, Referrals.Sender.Staff, ended, kind, fields ?? ["telefoonnummer"], AfterNotice: true, manner);

    public static CorrectionFact Reported(ActedBy? by = null, DefectKind kind = DefectKind.Wrong) =>
        new CorrectionFact.Reported(Referrals.NextId(), Begin, by ?? Referrals.Worker, Referrals.Id, Referrals.Sender.Staff, kind, ["telefoonnummer"], true, Manner.Telephone);

    public static CorrectionFact Acknowledged() => new CorrectionFact.Acknowledged(Referrals.NextId(), Begin.AddHours(1), Referrals.Sender, Manner.Application);

    public static CorrectionFact Begun() => new CorrectionFact.ReplacementBegun(Referrals.NextId(), Begin.AddHours(2), Referrals.Sender);

    public static CorrectionFact Replaced() => new CorrectionFact.Replaced(Referrals.NextId(), Begin.AddHours(2), Referrals.Sender, new("a-2"), new("a-1"));

    public static CorrectionFact CopyErased() => new CorrectionFact.CopyErased(Referrals.NextId(), Begin.AddHours(2), SystemActor.Value, new("a-1"), "bestandswisbewijs-1", Referrals.Sha256);

    public static CorrectionFact Decided(CorrectionMeasure measure, UnfoundedReason? reason = null) =>
        new CorrectionFact.Decided(Referrals.NextId(), Begin.AddHours(2), Referrals.Sender, measure, Manner.Application, reason);

    public static CorrectionFact NoLongerNeeded() => new CorrectionFact.NoLongerNeeded(Referrals.NextId(), Begin.AddHours(3), SystemActor.Value);

    public static CorrectionFact Settled() => new CorrectionFact.Settled(Referrals.NextId(), Begin.AddHours(3), SystemActor.Value);

    public static CorrectionState State(params CorrectionFact[] facts) => new(facts);

    public static DossierDecision Decide(CorrectionState? state, ActedBy actor, CorrectionCommand command, Protocol? protocol = null) => CorrectionDecisions.Decide(
        state, command, new(Id, protocol ?? Mechelen, Referrals.NextId(), Begin.AddHours(4), new(2026, 3, 2), actor));
}
