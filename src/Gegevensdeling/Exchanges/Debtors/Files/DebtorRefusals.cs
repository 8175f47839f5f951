using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Every way in which a file of this exchange, or a change of the list, is refused, in Dutch; never a value out of the file.</summary>
public static class DebtorRefusals
{
    public const string WrongColumns = "kolommen";
    public const string EmptyFile = "leeg-bestand";
    public const string TooManyRows = "te-veel-rijen";
    public const string Rows = "rijen-niet-in-orde";

    /// <summary>A client list of another body.</summary>
    public const string OtherReceiver = "ander-ocmw";

    /// <summary>Clients that ask the other party not to know, where the protocol has no such objection (W17).</summary>
    public const string NoObjection = "niet-meedelen-niet-geregeld";

    /// <summary>A mark for somebody who was not delivered.</summary>
    public const string NotDelivered = "geen-geleverde-debiteur";

    /// <summary>A mark, a detail or a change for somebody who is not on the list.</summary>
    public const string NotListed = "niet-op-de-lijst";

    public const string NotPaused = "geen-pauze";
    public const string Restricted = "rij-beperkt";
    public const string UnknownFile = "onbekend-dossier";

    internal static Refusal Columns(string article, IReadOnlyList<SheetColumn> expected, string problem)
    {
        var required = string.Join(", ", expected.Where(column => column.IsRequired).Select(column => column.Heading));
        var optional = expected.Where(column => !column.IsRequired).Select(column => column.Heading).ToList();
        var also = optional.Count == 0 ? string.Empty : $" Ook mogelijk: {string.Join(", ", optional)}.";
        return new(WrongColumns, article, $"{problem} Boven de kolommen hoort te staan, in om het even welke volgorde: {required}.{also} Andere kolommen mogen er niet zijn.");
    }

    internal static Refusal StrayCell(string article, int row, int place) => new(FileFaults.OtherColumn, article,
        $"Rij {row} bevat iets in kolom {SheetColumns.Letter(place)}, en die heeft geen opschrift. Maak kolommen zonder opschrift leeg en stuur het bestand opnieuw.");

    internal static Refusal TooMany(string article, (string One, string Many) what, int most) => new(TooManyRows, article,
        $"Het bestand bevat te veel rijen: volgens het protocol hoogstens {DutchCount.Say(most, what.One, what.Many)} tegelijk.");

    internal static Refusal Empty(string article, string many) => new(EmptyFile, article, $"Het bestand bevat geen {many}.");

    internal static Refusal WrongRows(string article, int errors) => new(Rows, article,
        $"Het bestand is niet in orde: {DutchCount.Say(errors, "fout", "fouten")}. Er is niets overgenomen. Verbeter de rijen die het verslag noemt en stuur het bestand opnieuw.");

    internal static Refusal OtherClients(string article, string receiver) => new(OtherReceiver, article,
        $"Dit is niet de cliëntenlijst van {receiver}: in het verslag staat welke rijen van een ander zijn. Er is niets overgenomen.");

    internal static Refusal ObjectionUnknown(string article) => new(NoObjection, article,
        "Aanduiden wie niet meegedeeld wordt, kan alleen waar het protocol dat regelt en beide functionarissen het bevestigden. Dit protocol doet dat niet.");

    internal static Refusal WithheldIsNoClient(string article) => new(Rows, article,
        "Wie niet meegedeeld wordt, moet ook in de lijst van cliënten staan: minstens één nummer staat er niet in, of is geen rijksregisternummer. Er is niets overgenomen.");

    internal static string Summary(int rows, int errors) => $"{DutchCount.Say(rows, "rij", "rijen")} gelezen, {DutchCount.Say(errors, "fout", "fouten")}.";
}
