using System.Text;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Persons;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Listing;

/// <summary>
/// For the bookkeeping of the sender (D6): who is paused and whose collection goes on. It is the whole state, not the changes: who is not in it is not paused, and
/// nothing is said of why. Whose row is restricted is not in it and keeps the pause it had: that is said by telephone (W22). UTF-8 with a mark, <c>;</c> between the
/// columns and CRLF, as Excel opens it in Belgium.
/// </summary>
public static class AccountingCsv
{
    private const string Pause = "pauzeren";
    private const string Resume = "hervatten";

    /// <param name="output">Stays open; plain content.</param>
    public static void Write(DebtorList list, Protocol protocol, Stream output)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine("rijksregisternummer;vermelding;actie");
        foreach (var row in list.InUse)
            text.WriteLine($"{InszText.Write(row.Number)};{CsvText.Of(MarkWords.Of(protocol, row.Mark), ';')};{(row.Mark == DebtorMark.Client ? Pause : Resume)}");
    }
}
