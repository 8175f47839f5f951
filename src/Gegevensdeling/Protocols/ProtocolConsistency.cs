using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What the parts of one file must say of each other. The form of each value is the schema's (<see cref="SchemaCheck"/>).</summary>
internal static partial class ProtocolConsistency
{
    private static readonly Func<Protocol, IEnumerable<PathReason>>[] Rules =
    [
        Parties, References, Uniqueness, Flows, Mailboxes, Advices, Operators, Orders, Terms, KindSettings, ReferralOrders, Groeipakket, Debtors, Assessment, CrossReferences,
    ];

    public static IEnumerable<PathReason> Check(string fileName, Protocol protocol)
    {
        if (fileName != $"{protocol.Id}.json" && fileName != $"{protocol.Id}.v{protocol.Version}.json")
            yield return new("$.id", $"de id '{protocol.Id}' hoort bij het bestand '{protocol.Id}.json' (of '{protocol.Id}.v{protocol.Version}.json' voor een eerdere versie), niet bij '{fileName}'");
        foreach (var reason in Rules.SelectMany(rule => rule(protocol)))
            yield return reason;
    }

    private static IEnumerable<PathReason> Parties(Protocol protocol) =>
        from use in PartyUses(protocol)
        where !protocol.IsParty(use.Party)
        select new PathReason(use.Path, $"'{use.Party}' is geen partij van dit protocol");

    private static IEnumerable<(PartyId Party, string Path)> PartyUses(Protocol protocol) =>
    [
        .. Each(protocol.Advices, "$.adviezen", ".partij", part => part.Party),
        .. Each(protocol.Contacts, "$.contactpunten", ".partij", part => part.Party),
        .. Each(protocol.Publications, "$.bekendmakingen", ".partij", part => part.Party),
        .. Each(protocol.Authorisations, "$.machtigingen", ".partij", part => part.Party),
        .. Each(protocol.Signing.Signatures, "$.ondertekening.handtekeningen", ".partij", part => part.Party),
        .. Many(protocol.Text.Directions, "$.tekst.richtingen", ".van", part => part.From),
        .. Many(protocol.Text.Directions, "$.tekst.richtingen", ".naar", part => part.To),
        .. Many(protocol.LegalGrounds, "$.rechtsgronden", ".partijen", part => part.Parties),
        .. Many(protocol.Purposes, "$.doeleinden", ".partijen", part => part.Parties),
        .. Many(protocol.Flows, "$.stromen", ".van", part => part.From),
        .. Many(protocol.Flows, "$.stromen", ".naar", part => part.To),
        .. Many(protocol.Retention.Rules, "$.bewaring.termijnen", ".partijen", part => part.Parties),
        .. Many(protocol.Processors, "$.verwerkers", ".partijen", part => part.Parties),
        .. Many(protocol.Measures, "$.maatregelen", ".partijen", part => part.Parties),
        .. Many(protocol.Duties, "$.plichten", ".van", part => part.From),
        .. Many(protocol.Duties, "$.plichten", ".naar", part => part.To),
        (protocol.Duration.BreachEnd.By, "$.looptijd.beeindigingBijInbreuk.door"),
        .. protocol.Duration.Notice is { } notice ? [(notice.By, "$.looptijd.opzegging.door")] : One(),
        .. protocol.Duration.Termination?.By is { } by ? [(by, "$.looptijd.beeindiging.door")] : One(),
        .. protocol.Groeipakket is { } groeipakket ? [(groeipakket.Service, "$.groeipakket.dienst")] : One(),
        .. protocol.Debtors is { } debtors
            ? [(debtors.DriveOf, "$.debiteuren.schijfVan"), .. Each(debtors.ObjectionConfirmations, "$.debiteuren.bezwaarBevestigd", ".partij", part => part.Party)]
            : One(),
    ];

    private static IEnumerable<PathReason> References(Protocol protocol) =>
        from flow in protocol.Flows.Select((value, index) => (value, index))
        from field in flow.value.Fields.Select((code, index) => (code, index))
        where !protocol.Fields.Any(known => known.Code == field.code)
        select new PathReason($"$.stromen[{flow.index}].gegevens[{field.index}]", $"'{field.code}' staat niet bij 'gegevens'");

    private static IEnumerable<PathReason> Uniqueness(Protocol protocol) =>
    [
        .. Twice(protocol.Parties, "$.partijen", ".id", part => part.Id.Value),
        .. Twice(protocol.Text.Articles, "$.tekst.artikelen", ".nummer", part => Places.Of(part.Number)),
        .. Twice(protocol.Text.Notions, "$.tekst.begrippen", ".woord", part => part.Word),
        .. Twice(protocol.LegalGrounds, "$.rechtsgronden", ".code", part => part.Code),
        .. Twice(protocol.Purposes, "$.doeleinden", ".code", part => part.Code),
        .. Twice(protocol.Fields, "$.gegevens", ".code", part => part.Code),
        .. Twice(protocol.Flows, "$.stromen", ".code", part => part.Code),
        .. Twice(protocol.Recipients, "$.ontvangers", ".code", part => part.Code),
        .. Twice(protocol.Contacts, "$.contactpunten", ".partij", part => part.Party.Value),
        .. Twice(protocol.Advices, "$.adviezen", ".partij", part => part.Party.Value),
        .. Twice(protocol.Publications, "$.bekendmakingen", ".partij", part => part.Party.Value),
        .. Twice(protocol.Retention.Rules, "$.bewaring.termijnen", ".code", part => part.Code),
        .. Twice(protocol.Measures, "$.maatregelen", ".code", part => part.Code),
        .. Twice(protocol.Debtors?.ObjectionConfirmations ?? [], "$.debiteuren.bezwaarBevestigd", ".partij", part => part.Party.Value),
        .. Twice(protocol.AcceptedFindings, "$.aanvaardeBevindingen", "", part => $"{part.Code} {part.Subject}"),
    ];

    private static IEnumerable<(PartyId Party, string Path)> One() => [];

    private static IEnumerable<(PartyId Party, string Path)> Each<T>(IReadOnlyList<T> parts, string path, string member, Func<T, PartyId> party) =>
        parts.Select((part, index) => (party(part), $"{path}[{index}]{member}"));

    private static IEnumerable<(PartyId Party, string Path)> Many<T>(
        IReadOnlyList<T> parts, string path, string member, Func<T, IReadOnlyList<PartyId>> parties) =>
        parts.SelectMany((part, index) => parties(part).Select((party, at) => (party, $"{path}[{index}]{member}[{at}]")));

    private static IEnumerable<PathReason> Twice<T>(IReadOnlyList<T> parts, string path, string member, Func<T, string> key) =>
        parts.Select((part, index) => (Key: key(part), index))
            .GroupBy(part => part.Key, StringComparer.Ordinal)
            .SelectMany(group => group.Skip(1))
            .Select(part => new PathReason($"{path}[{part.index}]{member}", $"'{part.Key}' komt al eerder voor"));
}

/// <summary>A reason at a path of the file.</summary>
internal readonly record struct PathReason(string Path, string Reason);
