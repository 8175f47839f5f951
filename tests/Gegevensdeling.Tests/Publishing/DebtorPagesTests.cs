using System.Globalization;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

/// <summary>What a citizen of Maldegem reads: who compares, who sees what, how much, until when, and what a client may ask.</summary>
[Requirement("D20")]
public sealed class DebtorPagesTests
{
    private static Protocol Maldegem => CommittedProtocols.Maldegem;

    /// <summary>The literal phase 1, a client who may object, and other numbers: every sentence the other way.</summary>
    private static Protocol Otherwise => Maldegem with
    {
        Debtors = Maldegem.Debtors! with
        {
            Comparison = DebtorComparison.ByReceiver,
            MoveWithinMonths = 2,
            PauseReviewMonths = 1,
            ObjectionToDisclosure = true,
            ObjectionConfirmations = [Confirmed("gemeente-maldegem", new(2026, 1, 5)), Confirmed("ocmw-maldegem", new(2026, 2, 1))],
            Limits = Maldegem.Debtors.Limits with { MostDeliveries = 1 },
        },
    };

    [Fact]
    [Requirement("W17")]
    public async Task The_agreements_are_said_in_plain_Dutch() => await Approved.EqualAsync("afspraken.approved.txt", $"{Agreements(Maldegem)}\n\n{Agreements(Otherwise)}\n");

    [Fact]
    public async Task The_leaflet_and_the_information_fit_how_the_lists_are_compared() =>
        await Approved.EqualAsync("folder.approved.txt", $"{Pages.Seen(Pages.All(Maldegem)["leaflet"])}\n\n{Pages.Seen(Pages.All(Maldegem)["information"])}\n");

    [Fact]
    public async Task Each_party_has_its_entry_in_the_register_of_processing()
    {
        var entries = Maldegem.Parties.SelectMany(party => ProcessingRegister.Of(party.Id, [(Maldegem, Pages.InForce)], Pages.On).Entries);
        await Approved.EqualAsync("verwerkingen.approved.txt", string.Concat(entries.Select(entry => string.Join('\n',
            [entry.Controller[0], .. Of("doel", entry.Purposes), .. Of("betrokkenen", entry.Persons), .. Of("gegeven", entry.Data), .. Of("ontvanger", entry.Recipients), .. Of("bewaring", entry.Retention), .. Of("maatregel", entry.Measures), "", ""]))));
    }

    /// <summary>Every number of the settings is in a sentence; nothing of the internal reminders is.</summary>
    [Fact]
    public void No_number_of_the_agreements_is_left_out()
    {
        var (seen, settings) = (Pages.Seen(Pages.Page(Maldegem)), Maldegem.Debtors!);
        foreach (var number in new[] { settings.Limits.MostDebtors, settings.Limits.MostClients, settings.Limits.MostDeliveries, settings.MoveWithinMonths, settings.PauseReviewMonths })
            Assert.Contains(number.ToString("N0", CultureInfo.GetCultureInfo("nl-BE")), seen, StringComparison.Ordinal);
        Assert.DoesNotContain("werkdag", seen, StringComparison.Ordinal);
    }

    private static string Agreements(Protocol protocol)
    {
        var seen = Pages.Read(Pages.Page(protocol)).Descendants("table").Single(table => table.Element("caption")!.Value == "Afspraken");
        return string.Join('\n', seen.Descendants("tr").Select(row => $"{row.Element("th")!.Value}: {string.Join(" / ", Texts(row.Element("td")!))}"));

        static IEnumerable<string> Texts(System.Xml.Linq.XElement cell) => cell.DescendantNodes().OfType<System.Xml.Linq.XText>().Select(text => Pages.Flat(text.Value));
    }

    private static IEnumerable<string> Of(string word, IEnumerable<string> texts) => texts.Select(text => $"  {word}: {text}");

    private static ObjectionConfirmation Confirmed(string party, DateOnly date) => new() { Party = new(party), Date = date, Source = "eigen", Reason = "Voor deze test." };
}
