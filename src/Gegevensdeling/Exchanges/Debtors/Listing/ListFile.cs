using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>What is sealed in a version of the list: JSON in UTF-8, with words of our own, so that it outlives another wording of the protocol.</summary>
public static class ListFile
{
    public const string EntryName = "lijst.json";

    private const string Paused = "gepauzeerd";
    private const string Continued = "voortgezet";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    };

    /// <summary>Writes it, streamed; plain content, so into memory or a sealing stream, which stays open.</summary>
    public static Task WriteAsync(DebtorList list, Stream output, CancellationToken cancellation) =>
        JsonSerializer.SerializeAsync(output, list.Rows.Select(row => ListRow.Of(row, row.Mark == DebtorMark.Client ? Paused : Continued)), Options, cancellation);

    /// <exception cref="InvalidDataException">Not a list, or a damaged one; the message holds nothing of it.</exception>
    public static async Task<DebtorList> ReadAsync(Stream input, CancellationToken cancellation)
    {
        try
        {
            var rows = new List<ListedDebtor>();
            await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<ListRow>(input, Options, cancellation))
                rows.Add(Listed(row ?? throw Damaged()));
            return new(rows);
        }
        catch (JsonException)
        {
            throw Damaged(); // its message may quote what stands there
        }
    }

    private static ListedDebtor Listed(ListRow row) => new(
        InszText.TryRead(row.Number, default, out var number) ? number : throw Damaged(),
        row.FirstName,
        row.LastName,
        row.Mark switch { Paused => DebtorMark.Client, Continued => DebtorMark.Continue, _ => throw Damaged() },
        row.MarkedOn,
        row.ReviewOn,
        row.NameDiffers,
        row.Street,
        [.. row.Debts.Select(Debt)])
    {
        Restrictions = row.RestrictedBy is { } dossiers ? [.. dossiers.Split(' ').Select(dossier => new ExchangeId(dossier))] : [],
    };

    private static DebtFile Debt(ListDebt debt) =>
        new(debt.FileNumber, debt.Nature, Amount(debt.Amount), debt.MonthlyPayment is { } monthly ? Amount(monthly) : null, debt.LastPayment);

    private static decimal Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : throw Damaged();

    private static InvalidDataException Damaged() => new("The list is damaged.");
}
