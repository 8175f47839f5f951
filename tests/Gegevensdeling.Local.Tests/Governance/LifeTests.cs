using System.Globalization;
using System.Text.Json.Nodes;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Api;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>A protocol from draft to its very end, by its people's roles, through the real routes.</summary>
public sealed class LifeTests
{
    private const string Mechelen = "/protocollen/mechelen-2024";

    private static readonly object Reference = new { kenmerk = "2026/017" };

    private Postbox? post;

    [Fact]
    [Requirement("G2", "G3", "G5", "G6", "W4")]
    public async Task A_new_version_comes_to_life_step_by_step_while_the_earlier_one_goes_on()
    {
        using var files = SecondVersion();
        await using var rig = await StartAsync(files.Path);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        var (sending, receiving) = (SyntheticPeople.SendingDpo, SyntheticPeople.ReceivingDpo(rig.Mechelen));
        Assert.Equal(2, Told("advies gevraagd"));
        Assert.Equal(1, (await HeadAsync(rig, await rig.ReferAsync())).ProtocolVersion);

        // Out of order: refused, and nothing is lost by it.
        (await SignAsync(rig, SyntheticPeople.SendingSignatory, "Bruno Vanobbergen", "2026-03-02")).Refuses(422, "advies-ontbreekt");
        (await DoAsync(rig, sending, "bekendmaking", new { versie = 2, url = "https://www.opgroeien.be/p", op = "2026-03-01" })).Refuses(409, "toestand-niet-ondertekend");
        (await DoAsync(rig, sending, "advies", new { versie = 2, strekking = "positief", op = "2026-03-03", kenmerk = "A1" })).Refuses(422, "datum-in-toekomst");
        (await DoAsync(rig, sending, "advies", new { versie = 3, strekking = "positief", op = "2026-03-02", kenmerk = "A1" })).Refuses(422, "versie-onbekend");
        (await DoAsync(rig, rig.Worker, "advies", new { versie = 2, strekking = "positief", op = "2026-03-02", kenmerk = "A1" })).Refuses(403, "niet-bevoegd");

        foreach (var officer in new[] { sending, receiving })
        {
            (await DoAsync(rig, officer, "advies", new { versie = 2, strekking = "positief", op = "2026-03-02", kenmerk = "A1" })).Is(204);
            (await DoAsync(rig, officer, "advies", new { versie = 2, strekking = "positief", op = "2026-03-02", kenmerk = "A1" })).Is(204); // twice: it was so already
        }

        Assert.Equal(2, Told("klaar om te ondertekenen"));
        await rig.TurnAsync(TimeSpan.FromDays(10));
        (await SignAsync(rig, SyntheticPeople.SendingSignatory, "Bruno Vanobbergen", "2026-03-01")).Refuses(422, "ondertekening-voor-advies");
        (await SignAsync(rig, SyntheticPeople.SendingSignatory, "Bruno Vanobbergen", "2026-03-12")).Is(204);
        foreach (var name in new[] { "Gabriella De Francesco", "Gert Eeraerts" })
            (await SignAsync(rig, SyntheticPeople.ReceivingSignatory(rig.Mechelen), name, "2026-03-12")).Is(204);
        (await DoAsync(rig, sending, "advies", new { versie = 2, strekking = "met-opmerkingen", op = "2026-03-12", kenmerk = "A2" })).Is(204); // the same day
        (await DoAsync(rig, sending, "bekendmaking", new { versie = 2, url = "ftp://x", op = "2026-03-12" })).Refuses(422, "url-ongeldig");
        foreach (var officer in new[] { sending, receiving })
            (await DoAsync(rig, officer, "bekendmaking", new { versie = 2, url = "https://www.mechelen.be/protocollen", op = "2026-03-12" })).Is(204);
        Assert.Equal(1, Told("bevestig wie de mailbox leest"));
        (await DoAsync(rig, rig.Head, "postbus", new { versie = 2, gelezenDoor = "het onthaalteam", op = "2026-03-12" })).Is(204);

        // Everything is there but the day itself.
        Assert.Equal(1, (await LifeAsync(rig)).GetProperty("inWerking").GetInt32());
        await rig.TurnAsync(TimeSpan.FromDays(10));
        Assert.Equal(2, (await LifeAsync(rig)).GetProperty("inWerking").GetInt32());
        Assert.Equal(2, (await HeadAsync(rig, await rig.ReferAsync(Client.Of(2)))).ProtocolVersion);
        Assert.NotEqual(0, Told("het protocol is in werking"));
    }

    [Fact]
    [Requirement("G9", "G10")]
    public async Task A_suspended_protocol_moves_nothing_on_any_route_until_another_person_releases_it()
    {
        await using var rig = await StartAsync();
        var (waiting, opened) = (await rig.ReferAsync(), await rig.ReferAsync(Client.Of(2)));
        await rig.OpenAsync(opened);
        var dossier = await rig.AcknowledgedAsync(opened);
        (await DoAsync(rig, SyntheticPeople.ReceivingDpo(rig.Mechelen), "vrijgave", Reference)).Refuses(403, "niet-bevoegd");
        (await DoAsync(rig, SyntheticPeople.ReceivingSignatory(rig.Mechelen), "vrijgave", Reference)).Refuses(409, "toestand-niet-geschorst");
        (await DoAsync(rig, SyntheticPeople.ReceivingSignatory(rig.Mechelen), "schorsing", new { reden = "inbreuk-protocol" })).Is(204);

        await ContentRefusesAsync(rig, opened, dossier, "protocol-geschorst");
        (await rig.DoAsync(rig.Worker, opened, "contact", new { wijze = "telefoon" })).Is(204); // no data move by it
        (await rig.SeeAsync(rig.Team, waiting, "aflevering")).Is(200);
        (await rig.DoAsync(rig.Team, waiting, "intrekking", new { wijze = "telefoon" })).Is(204); // withdrawal erases, suspended or not
        Assert.True(await rig.IsErasedAsync(waiting));
        Assert.NotEqual(0, Told("de uitwisseling is stopgezet"));

        var signatory = SyntheticPeople.ReceivingSignatory(rig.Mechelen);
        (await DoAsync(rig, signatory, "vrijgave", Reference)).Refuses(422, "onderzoek-ontbreekt");
        (await DoAsync(rig, SyntheticPeople.ReceivingDpo(rig.Mechelen), "onderzoek", new { uitkomst = "inbreuk-vastgesteld", kenmerk = "O-1" })).Is(204);
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "vrijgave", Reference)).Refuses(422, "andere-partij");
        await rig.TurnAsync(TimeSpan.FromDays(400)); // in another year the same person has another reference
        (await DoAsync(rig, signatory, "vrijgave", Reference)).Refuses(422, "zelfde-persoon");
        (await DoAsync(rig, signatory with { Subject = "ocmw-mechelen/iemand-anders", Name = "Iemand Anders" }, "vrijgave", Reference)).Is(204);
        (await rig.DoAsync(rig.Worker, opened, "openen")).Is(200);
        await rig.ReferAsync(Client.Of(3));
    }

    [Fact]
    [Requirement("G10")]
    public async Task What_was_sealed_waits_for_the_release_and_is_sent_then()
    {
        await using var rig = await StartAsync();
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        var exchange = await SealedAsync(rig, Client.Any); // it passed the gate a moment before
        await rig.TurnAsync(TimeSpan.FromHours(30));
        Assert.False(Went(exchange));

        (await DoAsync(rig, SyntheticPeople.SendingDpo, "onderzoek", new { uitkomst = "geen-inbreuk", kenmerk = "O-1" })).Is(204);
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "vrijgave", Reference)).Is(204);
        await rig.TurnAsync(TimeSpan.FromHours(1));
        Assert.True(Went(exchange));
    }

    [Fact]
    [Requirement("G7", "G8")]
    public async Task After_notice_the_protocol_runs_its_months_then_admits_nothing_and_is_wound_up()
    {
        await using var rig = await StartAsync();
        var (unopened, opened) = (await rig.ReferAsync(), await rig.ReferAsync(Client.Of(2)));
        await rig.ContactAsync(opened);
        var dossier = await rig.AcknowledgedAsync(opened);
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Refuses(403, "niet-bevoegd");
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Is(204);
        (await DoAsync(rig, SyntheticPeople.ReceivingSignatory(rig.Mechelen), "opzegging", new { op = "2026-03-02", kenmerk = "B-2" })).Refuses(409, "al-opgezegd");
        Assert.Equal("2026-09-02", (await LifeAsync(rig)).GetProperty("laatsteDag").GetString());
        await rig.TurnAsync(Until(rig, "2026-09-02T21:59:00Z"));
        await rig.ReferAsync(Client.Of(3)); // on the last day in Brussels
        Assert.NotEqual(0, Told("het protocol eindigt binnenkort"));

        await rig.TurnAsync(TimeSpan.FromHours(1));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await ContentRefusesAsync(rig, opened, dossier, "protocol-opgezegd");
        Assert.True(await rig.IsErasedAsync(unopened));
        Assert.False(await rig.IsErasedAsync(opened)); // R9: contact and outcome must be clear
        Assert.Contains(Pseudonym.KeyName(new("mechelen-2024")), await rig.Host.Law.Ports.SystemKeys.NamesAsync("pseudoniem/", Rig.Cancelled));

        (await rig.DoAsync(rig.Worker, opened, "uitkomst", new { wenstHulp = false, wissen = true, wijze = "telefoon" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        Assert.DoesNotContain(Pseudonym.KeyName(new("mechelen-2024")), await rig.Host.Law.Ports.SystemKeys.NamesAsync("pseudoniem/", Rig.Cancelled));
        Assert.Equal("afgewikkeld", (await LifeAsync(rig)).GetProperty("toestand").GetString());
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "schorsing", new { reden = "gegevenslek" })).Refuses(409, "al-afgesloten");
    }

    [Fact]
    [Requirement("G7", "G8")]
    public async Task Notice_is_about_what_was_signed_while_a_draft_waits()
    {
        using var files = SecondVersion();
        await using var rig = await StartAsync(files.Path);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Is(204);
        Assert.Equal("2026-09-02", (await LifeAsync(rig)).GetProperty("laatsteDag").GetString());
    }

    [Fact]
    [Requirement("G8", "W22")]
    public async Task What_was_on_its_way_at_the_end_or_restricted_then_goes_when_the_protocol_is_looked_at_again()
    {
        await using var rig = await StartAsync();
        var (opened, restricted) = (await rig.ReferAsync(), await rig.ReferAsync(Client.Of(2)));
        await rig.ContactAsync(opened);
        var request = (await rig.PostAsync(rig.Worker, $"/doorverwijzingen/{restricted}/bezwaar", new { soort = "bezwaar", wijze = "telefoon" })).Is(201).Json.GetProperty("dossier").GetString();
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        Assert.False(await rig.IsErasedAsync(restricted)); // art. 18: kept, and nothing else

        var late = await SealedAsync(rig, Client.Of(3)); // it passed the gate a moment before
        (await rig.PostAsync(rig.Head, $"/bezwaren/{request}/beslissing", new { beslissing = "ongegrond", grond = "dwingende-gronden", kenmerk = "2026/9" })).Is(204);
        (await rig.PostAsync(rig.Worker, $"/bezwaren/{request}/verwittiging", new { op = "2026-03-02", wijze = "telefoon" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromHours(2));
        Assert.True(await rig.IsErasedAsync(late));
        Assert.True(await rig.IsErasedAsync(restricted));
        Assert.False(await rig.IsErasedAsync(opened));
    }

    [Fact]
    [Requirement("G8", "G9")]
    public async Task Only_the_party_of_article_8_ends_it_for_breach_and_at_once()
    {
        await using var rig = await StartAsync();
        var opened = await rig.ReferAsync();
        await rig.OpenAsync(opened);
        var dossier = await rig.AcknowledgedAsync(opened);
        var end = new { oorzaak = "inbreuk", vanaf = "2026-03-02", kenmerk = "E-1" };
        (await DoAsync(rig, SyntheticPeople.ReceivingSignatory(rig.Mechelen), "einde", end)).Refuses(403, "niet-bevoegd-eenzijdig");
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "einde", end)).Is(204);
        await ContentRefusesAsync(rig, opened, dossier, "protocol-beeindigd");
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "opzegging", new { op = "2026-03-02", kenmerk = "B-1" })).Refuses(409, "al-beeindigd");
    }

    [Fact]
    [Requirement("G1")]
    public async Task A_text_that_changed_without_a_new_version_admits_nothing()
    {
        using var files = new ProtocolCopy();
        await using var rig = await StartAsync(files.Path);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.ReferAsync();
        files.Change("mechelen-2024", file => file["looptijd"]!["opzegtermijn"]!["maanden"] = 3);
        await rig.RestartAsync();
        (await rig.CreateAsync(Referrals.Body(Client.Of(2)))).Refuses(422, "protocol-gewijzigd");
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        Assert.NotEqual(0, Told("tekst gewijzigd zonder nieuwe versie"));
    }

    [Fact]
    [Requirement("G1")]
    public async Task Where_the_text_of_a_signed_version_changed_the_one_before_it_does_not_come_back()
    {
        using var files = new ProtocolCopy();
        File.Copy(Path.Combine(files.Path, "mechelen-2024.json"), Path.Combine(files.Path, "mechelen-2024.v1.json"));
        files.Change("mechelen-2024", file => file["versie"] = 2);
        await using var rig = await StartAsync(files.Path);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        Assert.Equal(2, (await HeadAsync(rig, await rig.ReferAsync())).ProtocolVersion);
        files.Change("mechelen-2024", file => file["looptijd"]!["opzegtermijn"]!["maanden"] = 3);
        await rig.RestartAsync();
        (await rig.CreateAsync(Referrals.Body(Client.Of(2)))).Refuses(422, "protocol-gewijzigd");
    }

    [Fact]
    [Requirement("G10", "R17")]
    public async Task While_suspended_only_what_was_passed_on_before_may_still_be_recorded()
    {
        using var files = new ProtocolCopy();
        files.Change("mechelen-2024", file =>
        {
            file["doorverwijzing"]!["gbo"]!["overeenkomstBestaat"] = true;
            file["doorverwijzing"]!["gbo"]!["overeenkomst"] = "Overeenkomst van een verzonnen regio";
        });
        await using var rig = await StartAsync(files.Path);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);
        await rig.TurnAsync(TimeSpan.FromDays(2));
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(1));
        var refused = (await PassedOnAsync(null)).Refuses(422, "protocol-geschorst");
        Assert.Contains("4 maart 2026", refused.Text, StringComparison.Ordinal);
        (await PassedOnAsync("2026-03-04")).Refuses(422, "protocol-geschorst"); // the day of the suspension itself
        (await PassedOnAsync("2026-03-01")).Refuses(422, "datum-te-vroeg");
        (await PassedOnAsync("2026-03-03")).Is(204);
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "onderzoek", new { uitkomst = "geen-inbreuk", kenmerk = "O-1" })).Is(204);
        (await DoAsync(rig, SyntheticPeople.SendingSignatory, "vrijgave", Reference)).Is(204);
        (await PassedOnAsync("2026-03-06")).Refuses(422, "datum-in-toekomst");
        (await PassedOnAsync(null)).Is(204);

        Task<Answer> PassedOnAsync(string? on) => rig.DoAsync(rig.Worker, exchange, "doorgave-gbo", on is null ? new { toestemmingClient = true } : (object)new { toestemmingClient = true, op = on });
    }

    [Fact]
    [Requirement("G2", "W2")]
    public async Task What_a_protocols_life_tells_goes_to_the_addresses_of_the_version_that_governs_now()
    {
        using var files = new ProtocolCopy();
        File.Copy(Path.Combine(files.Path, "mechelen-2024.json"), Path.Combine(files.Path, "mechelen-2024.v1.json"));
        files.Change("mechelen-2024", file =>
        {
            file["versie"] = 2;
            file["partijen"]!.AsArray().Single(party => party!["id"]!.GetValue<string>() == "opgroeien-regie")!["functionarisGegevensbescherming"]!["e-mail"] = "nieuwe-dpo@opgroeien.example";
        });
        await using var rig = await StartAsync(files.Path);
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        (await DoAsync(rig, SyntheticPeople.SendingDpo, "schorsing", new { reden = "waarborgen-ontbreken" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        var told = post!.Sent.Where(message => message.Subject.Contains("de uitwisseling is stopgezet", StringComparison.Ordinal)).Select(message => message.To).ToList();
        Assert.Contains("nieuwe-dpo@opgroeien.example", told);
        Assert.DoesNotContain("dpo@opgroeien.be", told);
    }

    /// <summary>Every route that shows or moves content, and the one that begins an exchange: none is forgotten, since the table is walked. Those of Turnhout and of Maldegem: their <c>StoppedTests</c>. Who asks what is held of them is answered under a suspension too (art. 15 GDPR), and whose row is to be kept only is said (art. 18).</summary>
    private static async Task ContentRefusesAsync(Rig rig, ExchangeId exchange, ExchangeId dossier, string code)
    {
        var walked = 0;
        foreach (var route in LawRoutes.Create(rig.Host.Law, rig.Host.Engine).Routes.Where(route => !Uploads.IsGroeipakket(route) && !DebtorCase.IsOf(route) && route.Name is not ("inzage" or "lijstbezwaar-rij") && route.Access is Access.Granted { Action.Content: true }))
        {
            var action = ((Access.Granted)route.Access).Action;
            var sender = action.Grants.Any(grant => grant.Sides == Sides.Sender);
            var path = route.Path.Text.Replace("{verwijzing}", exchange.Value, StringComparison.Ordinal).Replace("{dossier}", dossier.Value, StringComparison.Ordinal);
            var party = sender ? rig.Mechelen.Sender : rig.Mechelen.Receiver;
            var answer = await rig.PostAsync(sender ? rig.Team : rig.Worker, path, Samples.BodyOf(route.Name), Rig.PurposeOf(rig.Mechelen, party));
            answer.Refuses(422, code);
            walked++;
        }

        Assert.True(walked >= 5);
    }

    /// <summary>What the route does behind its gate.</summary>
    private static async Task<ExchangeId> SealedAsync(Rig rig, Client client)
    {
        var actor = await new Actors(rig.Host.Law.Ports.Staff).OfAsync(rig.Team, Exchanges.Referral.ReferralActions.Refer, 2026, Rig.Cancelled);
        var request = System.Text.Json.JsonSerializer.Deserialize<Exchanges.Referral.ReferralRequest>(Referrals.Body(client), Gegevensdeling.Api.Bodies.ApiJson.Options)!;
        var exchange = References.New("DV");
        await rig.Host.Law.Intake(rig.Host.Engine).CreateAsync(actor, rig.Mechelen, request, exchange, References.NewFact(), Rig.Cancelled);
        return exchange;
    }

    private static Task<Answer> DoAsync(Rig rig, Caller who, string step, object body) => rig.PostAsync(who, $"{Mechelen}/{step}", body);

    private static Task<Answer> SignAsync(Rig rig, Caller who, string name, string on) =>
        DoAsync(rig, who, "ondertekening", new { versie = 2, naam = name, functie = "vertegenwoordiger", mandaat = "beslissing 2026/4", op = on });

    private static async Task<System.Text.Json.JsonElement> LifeAsync(Rig rig) => (await rig.GetAsync(SyntheticPeople.SendingDpo, $"{Mechelen}/leven")).Is(200).Json;

    private static async Task<Gegevensdeling.Stores.ExchangeHead> HeadAsync(Rig rig, ExchangeId exchange) => (await rig.Host.Law.Ports.Register.FindAsync(exchange, Rig.Cancelled))!;

    private static TimeSpan Until(Rig rig, string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture) - rig.Clock.GetUtcNow();

    private async Task<Rig> StartAsync(string? protocols = null) =>
        await Rig.StartAsync(protocols: protocols, between: ports => ports with { Outbox = post = new(ports.Outbox) });

    private int Told(string subject) => post!.Count($"Protocol Mechelen: {subject}");

    private bool Went(ExchangeId exchange) => post!.Sent.Any(message => message.Exchange == exchange && message.Attachment is not null);

    /// <summary>The committed text as version 1, and a draft of the same as version 2: nobody advised, signed or published it yet.</summary>
    private static ProtocolCopy SecondVersion()
    {
        var files = new ProtocolCopy();
        File.Copy(Path.Combine(files.Path, "mechelen-2024.json"), Path.Combine(files.Path, "mechelen-2024.v1.json"));
        files.Change("mechelen-2024", file =>
        {
            file["versie"] = 2;
            foreach (var advice in file["adviezen"]!.AsArray())
                advice!["datum"] = null;
            file["ondertekening"]!["datum"] = "2026-03-12";
            file["ondertekening"]!["handtekeningen"] = new JsonArray();
            file["bekendmakingen"] = new JsonArray();
            file["looptijd"]!["inwerkingtreding"]!["datum"] = "2026-03-20";
            var mailbox = file["contactpunten"]!.AsArray().Single(contacts => contacts!["partij"]!.GetValue<string>() == "ocmw-mechelen")!["postbus"]!;
            (mailbox["bevestigdOp"], mailbox["bevestigdDoor"]) = (null, null);
        });
        return files;
    }
}
