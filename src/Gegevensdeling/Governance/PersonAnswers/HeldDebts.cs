using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>A row of the debtor list as the person reads it (D2 to D4).</summary>
internal static class HeldDebts
{
    /// <summary>For the receiver: who, the mark, and one row a debt.</summary>
    public static List<HeldRow> Of(Protocol protocol, ListedDebtor row)
    {
        List<HeldField> who =
        [
            Named(protocol, "voornaam", row.FirstName), Named(protocol, "familienaam", row.LastName), .. Mark(protocol, row), new("Vermeld sinds", DutchDate.Say(row.MarkedOn)),
            .. row.ReviewOn is { } review ? [new HeldField("De pauze wordt herzien op", DutchDate.Say(review))] : Array.Empty<HeldField>(),
            .. row.Street is { } street ? [Named(protocol, "adres", street)] : Array.Empty<HeldField>(),
            .. row.NameDiffers ? [new HeldField("Naam", "de naam in de levering is niet dezelfde als die bij het OCMW")] : Array.Empty<HeldField>(),
        ];
        return [new(Row: null, who), .. row.Debts.Select(debt => new HeldRow(Row: null, Fields(protocol, debt)))];
    }

    /// <summary>What the municipality is told (D3): the number and the mark, nothing else.</summary>
    public static List<HeldField> Mark(Protocol protocol, ListedDebtor row) =>
        [Named(protocol, "rijksregisternummer", InszText.Write(row.Number)), Named(protocol, DebtorSettings.MarkField, MarkWords.Of(protocol, row.Mark))];

    /// <summary>What the municipality gave itself, by name: the values stand in its own files.</summary>
    public static IEnumerable<string> Delivered(Protocol protocol)
    {
        IEnumerable<string> given = [.. protocol.DebtorFlow(DebtorSettings.DebtorsFlow).Fields, .. protocol.DebtorFlow(DebtorSettings.DetailsFlow).Fields];
        var names = given.Select(code => HeldNotes.DescriptionOf(protocol, code)).ToList();
        yield return $"Wij leverden zelf deze gegevens over u, voor zover wij ze hadden: {ProtocolWords.And(names)}. De waarden staan in onze eigen debiteurenadministratie.";
    }

    public static HeldField Named(Protocol protocol, string code, string value) => new(HeldNotes.DescriptionOf(protocol, code), value.Length == 0 ? "niet vermeld" : value);

    private static List<HeldField> Fields(Protocol protocol, DebtFile debt) =>
    [
        Named(protocol, "dossiernummer", debt.FileNumber), Named(protocol, "aard", debt.Nature), Named(protocol, "bedrag", $"{Euro(debt.Amount)} euro"),
        Named(protocol, "afbetalingsregeling", debt.MonthlyPayment is { } monthly ? $"{Euro(monthly)} euro per maand" : "geen"),
        Named(protocol, "laatste-afbetaling", debt.LastPayment is { } day ? DutchDate.Say(day) : "nog geen"),
    ];

    /// <summary>As people write it here: two decimals behind a comma.</summary>
    private static string Euro(decimal amount) => ListDebt.Say(amount).Replace('.', ',');
}
