using System.Collections.Frozen;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Bodies;

/// <summary>
/// Names under which people send what a protocol does not let them send: the national number and the birth date above all (R4). The
/// answer says so instead of a mere 'unknown member'.
/// </summary>
public static class PersonalMembers
{
    private static readonly FrozenSet<string> Names = new[]
    {
        "rijksregisternummer", "rijksregister", "rijksregisternr", "nationaalnummer", "insz", "insznummer", "niss", "nn", "rr", "rrn", "rrnr", "nrn",
        "bis", "bisnummer", "identiteitskaartnummer", "ssn", "nationalnumber",
        "geboortedatum", "geboortedag", "geboortejaar", "geboorteplaats", "geborenop", "leeftijd", "birthdate", "dateofbirth", "dob",
        "groeipakket", "groeipakketdossier", "groeipakketnummer", "toeslag", "socialetoeslag", "inkomen",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The refusal for such a member, or null when the name is not one of them.</summary>
    /// <param name="member">As it stands in the body; case, hyphens, dots and underscores do not matter.</param>
    /// <param name="article">The article that lists the fields, for example <c>art. 3</c>.</param>
    public static Refusal? Refuse(string member, string article) =>
        Names.Contains(string.Concat(member.Where(char.IsAsciiLetter)).ToLowerInvariant())
            ? new Refusal("gegeven-niet-toegelaten", article, $"Dit gegeven mag niet worden meegedeeld ({article}).")
            : null;
}
