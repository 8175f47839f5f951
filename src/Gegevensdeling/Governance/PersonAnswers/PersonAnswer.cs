using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>The whole answer to one person (art. 15 GDPR), as the letter says it and as the export holds it. Made in memory, shown once.</summary>
/// <param name="SearchedFor">What was looked for, as a kind of datum; never its value.</param>
public sealed record PersonAnswer(
    [property: JsonPropertyName("van")] string By,
    [property: JsonPropertyName("protocol")] AnsweredProtocol Protocol,
    [property: JsonPropertyName("opgemaaktOp")] DateOnly On,
    [property: JsonPropertyName("identiteit")] IdentityChecked Identity,
    [property: JsonPropertyName("gezochtOp")] string SearchedFor,
    [property: JsonPropertyName("gevonden")] IReadOnlyList<HeldData> Held,
    [property: JsonPropertyName("nietGelezen")] IReadOnlyList<string> NotRead,
    [property: JsonPropertyName("doeleinden")] IReadOnlyList<string> Purposes,
    [property: JsonPropertyName("rechtsgronden")] IReadOnlyList<string> Grounds,
    [property: JsonPropertyName("ontvangers")] IReadOnlyList<string> Recipients,
    [property: JsonPropertyName("rechten")] IReadOnlyList<string> Rights,
    [property: JsonPropertyName("klachtBij")] IReadOnlyList<string> Supervisors)
{
    public static PersonAnswer Of(PersonSearch search, IdentityChecked identity, HeldFindings found, DateOnly on)
    {
        var (protocol, party) = (search.Protocol, search.Party);
        return new(
            protocol.Party(party).Name, new(protocol.Id, protocol.Version, protocol.Title.Text), on, identity, WordOf(search.Person), found.Held, found.NotRead,
            [.. protocol.Purposes.Where(purpose => purpose.Parties.Contains(party)).Select(purpose => purpose.Text)],
            [.. protocol.LegalGrounds.Where(ground => ground.Parties.Contains(party)).Select(ground => ground.Gdpr.Count == 0 ? ground.Text : $"{ground.Text} ({GroundsPart.Gdpr(ground)})")],
            [.. protocol.Recipients.Select(one => one.Condition is { } condition ? $"{one.Description} ({condition})" : one.Description)],
            [.. RightsPart.All.Select(right => $"{right.Right} ({right.Article}): {right.Means}")],
            Authorities);
    }

    /// <summary>Art. 77 GDPR. A complaint about a Flemish body goes to the first; whoever goes to the other is sent on.</summary>
    public static IReadOnlyList<string> Authorities { get; } =
    [
        "Vlaamse Toezichtcommissie voor de verwerking van persoonsgegevens, Koning Albert II-laan 15, 1210 Brussel, contact@toezichtcommissie.be",
        "Gegevensbeschermingsautoriteit, Drukpersstraat 35, 1000 Brussel, contact@apd-gba.be",
    ];

    public override string ToString() => $"{Protocol.Id} {Held.Count}";

    private static string WordOf(SoughtPerson person) => person switch
    {
        SoughtPerson.ByNumber => "insz",
        SoughtPerson.ByForms => "naam-en-contact",
        SoughtPerson.ByReference { Exchange: not null } => "kenmerk",
        SoughtPerson.ByReference => "niets",
        _ => throw new InvalidOperationException($"A way to look that no rule knows: {person.GetType().Name}"),
    };
}

/// <summary>The version whose words the answer quotes.</summary>
public sealed record AnsweredProtocol(
    [property: JsonPropertyName("id")] ProtocolId Id,
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("titel")] string Title);
