using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What a debtor protocol needs beyond the common parts (D12, W17, W18).</summary>
public sealed record DebtorSettings : Sourced
{
    [JsonPropertyName("schijfBinnenMaanden"), Description("Binnen zoveel maanden na aflevering naar de niet gedeelde dienstenschijf."), Range(1, 12)]
    public required int MoveWithinMonths { get; init; }

    [JsonPropertyName("schijfVan"), Description("Van wie die schijf is.")]
    public required PartyId DriveOf { get; init; }

    [JsonPropertyName("pauzeHerzienNaMaanden"), Description("Wanneer een pauze wordt herbekeken."), Range(1, 24)]
    public required int PauseReviewMonths { get; init; }

    [JsonPropertyName("bezwaarTegenKennisGemeente"), Description("Of een cliënt kan vragen dat de gemeente het niet weet; beide functionarissen bevestigen dat.")]
    public required bool ObjectionToDisclosure { get; init; }
}
