using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What every message about a defect says alike, whatever exchange it is about (art. 7, G17).</summary>
internal static class DefectTexts
{
    public const string NeverTheValue = "Zet nooit de foute of de juiste waarde in een mail. Moet u ze kennen, bel dan.";

    public const string Acknowledged = """
        Uw melding is ontvangen en wordt onderzocht. U krijgt bericht zodra er een maatregel is.
        """;

    public const string NoLongerNeeded = """
        Deze verbetering is niet meer nodig. U hoeft niets meer te doen.
        """;

    /// <summary>The kind of defect and the names of the fields; never a value.</summary>
    public static string What(Protocol protocol, DefectKind kind, IEnumerable<string> fields) =>
        $"Soort: {kind.Word()}. Gegeven: {string.Join("; ", fields.Select(field => protocol.Fields.FirstOrDefault(known => known.Code == field)?.Description ?? field))}.";

    /// <summary>On a line of its own; nothing where the file has no number.</summary>
    public static string Telephone(Protocol protocol, PartyId party) =>
        protocol.ContactsOf(party).Phone is { } phone ? $"\nTelefoon van de dienst: {phone.Spoken}." : string.Empty;
}
