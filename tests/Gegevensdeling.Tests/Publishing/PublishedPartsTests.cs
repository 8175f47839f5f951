using System.Collections;
using System.Reflection;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Publishing;

/// <summary>Nothing of a protocol is forgotten on its page: every text and date of the file is there, or stands on this list with its reason.</summary>
public sealed class PublishedPartsTests
{
    private static readonly Dictionary<string, string> NotPublished = new(StringComparer.Ordinal)
    {
        ["Protocol.Schema"] = "for editors of the file",
        ["Protocol.Text"] = "how the text is built; for the linter",
        ["Protocol.AcceptedFindings"] = "the parties' internal work on the text, with the name of who did it",
        ["Channel.Address"] = "nobody but the sender needs it; it would invite false messages",
        ["Channel.File"] = "a code of the file",
        ["KeyHandover.Number"] = "the telephone of one member of staff",
        ["ContactPoints.Mailbox"] = "idem, and who reads it is internal",
        ["ContactPoints.Colleagues"] = "internal",
        ["ContactPoints.HeadOfService"] = "internal",
        ["ContactPoints.Phone"] = "for the sending team",
        ["ContactPoints.Source"] = "of contacts that are not published; the breach contact has its own",
        ["ContactPoints.Reason"] = "explains the contacts that are not published",
        ["DpoMandate.Deputy"] = "internal; art. 37.7 GDPR asks the contact of the officer",
        ["DpoMandate.Phone"] = "the mail address suffices (art. 37.7 GDPR); the telephone is for keys",
        ["DpoMandate.ValidFrom"] = "internal",
        ["DpoMandate.ValidUntil"] = "internal",
        ["ReferralSettings.FollowUp"] = "internal reminders",
        ["GroeipakketSettings.FollowUp"] = "idem",
        ["DebtorSettings.FollowUp"] = "idem",
        ["Information.Article14"] = "on a page of its own",
        ["Information.Leaflet"] = "on a page of its own",
        ["Code"] = "words for machines: the description stands beside them",
        ["Flow.Fields"] = "codes: the descriptions are there",
    };

    [Theory]
    [MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    [Requirement("G2", "D20", "P17")]
    public void Every_part_of_the_file_is_on_the_page_or_on_the_list_of_what_is_not_published(string name)
    {
        var protocol = Pages.Protocol(name);
        var seen = Pages.Seen(Pages.Page(protocol));
        var missing = Values(protocol, "Protocol").Where(value => !seen.Contains(value.Text, StringComparison.Ordinal)).Select(value => $"{value.Path}: {value.Text}").ToList();
        Assert.True(missing.Count == 0, string.Join('\n', missing));
    }

    [Theory]
    [MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    [Requirement("G2", "W22")]
    public void The_leaflet_and_the_information_are_whole_on_their_own_pages(string name)
    {
        var protocol = Pages.Protocol(name);
        var pages = Pages.All(protocol);
        Assert.Contains(Pages.Flat(protocol.Information.Leaflet), Pages.Seen(pages["leaflet"]), StringComparison.Ordinal);
        Assert.Contains(Pages.Flat(protocol.Information.Article14), Pages.Seen(pages["information"]), StringComparison.Ordinal);
        Assert.All(protocol.Parties, party => Assert.Contains(party.DataProtectionOfficer.Mail, pages["information"], StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    [Requirement("G2")]
    public void No_delivery_address_no_staff_telephone_and_no_internal_contact_is_on_any_page(string name)
    {
        var protocol = Pages.Protocol(name);
        var open = protocol.Parties.Select(party => party.DataProtectionOfficer.Mail).Concat(protocol.Contacts.Select(contact => contact.Breach?.Mail)).ToHashSet();
        var secret = protocol.Flows.SelectMany(flow => flow.Channels.Select(channel => channel.Address).Append(flow.Key?.Number))
            .Concat(protocol.Contacts.SelectMany(contact => new[] { contact.Mailbox?.Address, contact.Colleagues?.Mail, contact.HeadOfService?.Mail, contact.Phone?.Number, contact.Phone?.Spoken }))
            .Concat(protocol.Parties.Select(party => party.DataProtectionOfficer.Deputy.Mail))
            .Concat(protocol.AcceptedFindings.Select(accepted => accepted.By))
            .OfType<string>().Where(value => !open.Contains(value)).ToList();
        Assert.NotEmpty(secret);
        foreach (var (page, html) in Pages.All(protocol))
            Assert.DoesNotContain(secret, value => html.Contains(value, StringComparison.OrdinalIgnoreCase) && !value.StartsWith("debiteurenteam", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages.Names), MemberType = typeof(Pages))]
    [Requirement("G14")]
    public void Every_processor_is_named_the_operator_and_subprocessors_included(string name)
    {
        var protocol = Pages.Protocol(name);
        var processors = Pages.Read(Pages.Page(protocol)).Descendants("table").Single(table => table.Element("caption")!.Value == "Verwerkers");
        Assert.All(protocol.Processors, one => Assert.Contains(processors.Descendants("tr"), row => row.Value.Contains(one.Name, StringComparison.Ordinal)
            && one.SubProcessors.All(sub => row.Value.Contains(sub, StringComparison.Ordinal)) && row.Value.Contains("Beheerder van het systeem", StringComparison.Ordinal) == one.Operator));
    }

    [Fact]
    public void What_the_file_fills_in_says_that_the_parties_did_and_why()
    {
        var protocol = CommittedMechelen;
        var seen = Pages.Seen(Pages.Page(protocol));
        Assert.Contains("vastgelegd door de partijen in het protocolbestand Waarom: " + protocol.ImpactAssessment.Reason, seen, StringComparison.Ordinal);
        Assert.DoesNotContain(" eigen ", string.Join(' ', Pages.Read(Pages.Page(protocol)).Descendants("p").Where(p => p.Attribute("class")?.Value == "bron").Select(p => p.FirstNode!.ToString())), StringComparison.Ordinal);
    }

    private static Protocol CommittedMechelen => Pages.Protocol("mechelen");

    /// <summary>The texts and dates of a record and all that it holds, as they are written on a page.</summary>
    private static IEnumerable<(string Path, string Text)> Values(object value, string path)
    {
        foreach (var property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var place = $"{(property.DeclaringType == typeof(Sourced) ? value.GetType() : property.DeclaringType)!.Name}.{property.Name}";
            if (NotPublished.ContainsKey(place) || NotPublished.ContainsKey(property.Name) || property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is not null)
                continue;
            foreach (var found in Of(property.GetValue(value), $"{path}.{property.Name}", property.Name))
                yield return found;
        }
    }

    private static IEnumerable<(string Path, string Text)> Of(object? value, string path, string name) => value switch
    {
        null or bool or int or Enum or PartyId => [],
        string source when name == nameof(Sourced.Source) => source.Split("; ").Where(place => place != Sourced.Ours).Select(place => (path, place)),
        string text => [(path, Pages.Flat(text))],
        DateOnly date => [(path, DutchDate.Say(date))],
        ProtocolId id => [(path, id.Value)],
        IEnumerable many => many.Cast<object>().SelectMany((one, at) => Of(one, $"{path}[{at}]", name)),
        _ => Values(value, path),
    };
}
