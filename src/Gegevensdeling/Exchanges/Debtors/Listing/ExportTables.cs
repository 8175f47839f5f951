using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>What stands in the export (D16), with the closed lists of the protocol.</summary>
internal sealed class ExportTables(Protocol protocol)
{
    private static readonly ExportKind Number = new ExportKind.Number();
    private static readonly ExportKind Text = new ExportKind.Text();
    private static readonly ExportKind Flag = new ExportKind.Flag();
    private static readonly ExportKind Day = new ExportKind.Day();
    private static readonly ExportKind Euro = new ExportKind.Euro();
    private static readonly ExportKind Count = new ExportKind.Count();

    public ExportTable Debtors { get; } = new("debiteuren.csv", "Wie debiteur en cliënt is, een regel een persoon.",
    [
        new("rijksregisternummer", Number, "Rijksregisternummer of BIS-nummer, elf cijfers."),
        new("voornaam", Text, "Voornaam; leeg voor wie er geen heeft."),
        new("familienaam", Text, "Familienaam."),
        new("naamWijktAf", Flag, "De naam bij de gemeente is een andere dan die bij het OCMW; alleen voor het OCMW."),
        new("vermelding", new ExportKind.Word([MarkWords.Of(protocol, DebtorMark.Client), MarkWords.Of(protocol, DebtorMark.Continue)]), "De vermelding van artikel 3."),
        new("vermeldSinds", Day, "De dag van die vermelding."),
        new("herzienOp", Day, "Wanneer de pauze wordt herbekeken; leeg waar de invordering voortgaat.", IsRequired: false),
        new("straatEnHuisnummer", Text, "Straat en huisnummer; leeg zolang fase 3 niet geleverd is.", IsRequired: false),
        new("beperktDoor", Text, "De kenmerken van bezwaren en beperkingen die nog lopen, met een spatie ertussen: zolang hier een kenmerk staat, wordt de rij alleen bewaard (artikel 18, tweede lid, AVG).", IsRequired: false),
        new("vervalt", Flag, "De rij verdwijnt zodra ze niet meer beperkt is: de persoon was niet in de laatste vergelijking, of zijn bezwaar was gegrond.", IsRequired: false),
    ], ["rijksregisternummer"]);

    public ExportTable Debts { get; } = new("schulden.csv", "De openstaande schulden, een regel een dossier.",
    [
        new("rijksregisternummer", Number, "Van wie de schuld is."),
        new("dossiernummer", Text, "Het nummer waaronder de gemeente invordert."),
        new("aard", new ExportKind.Word(protocol.Fields.Single(field => field.Code == DebtorSettings.NatureField).Values!), "De aard van de schuld."),
        new("bedrag", Euro, "Wat openstaat, in euro."),
        new("afbetalingPerMaand", Euro, "Een lopende afbetalingsregeling, in euro per maand.", IsRequired: false),
        new("laatsteAfbetaling", Day, "De dag van de laatste afbetaling.", IsRequired: false),
    ], ["rijksregisternummer", "dossiernummer"], "debiteuren.csv");

    public ExportTable Versions { get; } = new("versies.csv", "De geschiedenis van de lijst, in aantallen.",
    [
        new("versie", Count, "Volgnummer."),
        new("op", Day, "De dag van de wijziging."),
        new("door", Text, "De partij die ze deed."),
        new("reden", Text, "Een vaste code."),
        new("personen", Count, "Hoeveel personen op de lijst."),
        new("gepauzeerd", Count, "Van hen, met gepauzeerde invordering."),
        new("voortgezet", Count, "Van hen, met voortgezette invordering."),
        new("metGegevens", Count, "Van hen, met de gegevens van fase 3."),
    ], ["versie"]);
}
