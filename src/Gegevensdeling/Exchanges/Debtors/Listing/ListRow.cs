using System.Globalization;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>A listed debtor as JSON has it; no record, so that nothing prints it.</summary>
internal sealed class ListRow
{
    [JsonPropertyName("rijksregisternummer")]
    public required string Number { get; init; }

    [JsonPropertyName("voornaam")]
    public required string FirstName { get; init; }

    [JsonPropertyName("familienaam")]
    public required string LastName { get; init; }

    [JsonPropertyName("naamWijktAf")]
    public required bool NameDiffers { get; init; }

    [JsonPropertyName("vermelding")]
    public required string Mark { get; init; }

    [JsonPropertyName("vermeldSinds")]
    public required DateOnly MarkedOn { get; init; }

    [JsonPropertyName("herzienOp")]
    public DateOnly? ReviewOn { get; init; }

    [JsonPropertyName("straatEnHuisnummer")]
    public string? Street { get; init; }

    [JsonPropertyName("schulden")]
    public required IReadOnlyList<ListDebt> Debts { get; init; }

    /// <summary>The dossiers for which the row is only kept, with a space between them (W22).</summary>
    [JsonPropertyName("beperktDoor")]
    public string? RestrictedBy { get; init; }

    /// <summary>Nothing but the restriction keeps it.</summary>
    [JsonPropertyName("vervalt")]
    public bool? Lapses { get; init; }

    public static ListRow Of(ListedDebtor row, string mark) => new()
    {
        Number = InszText.Write(row.Number),
        FirstName = row.FirstName,
        LastName = row.LastName,
        NameDiffers = row.NameDiffers,
        Mark = mark,
        MarkedOn = row.MarkedOn,
        ReviewOn = row.ReviewOn,
        Street = row.Street,
        RestrictedBy = row.IsRestricted ? string.Join(' ', row.Restrictions) : null,
        Lapses = row.IsLapsed ? true : null,
        Debts = [.. row.Debts.Select(ListDebt.Of)],
    };
}

/// <summary>A debt as JSON has it; an amount is a text, so that no reader rounds it.</summary>
internal sealed class ListDebt
{
    [JsonPropertyName("dossiernummer")]
    public required string FileNumber { get; init; }

    [JsonPropertyName("aard")]
    public required string Nature { get; init; }

    [JsonPropertyName("bedrag")]
    public required string Amount { get; init; }

    [JsonPropertyName("afbetalingPerMaand")]
    public string? MonthlyPayment { get; init; }

    [JsonPropertyName("laatsteAfbetaling")]
    public DateOnly? LastPayment { get; init; }

    public static ListDebt Of(DebtFile debt) => new()
    {
        FileNumber = debt.FileNumber,
        Nature = debt.Nature,
        Amount = Say(debt.Amount),
        MonthlyPayment = debt.MonthlyPayment is { } monthly ? Say(monthly) : null,
        LastPayment = debt.LastPayment,
    };

    public static string Say(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
