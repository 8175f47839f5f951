using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Every way in which a file of this exchange is refused, in Dutch, with what refuses it; never a value out of the file.</summary>
public static class FileRefusals
{
    /// <summary>The refusal for what was wrong with an archive (P3).</summary>
    public static Refusal Of(Protocol protocol, SealedArchiveException fault) => FileFaults.Of(Article(protocol), fault);

    /// <summary>The refusal for what was wrong with a workbook (P2).</summary>
    public static Refusal Of(Protocol protocol, WorksheetException fault) => FileFaults.Of(Article(protocol), fault);

    internal static Refusal PeriodNotBegun(Protocol protocol) =>
        new("periode-nog-niet-begonnen", protocol.Cite(protocol.Groeipakket!), "De periode waarover de vraag gaat, is op de dag van de aanvraag nog niet begonnen.");

    internal static Refusal NoRightRow(Protocol protocol, RequestCounts counts) => new("geen-juiste-rij", Article(protocol), counts.Rows == 0
        ? "In kolom A staat geen enkel nummer. Zet er de INSZ van de kinderen."
        : "Geen enkele rij is in orde. Verbeter de rijen in het verslag en stuur het bestand opnieuw.");

    internal static Refusal NotOneFile(Protocol protocol, int count) =>
        new("niet-een-bestand", Article(protocol), $"In het archief hoort één Excelbestand en niets anders; er zitten {DutchCount.Say(count, "bestand", "bestanden")} in.");

    internal static Refusal NotEncrypted(Protocol protocol) =>
        new("niet-versleuteld", Article(protocol), "Het bestand in het archief is niet versleuteld. Maak het archief opnieuw, met een sterk algoritme zoals AES-256.");

    internal static Refusal WorkbookTooLarge(Protocol protocol) => new(FileFaults.WorkbookTooLarge, Article(protocol), "Het Excelbestand is te groot.");

    internal static Refusal Extract(Protocol protocol, ExtractProblem problem) => new(ExtractWords.Code(problem.Fault), Article(protocol), ExtractWords.Text(problem));

    internal static Refusal ManualAnswer(Protocol protocol, int errors) => new("antwoord-niet-in-orde", Article(protocol),
        $"Het ingevulde bestand is niet in orde: {DutchCount.Say(errors, "opmerking", "opmerkingen")}. Er is niets overgenomen.");

    internal static Refusal NoAnswer(Protocol protocol, int errors) => new("geen-antwoordbestand", Article(protocol), errors == 0
        ? "In dit bestand staat geen antwoord."
        : $"Dit bestand is geen antwoord zoals Opgroeien regie het gaf: {DutchCount.Say(errors, "rij klopt", "rijen kloppen")} niet.");

    internal static Refusal NoInhabitants(Protocol protocol) =>
        new("geen-inwoners", Article(protocol), "In kolom A van de lijst van inwoners staat geen enkele INSZ.");

    /// <summary>The consideration that describes the file stands behind all that is asked of it.</summary>
    private static string Article(Protocol protocol) => protocol.Cite(protocol.Fields.Single(field => field.Code == GroeipakketSettings.ChildField));
}
