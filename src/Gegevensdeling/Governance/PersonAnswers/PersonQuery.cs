using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>What a party asks of this system for a person who wants to know which data there are (art. 15 GDPR). It lives as long as the request.</summary>
public sealed record PersonQuery
{
    /// <summary>First of all: who it is was checked (F12).</summary>
    [JsonPropertyName("identiteit")]
    public required IdentityChecked Identity { get; init; }

    /// <summary>Where the protocol works with numbers.</summary>
    [JsonPropertyName("insz")]
    public string? Insz { get; init; }

    /// <summary>Where the protocol works with names.</summary>
    [JsonPropertyName("persoon")]
    public NamedPerson? Person { get; init; }

    /// <summary>The reference that the client was given, for who sends referrals.</summary>
    [JsonPropertyName("verwijzing")]
    public string? Reference { get; init; }

    /// <summary>Names nobody, also when it ends up in a message by mistake.</summary>
    public override string ToString() => nameof(PersonQuery);
}

/// <summary>A person as a referral knows one: a name, and a way to reach that name.</summary>
public sealed record NamedPerson
{
    [JsonPropertyName("voornaam")]
    public required string FirstName { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("telefoonnummer")]
    public string? Phone { get; init; }

    [JsonPropertyName("emailadres")]
    public string? Mail { get; init; }

    [JsonPropertyName("adres")]
    public Address? Address { get; init; }

    public override string ToString() => nameof(NamedPerson);
}

/// <summary>How and when it was checked who asks.</summary>
public sealed record IdentityChecked(
    [property: JsonPropertyName("wijze")] IdentityManner Manner,
    [property: JsonPropertyName("op")] DateOnly On);

/// <summary>Closed: no free text, no number of a document.</summary>
public enum IdentityManner
{
    /// <summary>Signed in, or signed, with an electronic identity card or its like.</summary>
    [JsonStringEnumMemberName("eid")] ElectronicId,

    /// <summary>With the card, at the counter.</summary>
    [JsonStringEnumMemberName("loket")] Counter,

    /// <summary>Somebody whom this member of staff knows.</summary>
    [JsonStringEnumMemberName("gekende-client")] KnownClient,

    /// <summary>A parent, a guardian or a lawyer, whose mandate was seen.</summary>
    [JsonStringEnumMemberName("vertegenwoordiger")] Representative,
}
