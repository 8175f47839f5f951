using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>SFTP first, a place for each municipality; mail only as the emergency that the text calls it (C2; P8 to P10, P15, W15).</summary>
public sealed class DeliveryTests
{
    private Postbox? post;

    [Fact]
    [Requirement("P9", "P8")]
    public async Task Mail_needs_a_recorded_reason_and_the_approval_of_somebody_else_and_goes_to_the_one_address()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        var (_, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "mail/goedkeuring")).Refuses(422, "mail-niet-gevraagd");
        (await turnhout.OfAnswerAsync(turnhout.Team, answer, "mail", new { })).Is(400);
        (await turnhout.OfAnswerAsync(turnhout.Team, answer, "mail", new { reden = "handiger" })).Is(400);
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "mail", new { reden = "firewall-ocmw" })).Refuses(403, "niet-bevoegd");
        (await turnhout.OfAnswerAsync(turnhout.Team, answer, "mail", new { reden = "firewall-ocmw" })).Is(204);
        Assert.DoesNotContain(post!.Sent, message => message.Attachment is not null);

        // W2: the same person in another role, also in the year after.
        var self = turnhout.Team with { Roles = new HashSet<Role> { Role.Dpo } };
        (await turnhout.OfAnswerAsync(self, answer, "mail/goedkeuring")).Refuses(422, "zelfde-persoon");
        await rig.TurnAsync(TimeSpan.FromDays(320));
        (await turnhout.OfAnswerAsync(self, answer, "mail/goedkeuring")).Refuses(422, "zelfde-persoon");
        Assert.DoesNotContain(post.Sent, message => message.Attachment is not null);

        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "mail/goedkeuring")).Is(204);
        var sent = Assert.Single(post.Sent, message => message.Attachment is not null);
        Assert.Equal("els.geudens@turnhout.be", sent.To);
        Assert.DoesNotContain(post.Sent, message => message.To == "els.geudens@turnhout.be" && message != sent);
        var line = await turnhout.AnswerAsync(answer);
        Assert.Equal(("mail", "firewall-ocmw", true), (line.GetProperty("kanaal").GetString(), line.GetProperty("mailGevraagdOm").GetString(), line.GetProperty("mailGoedgekeurd").GetBoolean()));
        (await turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "mail/goedkeuring")).Is(204); // twice: it was so already
        Assert.Single(post.Sent, message => message.Attachment is not null);
    }

    [Fact]
    [Requirement("P10", "P16")]
    public async Task The_archive_lies_in_the_place_of_the_social_service_and_in_no_other()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        var (_, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        Assert.StartsWith($"{turnhout.Service.Party}/uit/", Assert.Single(turnhout.Dropped()), StringComparison.Ordinal);
        Assert.Equal([turnhout.Service.Party.Value], Directory.GetDirectories(Path.Combine(rig.Root, "sftp")).Select(Path.GetFileName));
        Assert.All(post!.Sent, message => Assert.DoesNotContain(Children.Child(1), message.Text, StringComparison.Ordinal));
        Assert.NotEmpty(answer);
    }

    [Fact]
    [Requirement("P15")]
    public async Task Whoever_asked_only_the_social_service_of_the_ocmw_sees_the_answer()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        var request = Turnhout.Reference(await turnhout.AskAsync(Children.Column(Children.Child(1)), Turnhout.Workbook, who: turnhout.City));
        var answer = await turnhout.AnsweredAsync(request, Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")));
        foreach (var what in new[] { "openen", "bestand", "begunstigden", "ontvangst" })
        {
            var body = what == "ontvangst" ? (object)new { sha256 = (await turnhout.AnswerAsync(answer)).GetProperty("sha256").GetString() } : null;
            (await turnhout.OfAnswerAsync(turnhout.City, answer, what, body)).Refuses(404, "niet-gevonden");
            foreach (var who in new[] { turnhout.Head, turnhout.ServiceDpo, turnhout.Team, turnhout.TeamDpo })
                Assert.True((await turnhout.OfAnswerAsync(who, answer, what, body)).Status == 403, $"{who} {what}");
        }

        (await rig.GetAsync(turnhout.City, $"/groeipakketantwoorden/{answer}")).Refuses(404, "niet-gevonden");
        (await rig.GetAsync(SyntheticPeople.CityDpo(turnhout.Protocol), $"/groeipakketantwoorden/{answer}")).Refuses(404, "niet-gevonden");
        Assert.Equal("verzonden", Turnhout.State(await turnhout.AnswerAsync(answer)));
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        Assert.DoesNotContain(post!.Sent, message => message.To == turnhout.City.Mail && message.Attachment is not null);
    }

    [Fact]
    [Requirement("W15", "P11")]
    public async Task The_list_of_beneficiaries_leaves_out_who_lives_elsewhere_where_the_inhabitants_are_given()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        string[] children = [Children.Child(1), Children.Child(2), Children.Child(3)];
        var request = await turnhout.SealedRequestAsync(Children.Column(["INSZ", .. children]));
        var answer = await turnhout.AnsweredAsync(request, Children.Extract(
            (children[0], "2020-01-01", "", Children.Parent(1), Children.Parent(2)), (children[1], "2020-01-01", "", Children.Parent(1), "")));
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "begunstigden")).Refuses(422, "nog-niet-ontvangen");
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);

        var all = Children.Rows((await turnhout.OfAnswerAsync(turnhout.Service, answer, "begunstigden")).Is(200).Raw);
        Assert.Equal([(Children.Parent(1), "2"), (Children.Parent(2), "1")], all.Skip(1).Select(row => (row[0], row[1])));
        var here = await turnhout.UploadAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/begunstigden", Children.Column("INSZ", Children.Parent(2), Children.Parent(7)), Turnhout.Workbook);
        Assert.Equal([(Children.Parent(2), "1")], Children.Rows(here.Is(200).Raw).Skip(1).Select(row => (row[0], row[1])));
        (await turnhout.UploadAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/begunstigden", Children.Column("INSZ"), Turnhout.Workbook)).Refuses(422, "geen-inwoners");
        (await turnhout.UploadAsync(turnhout.Service, $"/groeipakketantwoorden/{answer}/begunstigden", Fixtures.Workbook("formula.xlsx"), Turnhout.Workbook)).Refuses(422, "formule");
    }

    [Fact]
    [Requirement("P13", "F1")]
    public async Task What_cannot_be_opened_is_no_receipt_and_ends_nothing()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1));
        var path = PathOf(rig, answer);
        var whole = await File.ReadAllBytesAsync(path, Rig.Cancelled);
        await File.WriteAllBytesAsync(path, [.. whole[..^1], (byte)~whole[^1]], Rig.Cancelled);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Refuses(409, "bestand-beschadigd");
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "bestand")).Refuses(409, "bestand-beschadigd");
        Assert.Equal(("beantwoord", "verzonden"), (Turnhout.State(await turnhout.RequestAsync(request)), Turnhout.State(await turnhout.AnswerAsync(answer))));

        await File.WriteAllBytesAsync(path, whole, Rig.Cancelled);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        foreach (var what in new[] { "openen", "bestand", "begunstigden" })
            (await turnhout.OfAnswerAsync(turnhout.Service, answer, what)).Refuses(422, "antwoord-beeindigd");
    }

    [Fact]
    [Requirement("P3", "P5")]
    public async Task A_damaged_request_or_extract_is_refused_by_name_on_every_way_to_it_and_ends_nothing()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column(Children.Child(1)));
        var extract = Turnhout.Reference(await turnhout.UploadExtractAsync(Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), ""))));
        foreach (var damaged in new[] { request, extract })
        {
            var path = PathOf(rig, damaged);
            var whole = await File.ReadAllBytesAsync(path, Rig.Cancelled);
            await File.WriteAllBytesAsync(path, [.. whole[..^1], (byte)~whole[^1]], Rig.Cancelled);
            (await LookUpAsync()).Refuses(422, "archief-beschadigd");
            if (damaged == request)
                (await rig.GetAsync(turnhout.Service, $"/groeipakketvragen/{request}/verslag")).Refuses(422, "archief-beschadigd");
            Assert.Equal("wacht-op-antwoord", Turnhout.State(await turnhout.RequestAsync(request)));
            await File.WriteAllBytesAsync(path, whole, Rig.Cancelled);
        }

        (await LookUpAsync()).Is(201);
        Task<Answer> LookUpAsync() => turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract });
    }

    [Fact]
    [Requirement("P3", "P4")]
    public async Task A_request_that_was_damaged_before_its_key_came_is_rejected_and_goes()
    {
        await using var rig = await StartAsync();
        var turnhout = new Turnhout(rig);
        var request = Turnhout.Reference(await turnhout.AskAsync(await Children.SealedAsync(Children.Column(Children.Child(1)), "Sleutel van Turnhout 1"), Turnhout.SevenZip));
        var path = PathOf(rig, request);
        await File.AppendAllTextAsync(path, "x", Rig.Cancelled);
        (await turnhout.OfRequestAsync(turnhout.TeamDpo, request, "sleutel", new { sleutel = "Sleutel van Turnhout 1", kanaal = "telefoon" })).Is(204);
        Assert.False(File.Exists(path));
        Assert.Equal("gewist", Turnhout.State(await turnhout.RequestAsync(request)));
    }

    private static string PathOf(Rig rig, string exchange) =>
        Directory.GetFiles(Path.Combine(rig.Root, "opslag"), "*.7z", SearchOption.AllDirectories).Single(one => one.Contains(exchange, StringComparison.Ordinal));

    private Task<Rig> StartAsync() => Rig.StartAsync(between: ports => ports with { Outbox = post = new(ports.Outbox) });
}
