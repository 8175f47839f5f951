using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>Why a change of the list is refused.</summary>
internal static class ListRefusals
{
    public static FileResult<DebtorList> NotDelivered(Protocol protocol, List<int> rows) => Refused(
        new(DebtorRefusals.NotDelivered, Cite(protocol, DebtorSettings.MarksFlow), "Het bestand bevat een vermelding voor iemand die deze maand niet als debiteur geleverd is. Er is niets overgenomen."),
        rows, DebtorRefusals.NotDelivered, "deze persoon is deze maand niet als debiteur geleverd.");

    public static FileResult<DebtorList> NotListed(Protocol protocol, List<int> rows) => Refused(
        new(DebtorRefusals.NotListed, Cite(protocol, DebtorSettings.DetailsFlow), "Het bestand bevat gegevens van iemand die niet op de lijst staat. Er is niets overgenomen."),
        rows, DebtorRefusals.NotListed, "deze persoon staat niet op de lijst van debiteuren die cliënt zijn. Haal de rij weg.");

    public static FileResult<DebtorList> NotListed(Protocol protocol) =>
        No(protocol, DebtorRefusals.NotListed, DebtorSettings.DetailsFlow, "Deze persoon staat niet op de lijst.");

    /// <summary>W22: to the receiver; the sender hears that the person is not listed.</summary>
    public static FileResult<DebtorList> Restricted(Protocol protocol) =>
        No(protocol, DebtorRefusals.Restricted, DebtorSettings.MarksFlow, "De rij van deze persoon is beperkt: zolang het bezwaar of de beperking loopt, wordt ze alleen bewaard.");

    public static FileResult<DebtorList> Restricted(Protocol protocol, List<int> rows) => Refused(
        new(DebtorRefusals.Restricted, Cite(protocol, DebtorSettings.MarksFlow), "Het bestand bevat een vermelding voor iemand van wie de rij beperkt is. Er is niets overgenomen."),
        rows, DebtorRefusals.Restricted, "op de lijst is de rij van deze persoon beperkt; ze wordt alleen bewaard. Haal deze rij uit uw bestand.");

    public static FileResult<DebtorList> NotPaused(Protocol protocol) =>
        No(protocol, DebtorRefusals.NotPaused, DebtorSettings.MarksFlow, "De invordering van deze persoon is niet gepauzeerd: er is niets te verlengen.");

    public static FileResult<DebtorList> UnknownFile(Protocol protocol) =>
        No(protocol, DebtorRefusals.UnknownFile, DebtorSettings.DetailsFlow, "Dit dossiernummer staat niet bij deze persoon op de lijst.");

    private static string Cite(Protocol protocol, string flow) => protocol.Cite(protocol.Flows.Single(one => one.Code == flow));

    private static FileResult<DebtorList> No(Protocol protocol, string code, string flow, string text) =>
        FileResult<DebtorList>.No(new(code, Cite(protocol, flow), text));

    private static FileResult<DebtorList> Refused(Refusal refusal, List<int> rows, string code, string text)
    {
        var lines = new ReportLines();
        foreach (var row in rows)
            lines.Error(row, code, text);
        return new FileResult<DebtorList>.Refused(refusal, lines.Report(DutchCount.Say(rows.Count, "fout", "fouten") + "."));
    }
}
