using FsCheck.Xunit;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>
/// The rule in words: a referral is admitted when the client agreed, not in the future, after being told all five things; when first
/// name, name and municipality are letters, the postcode is four digits, street and number come together, telephone and e-mail are
/// such; when there is one way to reach the client; and when the postcode is of this OCMW. Otherwise it is refused with the article.
/// </summary>
public sealed class ReferralAdmissionTests
{
    public static TheoryData<string, Func<ReferredClient, ReferredClient>, string?> Fields => new()
    {
        { "alles ingevuld", client => client, null },
        { "alleen e-mail volstaat (W9)", client => client with { Phone = null, Address = client.Address with { Street = null, Number = null, Box = null } }, null },
        { "alleen telefoon volstaat (W9)", client => client with { Mail = null, Address = client.Address with { Street = null, Number = null, Box = null } }, null },
        { "alleen straat en nummer volstaan (W9)", client => client with { Mail = null, Phone = null }, null },
        { "geen enkele manier om de cliënt te bereiken", client => client with { Mail = " ", Phone = "", Address = client.Address with { Street = null, Number = null } }, "client" },
        { "voornaam met accent, koppelteken en apostrof", client => client with { FirstName = "Zoë-Ann d’Hôtel" }, null },
        { "voornaam met cijfers", client => client with { FirstName = "Amélie 850730" }, "client.voornaam" },
        { "naam leeg", client => client with { Name = "   " }, "client.naam" },
        { "naam met een zin erachter", client => client with { Name = "Vandenproef; heeft 2 kinderen" }, "client.naam" },
        { "naam van 101 letters", client => client with { Name = new string('a', 101) }, "client.naam" },
        { "naam met een half teken", client => client with { Name = "Proef\ud800" }, "client.naam" },
        { "postcode van drie cijfers", client => client with { Address = client.Address with { Postcode = "280" } }, "client.adres.postcode" },
        { "postcode leeg", client => client with { Address = client.Address with { Postcode = "  " } }, "client.adres.postcode" },
        { "gemeente met cijfers", client => client with { Address = client.Address with { Municipality = "2800 Mechelen" } }, "client.adres.gemeente" },
        { "straat zonder nummer", client => client with { Address = client.Address with { Number = null } }, "client.adres" },
        { "nummer zonder straat", client => client with { Address = client.Address with { Street = null } }, "client.adres" },
        { "straat met een dag", client => client with { Address = client.Address with { Street = "11 Novemberlaan" } }, null },
        { "straat met twee jaartallen", client => client with { Address = client.Address with { Street = "1914-1918-plein" } }, null },
        { "rijksregisternummer met punten als straat", client => client with { Address = client.Address with { Street = "85.07.30-033.28" } }, "client.adres.straat" },
        { "rijksregisternummer aaneen als straat", client => client with { Address = client.Address with { Street = "85073003328" } }, "client.adres.straat" },
        { "geboortedatum als straat", client => client with { Address = client.Address with { Street = "30-07-1985" } }, "client.adres.straat" },
        { "geboortedatum als huisnummer", client => client with { Address = client.Address with { Number = "30-07-85" } }, "client.adres.nummer" },
        { "huisnummer met letter en bereik", client => client with { Address = client.Address with { Number = "12A-14" } }, null },
        { "huisnummer van vijf cijfers", client => client with { Address = client.Address with { Number = "85073" } }, "client.adres.nummer" },
        { "bus met een zin", client => client with { Address = client.Address with { Box = "bel aan achterdeur" } }, "client.adres.bus" },
        { "telefoonnummer van vijf cijfers", client => client with { Phone = "12345" }, "client.telefoonnummer" },
        { "rijksregisternummer als telefoonnummer", client => client with { Phone = "85.07.30-033.28" }, "client.telefoonnummer" },
        { "telefoonnummer uit Nederland", client => client with { Phone = "+31 6 12345678" }, null },
        { "e-mailadres zonder domein", client => client with { Mail = "amelie" }, "client.emailadres" },
        { "e-mailadres met vrije tekst tussen aanhalingstekens", client => client with { Mail = "\"kind is ziek\"@proefpost.example" }, "client.emailadres" },
        { "e-mailadres met een naam ervoor", client => client with { Mail = "Amélie <amelie@proefpost.example>" }, "client.emailadres" },
        { "e-mailadres met een rijksregisternummer", client => client with { Mail = "85.07.30-033.28@proefpost.example" }, "client.emailadres" },
        { "twee e-mailadressen", client => client with { Mail = "a@proefpost.example,b@proefpost.example" }, "client.emailadres" },
    };

    public static TheoryData<string, Func<ConsentGiven, ConsentGiven>, string?> Consents => new()
    {
        { "toestemming gisteren", consent => consent with { On = consent.On.AddDays(-1) }, null },
        { "geen toestemming, of ingetrokken", consent => consent with { Given = false }, "geen-toestemming" },
        { "toestemming morgen", consent => consent with { On = consent.On.AddDays(1) }, "toestemming-in-toekomst" },
        { "niet gezegd aan wie", consent => consent with { InformedOn = [.. consent.InformedOn.Where(point => point != InformedOn.ToWhom)] }, "client-niet-geinformeerd" },
        { "niets gezegd", consent => consent with { InformedOn = [] }, "client-niet-geinformeerd" },
    };

    [Theory]
    [MemberData(nameof(Fields), DisableDiscoveryEnumeration = true)]
    [Requirement("R4", "R18", "W9", "G19")]
    public void Fields_are_judged_one_by_one(string rule, Func<ReferredClient, ReferredClient> change, string? refused)
    {
        var answer = ReferralAdmission.Decide(Referrals.Mechelen, Referrals.Request(change), Referrals.Begin);
        var paths = (answer as Admission.Refused)?.Fields.Select(field => field.Path).ToList() ?? [];
        Assert.True(refused is null ? answer is Admission.Admitted : paths.Contains(refused), $"{rule}: {answer.GetType().Name}, {string.Join(", ", paths)}");
        if (answer is Admission.Refused no)
            Assert.Equal("velden-ongeldig", no.Refusal.Code);
    }

    [Theory]
    [MemberData(nameof(Consents), DisableDiscoveryEnumeration = true)]
    [Requirement("R5")]
    public void Without_an_informed_consent_nothing_leaves(string rule, Func<ConsentGiven, ConsentGiven> change, string? refused)
    {
        var answer = ReferralAdmission.Decide(Referrals.Mechelen, Referrals.Request(consent: change), Referrals.Begin);
        Assert.True((answer as Admission.Refused)?.Refusal.Code == refused, $"{rule}: {answer.GetType().Name}");
    }

    [Fact]
    [Requirement("R5", "W20")]
    public void The_day_of_consent_is_counted_in_belgium()
    {
        var lateAtNight = new DateTimeOffset(2026, 3, 1, 23, 30, 0, TimeSpan.Zero); // 2 March, half past midnight in Brussels
        Assert.IsType<Admission.Admitted>(ReferralAdmission.Decide(Referrals.Mechelen, Referrals.Request(), lateAtNight));
    }

    [Theory]
    [InlineData("2800", null)]
    [InlineData("2812", null)]
    [InlineData("2460", "andere-gemeente")]
    [InlineData("9999", "andere-gemeente")]
    [InlineData("1000", "brussel-naar-caw")]
    [InlineData("1299", "brussel-naar-caw")]
    [InlineData("1300", "andere-gemeente")]
    [Requirement("R3", "W7")]
    public void Residence_decides_by_postcode_and_Brussels_is_pointed_to_the_CAW(string postcode, string? refused)
    {
        var answer = ReferralAdmission.Decide(Referrals.Mechelen, Referrals.Request(client => client with { Address = client.Address with { Postcode = postcode } }), Referrals.Begin);
        Assert.Equal(refused, (answer as Admission.Refused)?.Refusal.Code);
        if (refused == "brussel-naar-caw")
            Assert.Contains("CAW", ((Admission.Refused)answer).Refusal.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("R4")]
    public void What_is_admitted_is_trimmed_and_the_telephone_number_is_in_E164()
    {
        var answer = ReferralAdmission.Decide(Referrals.Mechelen, Referrals.Request(client => client with { FirstName = "  Ame\u0301lie ", Phone = "0470/00.00.17" }), Referrals.Begin);
        var client = Assert.IsType<Admission.Admitted>(answer).Client;
        Assert.Equal(("Amélie", "+32470000017"), (client.FirstName, client.Phone));
    }

    [Fact]
    [Requirement("R6")]
    public void A_request_has_room_for_one_client_only()
    {
        var properties = typeof(ReferralRequest).GetProperties().Select(property => property.PropertyType);
        Assert.Single(properties, typeof(ReferredClient));
        Assert.DoesNotContain(properties, type => type.IsArray || typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && type != typeof(string));
        Assert.Equal(["Address", "FirstName", "Mail", "Name", "Phone"], typeof(ReferredClient).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal));
    }

    [Property(MaxTest = 3000)]
    [Requirement("R4", "G19")]
    public void No_admitted_field_hides_a_number_or_a_line(string? first, string? name, string? street, string? number, string? mail)
    {
        var answer = ReferralAdmission.Decide(
            Referrals.Mechelen,
            Referrals.Request(client => client with { FirstName = first ?? "", Name = name ?? "Proef", Mail = mail, Address = client.Address with { Street = street, Number = number } }),
            Referrals.Begin);
        if (answer is not Admission.Admitted { Client: var admitted })
            return;
        Assert.DoesNotContain(admitted.FirstName + admitted.Name + admitted.Address.Municipality, char.IsDigit);
        Assert.True((admitted.Address.Street ?? "").Count(char.IsDigit) <= 8);
        Assert.True((admitted.Address.Number ?? "").Count(char.IsDigit) <= 6);
        Assert.DoesNotContain(admitted.FirstName + admitted.Name + admitted.Address.Street + admitted.Address.Number + admitted.Mail, char.IsControl);
    }

    [Property(MaxTest = 2000)]
    [Requirement("R4")]
    public void No_eleven_digits_pass_in_any_field_however_they_are_grouped(uint seed)
    {
        var random = new Random(unchecked((int)seed));
        var smuggled = string.Concat(Enumerable.Range(0, 11).Select(place => (place is > 0 and < 10 && random.Next(3) == 0 ? " .-/"[random.Next(4)].ToString() : "") + random.Next(10)));
        Func<ReferredClient, ReferredClient>[] fields =
        [
            client => client with { FirstName = smuggled }, client => client with { Name = $"Proef {smuggled}" },
            client => client with { Address = client.Address with { Street = $"Proefdreef {smuggled}" } }, client => client with { Address = client.Address with { Number = smuggled } },
            client => client with { Address = client.Address with { Box = smuggled } }, client => client with { Address = client.Address with { Municipality = smuggled } },
        ];
        Assert.All(fields, field => Assert.IsType<Admission.Refused>(ReferralAdmission.Decide(Referrals.Mechelen, Referrals.Request(field), Referrals.Begin)));
    }

    [Theory]
    [InlineData("rijksregisternummer", "rijksregisternummer")]
    [InlineData("INSZ", "rijksregisternummer")]
    [InlineData("rr", "rijksregisternummer")]
    [InlineData("geboorte_datum", "geboortedatum")]
    [InlineData("leeftijd", "geboortedatum")]
    [InlineData("groeipakketDossier", "groeipakket")]
    [InlineData("kinderen", "gezinsleden")]
    [InlineData("partner", "gezinsleden")]
    [InlineData("opmerking", "vrije-tekst")]
    [InlineData("dringend", "vrije-tekst")]
    [InlineData("lievelingskleur", null)]
    [Requirement("R4", "R19", "W5", "W9")]
    public void A_member_that_people_try_to_add_is_refused_by_its_kind(string member, string? kind) =>
        Assert.Equal(kind is null ? null : UnwantedFields.CodePrefix + kind, UnwantedFields.RefusalFor(member)?.Code);

    [Fact]
    [Requirement("R4")]
    public void No_member_of_the_request_itself_is_unwanted()
    {
        Type[] types = [typeof(ReferralRequest), typeof(ConsentGiven), typeof(ReferredClient), typeof(Address)];
        var names = types.SelectMany(type => type.GetProperties()).Select(property => property.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonPropertyNameAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonPropertyNameAttribute>().Single().Name);
        Assert.All(names, name => Assert.Null(UnwantedFields.RefusalFor(name)));
    }
}
