using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>What a debtor protocol needs beyond the common parts (D12, F11, W17, W18).</summary>
public sealed record DebtorSettings : Sourced
{
    /// <summary>Phase 1: who the debtors are.</summary>
    public const string DebtorsFlow = "fase-1";

    /// <summary>Phase 2: one of two marks for each client.</summary>
    public const string MarksFlow = "fase-2";

    /// <summary>Phase 3: the debts of those who are marked.</summary>
    public const string DetailsFlow = "fase-3";

    public const string NumberField = "rijksregisternummer";

    /// <summary>Two values: first the one that pauses collection, then the one that continues it (D3, D6).</summary>
    public const string MarkField = "vermelding";

    /// <summary>A closed, neutral list (G19).</summary>
    public const string NatureField = "aard";

    [JsonPropertyName("vergelijking"), Description("Wie debiteuren en cliënten vergelijkt: dit systeem, in het geheugen, of de ontvanger zelf, die daarvoor de hele lijst ziet.")]
    public required DebtorComparison Comparison { get; init; }

    [JsonPropertyName("schijfBinnenMaanden"), Description("Binnen zoveel maanden na aflevering naar de niet gedeelde dienstenschijf."), Range(1, 12)]
    public required int MoveWithinMonths { get; init; }

    [JsonPropertyName("schijfVan"), Description("Van wie die schijf is: alle anderen kunnen de lijst dan niet meer lezen.")]
    public required PartyId DriveOf { get; init; }

    [JsonPropertyName("pauzeHerzienNaMaanden"), Description("Wanneer een pauze wordt herbekeken."), Range(1, 24)]
    public required int PauseReviewMonths { get; init; }

    [JsonPropertyName("bezwaarTegenKennisGemeente"), Description("Of een cliënt kan vragen dat de gemeente het niet weet; beide functionarissen bevestigen dat.")]
    public required bool ObjectionToDisclosure { get; init; }

    [JsonPropertyName("bezwaarBevestigd"), Description("Wanneer de functionaris van elke partij dat bevestigde.")]
    public required IReadOnlyList<ObjectionConfirmation> ObjectionConfirmations { get; init; }

    [JsonPropertyName("grenzen")]
    public required DebtorLimits Limits { get; init; }

    [JsonPropertyName("opvolging")]
    public required DebtorFollowUp FollowUp { get; init; }

    /// <summary>Whether a client can keep the municipality from knowing on this legal date: from the later word of the DPOs on (W17).</summary>
    public bool MayObjectOn(DateOnly date) => ObjectionToDisclosure && ObjectionConfirmations.All(one => one.Date <= date);
}

/// <summary>Who compares debtors with clients (D5, F11).</summary>
public enum DebtorComparison
{
    /// <summary>The receiver gets its own clients only.</summary>
    [JsonStringEnumMemberName("in-dit-systeem")] Inside,

    /// <summary>The literal phase 1: the receiver sees the list, marks, and what is not marked goes.</summary>
    [JsonStringEnumMemberName("door-ontvanger")] ByReceiver,
}

/// <summary>The word of one DPO that clients can keep the other party from knowing (W17).</summary>
public sealed record ObjectionConfirmation : Sourced
{
    [JsonPropertyName("partij")]
    public required PartyId Party { get; init; }

    [JsonPropertyName("datum")]
    public required DateOnly Date { get; init; }
}

/// <summary>How much may be asked at once: against probing, and so that a wrong file is seen.</summary>
public sealed record DebtorLimits : Sourced
{
    [JsonPropertyName("debiteuren"), Description("Hoogstens zoveel debiteuren in een levering."), Range(1, 1_000_000)]
    public required int MostDebtors { get; init; }

    [JsonPropertyName("clienten"), Description("Hoogstens zoveel cliëntnummers in een levering."), Range(1, 1_000_000)]
    public required int MostClients { get; init; }

    [JsonPropertyName("leveringenPerMaand"), Description("Zo vaak mag een partij in een maand een lijst leveren of vervangen."), Range(1, 31)]
    public required int MostDeliveries { get; init; }
}

/// <summary>Reminders of a month, in Belgian working days after what is waited for could be done.</summary>
public sealed record DebtorFollowUp : Sourced
{
    [JsonPropertyName("leveringNaWerkdagen"), Description("Nog geen debiteuren geleverd."), Range(1, 30)]
    public required int DeliveryAfter { get; init; }

    [JsonPropertyName("clientenNaWerkdagen"), Description("Nog geen cliëntnummers geleverd, of nog niet gemarkeerd."), Range(1, 30)]
    public required int ClientsAfter { get; init; }

    [JsonPropertyName("vrijgaveNaWerkdagen"), Description("De vermeldingen zijn nog niet vrijgegeven."), Range(1, 30)]
    public required int ReleaseAfter { get; init; }

    [JsonPropertyName("bevestigingNaWerkdagen"), Description("Het pauzeren en hervatten is nog niet bevestigd."), Range(1, 30)]
    public required int ConfirmAfter { get; init; }

    [JsonPropertyName("detailsNaWerkdagen"), Description("De gegevens van fase 3 zijn nog niet geleverd."), Range(1, 30)]
    public required int DetailsAfter { get; init; }

    [JsonPropertyName("hoofdNaWerkdagen"), Description("Nog altijd niet: het hoofd van de dienst hoort het."), Range(1, 30)]
    public required int HeadAfter { get; init; }

    [JsonPropertyName("herhalingElkeWerkdagen"), Description("Daarna een herinnering, telkens na zoveel werkdagen."), Range(1, 30)]
    public required int RepeatEvery { get; init; }

    [JsonPropertyName("foutBevestigenNaWerkdagen"), Description("Een gemelde fout: de andere partij bevestigt de melding binnen zoveel werkdagen."), Range(1, 30)]
    public required int AcknowledgeDefectAfter { get; init; }

    [JsonPropertyName("foutOnderzoekenNaWerkdagen"), Description("Een gemelde fout: onderzocht en behandeld binnen zoveel werkdagen ('binnen redelijke termijn')."), Range(1, 250)]
    public required int InvestigateDefectAfter { get; init; }
}
