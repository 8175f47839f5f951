using System.Text.Json.Serialization;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>What the history of the list says of one version (D11, D17): figures and closed codes, nobody.</summary>
/// <param name="Version">From 1.</param>
/// <param name="On">A legal date in Brussels.</param>
/// <param name="Party">The id of the body that changed it.</param>
/// <param name="Reason">A closed code in kebab-case.</param>
/// <param name="Rows">Persons in that version.</param>
/// <param name="Paused">Of them, with collection paused.</param>
/// <param name="Continued">Of them, with collection going on.</param>
/// <param name="Detailed">Of them, with the details of phase 3.</param>
public sealed record ListVersionLine(
    [property: JsonPropertyName("versie")] int Version,
    [property: JsonPropertyName("op")] DateOnly On,
    [property: JsonPropertyName("door")] string Party,
    [property: JsonPropertyName("reden")] string Reason,
    [property: JsonPropertyName("personen")] int Rows,
    [property: JsonPropertyName("gepauzeerd")] int Paused,
    [property: JsonPropertyName("voortgezet")] int Continued,
    [property: JsonPropertyName("metGegevens")] int Detailed);
