using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What a Groeipakket request needs beyond the common parts (P2, P5).</summary>
public sealed record GroeipakketSettings : Sourced
{
    [JsonPropertyName("leeftijdVan"), Range(0, 25)]
    public required int AgeFrom { get; init; }

    [JsonPropertyName("leeftijdTot"), Range(0, 25)]
    public required int AgeTo { get; init; }

    [JsonPropertyName("periodeVanaf"), Description("Eerste dag van de periode waarin het kind recht geeft.")]
    public required DateOnly PeriodFrom { get; init; }

    [JsonPropertyName("meesteBegunstigden"), Description("Zoveel kolommen voor begunstigden."), Range(1, 2)]
    public required int MostBeneficiaries { get; init; }
}

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
