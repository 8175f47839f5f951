using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Proofs;

/// <summary>'Op eenvoudig verzoek … het bewijs overmaken' (art. 6): from whom to whom the file says, and nobody else (G15).</summary>
public static class ProofDuty
{
    /// <summary>The duty by which the others give proof to this party; null where the protocol gives it no such right.</summary>
    public static Duty? Towards(Protocol protocol, PartyId party) =>
        protocol.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.Proof && duty.To.Contains(party) && duty.From.Any(from => from != party));

    /// <summary>The refusal says who may: the text gives it to the other side only, or to nobody.</summary>
    public static Refusal NotForeseen(Protocol protocol) => protocol.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.Proof) is { } duty
        ? new("bewijs-niet-voorzien", protocol.Cite(duty),
            $"Volgens dit protocol vraagt alleen {string.Join(" en ", duty.To.Select(to => protocol.Party(to).Name))} dit bewijs. Het bewijs van uw eigen organisatie haalt u zelf op.")
        : new("bewijs-niet-voorzien", $"{protocol.Name} art. 6", "Dit protocol laat geen partij bewijs vragen aan de andere. Het bewijs van uw eigen organisatie haalt u zelf op.");
}
