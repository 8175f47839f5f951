using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Host;

/// <summary>Invented members of staff for a machine on which people try things. No name or address is anybody's.</summary>
public static class SyntheticPeople
{
    /// <summary>The operator of this system, processor of every party (W21).</summary>
    public static PartyId OperatorParty { get; } = new("gegevensdeling");

    public static Caller TeamMember { get; } = Of("opgroeien-regie", Role.TeamMember, "lotte.verhulst", "Lotte Verhulst");

    public static Caller SendingDpo { get; } = Of("opgroeien-regie", Role.Dpo, "dirk.peeters", "Dirk Peeters");

    /// <summary>A social worker of the OCMW that receives under this protocol.</summary>
    public static Caller SocialWorker(Protocol protocol) => Of(protocol.Receiver.Value, Role.SocialWorker, "samira.wouters", "Samira Wouters");

    public static Caller Colleague(Protocol protocol) => Of(protocol.Receiver.Value, Role.SocialWorker, "jan.claes", "Jan Claes");

    public static Caller HeadOfService(Protocol protocol) => Of(protocol.Receiver.Value, Role.HeadOfSocialService, "hilde.maes", "Hilde Maes");

    public static Caller ReceivingDpo(Protocol protocol) => Of(protocol.Receiver.Value, Role.Dpo, "karim.jacobs", "Karim Jacobs");

    public static Caller SendingSignatory { get; } = Of("opgroeien-regie", Role.Signatory, "an.desmet", "An Desmet");

    public static Caller ReceivingSignatory(Protocol protocol) => Of(protocol.Receiver.Value, Role.Signatory, "bart.leroy", "Bart Leroy");

    /// <summary>Team Kadaster &amp; Fluxen.</summary>
    public static Caller RegistryTeam { get; } = Of("opgroeien-regie", Role.RegistryTeam, "joke.aerts", "Joke Aerts");

    /// <summary>The social service that alone sees the answer of a Groeipakket request.</summary>
    public static Caller SocialService(Protocol protocol) => Of(protocol.Service().Value, Role.SocialService, "fatima.bos", "Fatima Bos");

    public static Caller ServiceHead(Protocol protocol) => Of(protocol.Service().Value, Role.HeadOfSocialService, "tom.vercammen", "Tom Vercammen");

    public static Caller ServiceDpo(Protocol protocol) => Of(protocol.Service().Value, Role.Dpo, "nele.goris", "Nele Goris");

    /// <summary>The city, where it asks itself.</summary>
    public static Caller CityService(Protocol protocol) => Of(protocol.RequestFlow().From[0].Value, Role.SocialService, "wim.smets", "Wim Smets");

    public static Caller CityDpo(Protocol protocol) => Of(protocol.RequestFlow().From[0].Value, Role.Dpo, "nele.goris", "Nele Goris");

    /// <summary>The debt team where it works for the municipality, whose debts they are.</summary>
    public static Caller DebtTeam(Protocol protocol) => Of(protocol.Municipality().Value, Role.DebtTeam, "els.wille", "Els Wille");

    public static Caller MunicipalityDpo(Protocol protocol) => Of(protocol.Municipality().Value, Role.Dpo, "bram.maertens", "Bram Maertens");

    /// <summary>A social worker of the OCMW that compares, marks and helps.</summary>
    public static Caller DebtWorker(Protocol protocol) => Of(protocol.SocialWelfare().Value, Role.SocialWorker, "nora.baert", "Nora Baert");

    /// <summary>The same debt team where it works for the OCMW.</summary>
    public static Caller WelfareDebtTeam(Protocol protocol) => Of(protocol.SocialWelfare().Value, Role.DebtTeam, "rik.vijncke", "Rik Vijncke");

    public static Caller WelfareHead(Protocol protocol) => Of(protocol.SocialWelfare().Value, Role.HeadOfSocialService, "mia.dhondt", "Mia D'hondt");

    public static Caller WelfareDpo(Protocol protocol) => Of(protocol.SocialWelfare().Value, Role.Dpo, "mira.claeys", "Mira Claeys");

    public static Caller Operator { get; } = Of(OperatorParty.Value, Role.Operator, "operator", "Operator");

    private static Caller Of(string party, Role role, string subject, string name) =>
        new(new(party), new HashSet<Role> { role }, $"{party}/{subject}", name, $"{subject}@{party}.example");
}
