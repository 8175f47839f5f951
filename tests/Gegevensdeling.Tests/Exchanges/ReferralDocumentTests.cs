using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

public sealed class ReferralDocumentTests
{
    [Fact]
    [Requirement("R4")]
    public void The_page_shows_the_five_fields_and_no_other()
    {
        var page = Page(Referrals.Client);
        Assert.Equal(
            ["Voornaam", "Naam", "Straat en nummer", "Postcode en gemeente", "Telefoonnummer", "E-mailadres"],
            Regex.Matches(page, "<th scope=\"row\">([^<]*)</th>").Select(row => row.Groups[1].Value));
        Assert.Contains("Proefdreef 12 bus 3", page, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("R4", "W9")]
    public void The_json_holds_the_five_fields_and_no_other()
    {
        using var json = JsonDocument.Parse(Document(Referrals.Client).Json());
        Assert.Equal(["voornaam", "naam", "adres", "telefoonnummer", "emailadres"], json.RootElement.GetProperty("client").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["straat", "nummer", "bus", "postcode", "gemeente"], json.RootElement.GetProperty("client").GetProperty("adres").EnumerateObject().Select(member => member.Name));
    }

    [Fact]
    public void Markup_in_a_field_stays_text()
    {
        var page = Page(Referrals.Client with { FirstName = "<script>alert(1)</script>", Name = "\"><img src=x>", Mail = "a&b@proefpost.example" });
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("a&amp;b@", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_loads_nothing_from_outside()
    {
        const string Outside = "https?:|src\\s*=|href\\s*=|url\\(|@import|<link|<iframe|<object";
        Assert.DoesNotMatch(Outside, Page(Referrals.Client));
        Assert.Matches(Outside, "<link rel=stylesheet href=\"x.css\">"); // shown to fail on a planted element
    }

    [Fact]
    public void The_json_reads_back_as_what_was_written()
    {
        var json = Document(Referrals.Client).Json();
        Assert.Equal(json, ReferralDocument.Read(json).Json());
        Assert.Contains("Amélie", Encoding.UTF8.GetString(json), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("G20")]
    public void The_page_says_what_the_data_may_be_used_for() =>
        Assert.Contains(Referrals.Mechelen.Purposes.First(purpose => purpose.Parties.Contains(Referrals.Mechelen.Receiver)).Text, Page(Referrals.Client), StringComparison.Ordinal);

    private static string Page(ReferredClient client) => Encoding.UTF8.GetString(Document(client).Page());

    private static ReferralDocument Document(ReferredClient client) =>
        ReferralDocument.Of(Referrals.Id, Referrals.Mechelen, new(client, new(Referrals.Consent.On, Referrals.Consent.Form, Referrals.Consent.InformedOn)), Referrals.Begin);
}
