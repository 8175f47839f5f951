using System.Text.Json.Serialization;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What a team member sends: a protocol, a consent and the five fields of article 3. One client, no bulk (R6, W9).</summary>
public sealed record ReferralRequest
{
    [JsonPropertyName("protocol")]
    public required string Protocol { get; init; }

    [JsonPropertyName("toestemming")]
    public required ConsentGiven Consent { get; init; }

    [JsonPropertyName("client")]
    public required ReferredClient Client { get; init; }

    /// <summary>Names nobody, also when it ends up in a message by mistake.</summary>
    public override string ToString() => nameof(ReferralRequest);
}

/// <summary>The consent as the team member declares it (R5).</summary>
public sealed record ConsentGiven
{
    [JsonPropertyName("gegeven")]
    public required bool Given { get; init; }

    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("vorm")]
    public required ConsentForm Form { get; init; }

    [JsonPropertyName("geinformeerdOver")]
    public required IReadOnlyList<InformedOn> InformedOn { get; init; }
}

/// <summary>The five fields of article 3 and nothing else (R4): of the consenting parent, never of a child or partner (W9).</summary>
public sealed record ReferredClient
{
    [JsonPropertyName("voornaam")]
    public required string FirstName { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("adres")]
    public required Address Address { get; init; }

    [JsonPropertyName("telefoonnummer")]
    public string? Phone { get; init; }

    [JsonPropertyName("emailadres")]
    public string? Mail { get; init; }

    public override string ToString() => nameof(ReferredClient);
}

/// <summary>One address. Street and number may be missing where a telephone number or e-mail address suffices (W9).</summary>
public sealed record Address
{
    [JsonPropertyName("straat")]
    public string? Street { get; init; }

    [JsonPropertyName("nummer")]
    public string? Number { get; init; }

    [JsonPropertyName("bus")]
    public string? Box { get; init; }

    [JsonPropertyName("postcode")]
    public required string Postcode { get; init; }

    [JsonPropertyName("gemeente")]
    public required string Municipality { get; init; }

    public override string ToString() => nameof(Address);
}

/// <summary>Members that people try to add, and what the protocol says of them (R4, R19, G19).</summary>
public static class UnwantedFields
{
    public const string CodePrefix = "gegeven-niet-toegelaten-";

    private static readonly (string[] Within, string[] Whole, string Code, string Text)[] Known =
    [
        (["rijksregister", "insz", "nationaalnummer", "bisnummer", "identiteitskaart", "nationalnumber"], ["nn", "rr", "rrn", "rrnr", "nrn", "niss", "bis", "ssn"], "rijksregisternummer",
            "Een rijksregisternummer mag niet worden meegedeeld. Het protocol laat alleen voornaam, naam, adres, telefoonnummer en e-mailadres toe."),
        (["geboorte", "leeftijd", "birth"], ["dob", "geborenop"], "geboortedatum",
            "Een geboortedatum of leeftijd mag niet worden meegedeeld. Het protocol laat alleen voornaam, naam, adres, telefoonnummer en e-mailadres toe."),
        (["groeipakket", "toeslag"], [], "groeipakket",
            "Gegevens over het Groeipakket mogen niet worden meegedeeld. Daarvoor is een ander protocol nodig."),
        (["kind", "partner", "gezin"], [], "gezinsleden",
            "Gegevens van kinderen of een partner mogen niet worden meegedeeld: alleen van de ouder die toestemming gaf."),
        (["inkomen"], [], "inkomen",
            "Gegevens over het inkomen mogen niet worden meegedeeld. Het protocol laat alleen voornaam, naam, adres, telefoonnummer en e-mailadres toe."),
        (["opmerking", "situatie", "gezondheid", "diagnose", "dringend", "urgent"], ["nota", "reden"], "vrije-tekst",
            "Vrije tekst mag niet worden meegedeeld. Is het acuut? Bel nu de dienst."),
    ];

    /// <summary>The refusal for a member of this name, or null when the protocol says nothing in particular of it.</summary>
    /// <param name="member">As it stands in the body; case, hyphens, dots and underscores do not matter.</param>
    public static Refusal? RefusalFor(string member)
    {
        var word = string.Concat(member.Where(char.IsAsciiLetter)).ToLowerInvariant();
        foreach (var (within, whole, code, text) in Known)
        {
            if (whole.Contains(word) || within.Any(known => word.Contains(known, StringComparison.Ordinal)))
                return new($"{CodePrefix}{code}", "art. 3", text);
        }

        return null;
    }
}
