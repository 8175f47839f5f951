using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.PersonAnswers;

/// <summary>F12 for a referral: the OCMW answers with the five fields; Opgroeien regie with what it did itself, whatever became of it.</summary>
public sealed class ReferralInquiryTests
{
    [Fact]
    [Requirement("F12", "W23")]
    public async Task The_OCMW_tells_the_person_everything_it_holds_and_which_service_looked_when()
    {
        await using var rig = await Rig.StartAsync();
        var client = Client.Of(1);
        var exchange = await rig.ReferAsync(client);
        await rig.ReferAsync(Client.Of(2));
        await rig.OpenAsync(exchange);

        var told = await rig.ToldAsync(SyntheticPeople.ReceivingDpo(rig.Mechelen), rig.Mechelen, Inquiry.Of(client with { FirstName = client.FirstName.ToUpperInvariant(), Phone = client.PhoneE164 }));
        var held = Assert.Single(told.Held);
        Assert.Equal((exchange.Value, "Opgroeien regie", "OCMW Mechelen", "2026-03-02"),
            (held.GetProperty("kenmerk").GetString(), held.GetProperty("van").GetString(), held.GetProperty("aan").GetString(), held.GetProperty("sinds").GetString()));
        Assert.Equal([client.FirstName, client.Name, $"{client.Street} {client.Number}, 2800 Mechelen", client.PhoneE164, client.Mail], told.Values);
        Assert.Contains("Tot er contact was", held.GetProperty("tot").GetString(), StringComparison.Ordinal);
        Assert.Equal(["2026-03-02 OCMW Mechelen, de sociale dienst opende de gegevens"], told.Accesses);

        // In the letter too: in plain words, and who it was is nobody's to read.
        foreach (var part in new[] { client.Mail, "De hulpvraag van de betrokkene verder onderzoeken", "decreet van 30 april 2004", "Inzage (art. 15 AVG)", "contact@toezichtcommissie.be", "op 2 maart 2026, aan het loket" })
            Assert.Contains(part, told.Letter, StringComparison.Ordinal);
        foreach (var word in new[] { "Samira", "Wouters", "Karim", "Jacobs" }.Concat(Client.Of(2).Words))
            Assert.DoesNotContain(word, told.All, StringComparison.OrdinalIgnoreCase);
        foreach (var staff in (await rig.Host.Law.Ports.Register.FactsAsync(exchange, Rig.Cancelled)).Select(row => FactJson.Read(row.Json).By.Staff).Where(staff => staff != StaffRef.System).Distinct())
            Assert.DoesNotContain(staff.Value, told.All, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("F12")]
    public async Task By_mail_or_address_the_same_person_is_found_and_somebody_else_of_that_name_is_not()
    {
        await using var rig = await Rig.StartAsync();
        var (client, dpo) = (Client.Of(3), SyntheticPeople.ReceivingDpo(rig.Mechelen));
        await rig.ReferAsync(client);
        object Asked(object person) => new { identiteit = Inquiry.Checked, persoon = person };
        var byMail = Asked(new { voornaam = client.FirstName, naam = client.Name, emailadres = client.Mail.ToUpperInvariant() });
        var byAddress = Asked(new { voornaam = client.FirstName, naam = client.Name, adres = new { straat = client.Street, nummer = client.Number, postcode = "2800", gemeente = "Mechelen" } });
        var another = Asked(new { voornaam = client.FirstName, naam = client.Name, telefoonnummer = Client.Of(4).Phone });
        Assert.Single((await rig.ToldAsync(dpo, rig.Mechelen, byMail)).Held);
        Assert.Single((await rig.ToldAsync(dpo, rig.Mechelen, byAddress)).Held);
        Assert.Empty((await rig.ToldAsync(dpo, rig.Mechelen, another)).Held);
        (await rig.InquireAsync(dpo, rig.Mechelen, Asked(new { voornaam = client.FirstName, naam = client.Name }))).Refuses(422, "persoon-onvolledig");
        (await rig.InquireAsync(dpo, rig.Mechelen, Inquiry.OfNumber(SyntheticInsz.Adult(1)))).Refuses(422, "insz-niet-in-protocol");
    }

    [Fact]
    [Requirement("F12", "F2")]
    public async Task After_erasure_nothing_finds_the_person()
    {
        await using var rig = await Rig.StartAsync();
        var (client, head) = (Client.Of(5), rig.Head);
        var exchange = await rig.ReferAsync(client);
        Assert.Single((await rig.ToldAsync(head, rig.Mechelen, Inquiry.Of(client))).Held);
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        Assert.True(await rig.IsErasedAsync(exchange));
        var told = await rig.ToldAsync(head, rig.Mechelen, Inquiry.Of(client));
        Assert.Empty(told.Held);
        Assert.Contains("houdt OCMW Mechelen in dit systeem nu geen gegevens over u bij", told.Letter, StringComparison.Ordinal);
        Assert.DoesNotContain(exchange.Value, told.All, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("D15", "F12")]
    public async Task Whoever_stands_in_two_protocols_is_shown_in_the_one_that_is_asked_to_a_party_of_it()
    {
        await using var rig = await Rig.StartAsync();
        var client = Client.Of(6);
        var mechelen = await rig.ReferAsync(client);
        var kasterlee = await rig.ReferAsync(client, "kasterlee-2025", "2460");
        var (here, there) = (SyntheticPeople.ReceivingDpo(rig.Mechelen), SyntheticPeople.ReceivingDpo(rig.Kasterlee));
        var told = await rig.ToldAsync(here, rig.Mechelen, Inquiry.Of(client));
        Assert.Equal(mechelen.Value, Assert.Single(told.Held).GetProperty("kenmerk").GetString());
        Assert.DoesNotContain("Kasterlee", told.All, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(kasterlee.Value, Assert.Single((await rig.ToldAsync(there, rig.Kasterlee, Inquiry.Of(client))).Held).GetProperty("kenmerk").GetString());
        (await rig.PostAsync(here, "/protocollen/kasterlee-2025/inzage", Inquiry.Of(client), Rig.PurposeOf(rig.Mechelen, here.Party))).Refuses(404, "niet-gevonden");
    }

    [Fact]
    [Requirement("W12", "R13", "F12")]
    public async Task Opgroeien_answers_the_same_of_a_referral_whatever_became_of_it()
    {
        await using var rig = await Rig.StartAsync();
        (string State, Func<ExchangeId, Task> Reach)[] states =
        [
            ("verzonden", _ => Task.CompletedTask),
            ("geopend", exchange => rig.OpenAsync(exchange)),
            ("contact", exchange => rig.ContactAsync(exchange)),
            ("geen hulp", async exchange =>
            {
                await rig.ContactAsync(exchange);
                (await rig.DoAsync(rig.Worker, exchange, "uitkomst", new { wenstHulp = false, wijze = "telefoon" })).Is(204);
            }),
            ("ingetrokken bij het OCMW", async exchange => (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204)),
        ];
        var (dpo, answers) = (SyntheticPeople.SendingDpo, new List<string>());
        foreach (var (index, (state, reach)) in states.Index())
        {
            var exchange = await rig.ReferAsync(Client.Of(10 + index));
            await reach(exchange);
            var told = await rig.ToldAsync(dpo, rig.Mechelen, new { identiteit = Inquiry.Checked, verwijzing = exchange.Value });
            Assert.Equal("Een doorverwijzing", Assert.Single(told.Kinds));
            answers.Add(told.All.Replace(exchange.Value, "KENMERK", StringComparison.Ordinal));
            Assert.True(answers[0] == answers[^1], $"{state}: Opgroeien can tell it from {states[0].State}");
        }

        Assert.DoesNotContain(Client.Of(10).Name, answers[0], StringComparison.Ordinal);
        var nobody = await rig.ToldAsync(dpo, rig.Mechelen, new { identiteit = Inquiry.Checked });
        Assert.Empty(nobody.Held);
        Assert.Contains("Wij zoeken in dit systeem niemand op naam", nobody.Letter, StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("W12", "F12")]
    public async Task Opgroeien_looks_for_nobody_by_name_and_another_party_gets_nothing_by_a_reference()
    {
        await using var rig = await Rig.StartAsync();
        var exchange = await rig.ReferAsync(Client.Of(20));
        (await rig.InquireAsync(SyntheticPeople.SendingDpo, rig.Mechelen, Inquiry.Of(Client.Of(20)))).Refuses(422, "niet-op-naam");
        (await rig.InquireAsync(SyntheticPeople.SendingDpo, rig.Mechelen, Inquiry.Of(Client.Of(21)))).Refuses(422, "niet-op-naam");
        Assert.Empty((await rig.ToldAsync(SyntheticPeople.SendingDpo, rig.Kasterlee, new { identiteit = Inquiry.Checked, verwijzing = exchange.Value })).Held);
        Assert.Empty((await rig.ToldAsync(SyntheticPeople.SendingDpo, rig.Mechelen, new { identiteit = Inquiry.Checked, verwijzing = "DV-0000-0000-0000" })).Held);
        (await rig.InquireAsync(rig.Worker, rig.Mechelen, Inquiry.Of(Client.Of(20)))).Refuses(403, "niet-bevoegd");
        (await rig.PostAsync(SyntheticPeople.Operator, "/protocollen/mechelen-2024/inzage", Inquiry.Of(Client.Of(20)), Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Receiver))).Refuses(403, "niet-bevoegd");
    }
}
