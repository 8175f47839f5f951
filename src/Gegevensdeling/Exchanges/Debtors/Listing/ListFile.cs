using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Persons;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>
/// What is sealed in a version of the list: JSON in UTF-8, with words of our own, so that it outlives another wording of the protocol. Spaces fill it up to whole blocks:
/// receipts give the municipality the length of each version, and it must not tell what the OCMW changed (F11).
/// </summary>
public static class ListFile
{
    public const string EntryName = "lijst.json";

    private const int Block = 64 << 10;

    private const string Paused = "gepauzeerd";
    private const string Continued = "voortgezet";

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true,
    };

    /// <summary>Writes it, streamed; plain content, so into memory or a sealing stream, which stays open.</summary>
    public static async Task WriteAsync(DebtorList list, Stream output, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(output);
        json.WriteStartArray();
        foreach (var row in list.Rows)
        {
            JsonSerializer.Serialize(json, ListRow.Of(row, row.Mark == DebtorMark.Client ? Paused : Continued), Options);
            if (json.BytesPending >= Block)
                await json.FlushAsync(cancellation);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellation);
        var spaces = new byte[(int)((Block - (json.BytesCommitted % Block)) % Block)];
        Array.Fill(spaces, (byte)' ');
        await output.WriteAsync(spaces, cancellation);
    }

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
        IsLapsed = row.Lapses is true,
    };

    private static DebtFile Debt(ListDebt debt) =>
        new(debt.FileNumber, debt.Nature, Amount(debt.Amount), debt.MonthlyPayment is { } monthly ? Amount(monthly) : null, debt.LastPayment);

    private static decimal Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : throw Damaged();

    private static InvalidDataException Damaged() => new("The list is damaged.");
}
