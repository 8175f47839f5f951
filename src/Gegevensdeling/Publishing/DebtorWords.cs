using System.Globalization;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>What a debtor protocol settles, in sentences that the page and the registers of article 30 GDPR share (F11, D9, D12, W17, W18).</summary>
internal static class DebtorWords
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-BE");

    /// <summary>Who sees whom because of the comparison.</summary>
    public static string Compares(Protocol protocol, DebtorSettings settings) => settings.Comparison switch
    {
        DebtorComparison.Inside =>
            $"Dit systeem vergelijkt de debiteuren van {Sender(protocol)} met de cliënten van {Receiver(protocol)}, in het geheugen en zonder dat iemand meekijkt. "
            + $"{Receiver(protocol)} krijgt alleen wie zijn cliënt is. {Sender(protocol)} krijgt de lijst van cliënten nooit.",
        DebtorComparison.ByReceiver =>
            $"{Receiver(protocol)} vergelijkt zelf en ziet daarvoor alle debiteuren van {Sender(protocol)}. Zodra de cliënten gemarkeerd zijn, wordt die levering gewist.",
        _ => throw new ArgumentOutOfRangeException(nameof(settings)),
    };

    public static string Limits(DebtorLimits limits) =>
        $"Hoogstens {Count(limits.MostDebtors, "debiteur", "debiteuren")} en hoogstens {Count(limits.MostClients, "cliëntnummer", "cliëntnummers")} per levering, en hoogstens {Count(limits.MostDeliveries, "levering", "leveringen")} per maand.";

    public static string Moves(Protocol protocol, DebtorSettings settings) =>
        $"Binnen {Count(settings.MoveWithinMonths, "maand", "maanden")} na aflevering gaat de lijst naar een afgeschermde schijf van {protocol.Party(settings.DriveOf).Name}. Wie ze daarvoor zag en niet bij die dienst werkt, kan ze dan niet meer openen.";

    public static string Reviewed(Protocol protocol, DebtorSettings settings) =>
        $"Een pauze wordt na {Count(settings.PauseReviewMonths, "maand", "maanden")} herbekeken. Ze eindigt nooit vanzelf: iemand van {Receiver(protocol)} beslist.";

    public static IEnumerable<string> Seen(Protocol protocol)
    {
        var marks = protocol.Fields.First(field => field.Code == DebtorSettings.MarkField).Values!;
        yield return $"{Sender(protocol)} ziet het rijksregisternummer van wie cliënt is, met één vermelding: '{marks[0]}' pauzeert de invordering, '{marks[1]}' laat ze verder lopen.";
        yield return $"{Receiver(protocol)} ziet de lijst van zijn cliënten met hun schulden aan {Sender(protocol)}: de betrokken maatschappelijk werkers en het debiteurenteam, en niemand anders.";
        yield return "De functionarissen voor gegevensbescherming zien aantallen, nooit een naam of een nummer. De beheerder van dit systeem ziet niets van de lijst.";
    }

    private static string Count(int count, string one, string many) => string.Create(Dutch, $"{count:N0} {(count == 1 ? one : many)}");

    private static string Sender(Protocol protocol) => protocol.Party(protocol.Sender).Name;

    private static string Receiver(Protocol protocol) => protocol.Party(protocol.Receiver).Name;
}
