using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Evidence;

/// <summary>Who did something: for which body, in which role, and who it was for as long as the staff directory knows (W23).</summary>
/// <param name="Role">The protocol's word for the role, for example <c>maatschappelijk-werker</c>.</param>
public sealed record ActedBy(
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("rol")] string Role,
    [property: JsonPropertyName("medewerker")] StaffRef Staff);
