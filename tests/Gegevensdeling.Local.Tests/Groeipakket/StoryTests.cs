using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>The one-off request as the protocol of Turnhout promises it, told day by day. The approved texts beside this file are meant to be read.</summary>
public sealed class StoryTests
{
    [Fact]
    [Requirement("P4", "P8", "P12", "P13", "P14", "P20")]
    public async Task The_ordinary_way()
    {
        await using var story = await Story.BeginAsync("Een aanvraag loopt goed: verzegeld ingediend, sleutels per telefoon, beantwoord, ontvangen, niet meer nodig, gewist.");
        var turnhout = story.Turnhout;
        var file = await Children.SealedAsync(Children.Column("INSZ", Children.Child(1)), "Sleutel van Turnhout 1");
        var request = await story.MakeAsync("sociale dienst van het OCMW dient een verzegeld bestand in", "aanvraag 1", turnhout.AskAsync(file, Turnhout.SevenZip));
        await story.TurnAsync(TimeSpan.FromHours(2));
        await story.DoAsync("DPO van Opgroeien regie voert de sleutel in", turnhout.OfRequestAsync(turnhout.TeamDpo, request, "sleutel", new { sleutel = "sleutel van turnhout 1", kanaal = "telefoon" }));
        await story.DoAsync("DPO van Opgroeien regie voert de sleutel opnieuw in", turnhout.OfRequestAsync(turnhout.TeamDpo, request, "sleutel", new { sleutel = "Sleutel van Turnhout 1", kanaal = "telefoon" }));
        await story.DoAsync("DPO van het OCMW verklaart de sleutel van de aanvraag gewist", turnhout.OfRequestAsync(turnhout.ServiceDpo, request, "sleutel/gewist"));
        await story.DoAsync("DPO van Opgroeien regie verklaart hetzelfde", turnhout.OfRequestAsync(turnhout.TeamDpo, request, "sleutel/gewist"));
        await story.TurnAsync(TimeSpan.FromDays(1));
        var extract = await story.MakeAsync("team Kadaster & Fluxen laadt een uittreksel op", "uittreksel 1", turnhout.UploadExtractAsync(Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), "")), "2026-03-03"));
        var answer = await story.MakeAsync("team Kadaster & Fluxen laat de aanvraag opzoeken", "antwoord 1", turnhout.OfRequestAsync(turnhout.Team, request, "opzoeking", new { uittreksel = extract }));
        await story.DoAsync("DPO van Opgroeien regie toont de sleutel en leest hem voor aan de telefoon", turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "sleutel/tonen"));
        await story.DoAsync("DPO van het OCMW bevestigt de sleutel", turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/ontvangst", new { kanaal = "telefoon" }));
        await story.TurnAsync(TimeSpan.FromDays(1));
        await story.DoAsync("sociale dienst van het OCMW opent het antwoord", turnhout.OfAnswerAsync(turnhout.Service, answer, "openen"));
        await story.DoAsync("DPO van het OCMW verklaart de sleutel van het antwoord gewist", turnhout.OfAnswerAsync(turnhout.ServiceDpo, answer, "sleutel/gewist"));
        await story.DoAsync("DPO van Opgroeien regie verklaart hetzelfde", turnhout.OfAnswerAsync(turnhout.TeamDpo, answer, "sleutel/gewist"));
        await story.TurnAsync(TimeSpan.FromDays(40));
        await story.DoAsync("sociale dienst van het OCMW zegt dat het bestand niet meer nodig is", turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig"));
        await story.DoAsync("sociale dienst van het OCMW verklaart mailbox, downloads en papier gewist", turnhout.OfAnswerAsync(turnhout.Service, answer, "verklaring", new { gewist = new[] { "mailbox", "downloads", "papier" } }));
        await story.TurnAsync(TimeSpan.FromDays(31));
        await story.Rig.SweepAsync();
        await story.TurnAsync(TimeSpan.FromDays(1));
        await story.DoAsync("sociale dienst van het OCMW dient een tweede aanvraag in", turnhout.AskAsync(Children.Column(Children.Child(2)), Turnhout.Workbook));
        await Approved.EqualAsync("gewoon.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("P5", "W20")]
    public async Task A_request_that_nobody_answers_is_asked_about_in_working_days()
    {
        await using var story = await Story.BeginAsync("Niemand beantwoordt de aanvraag, drie maanden lang.");
        await story.MakeAsync("sociale dienst van het OCMW dient een Excelbestand in via de toepassing", "aanvraag 1", story.Turnhout.AskAsync(Children.Column("INSZ", Children.Child(1)), Turnhout.Workbook));
        await story.TurnAsync(TimeSpan.FromDays(92));
        await Approved.EqualAsync("geen-antwoord.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("W13")]
    public async Task Wrong_rows_wait_for_the_requester_who_is_asked_about_them()
    {
        await using var story = await Story.BeginAsync("Er staan foute rijen in de aanvraag; de aanvrager laat ze eerst liggen.");
        var request = await story.MakeAsync(
            "sociale dienst van het OCMW dient een Excelbestand in via de toepassing", "aanvraag 1", story.Turnhout.AskAsync(Children.Column("INSZ", Children.Child(1), "12345678901"), Turnhout.Workbook));
        await story.TurnAsync(TimeSpan.FromDays(21));
        await story.DoAsync("sociale dienst van het OCMW gaat verder zonder de foute rijen", story.Turnhout.OfRequestAsync(story.Turnhout.Service, request, "verder"));
        await story.TurnAsync(TimeSpan.FromDays(15));
        await Approved.EqualAsync("foute-rijen.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("P12", "P13", "W20")]
    public async Task Without_receipt_the_service_and_its_head_are_asked_until_the_year_is_over_and_then_everything_goes()
    {
        await using var story = await Story.BeginAsync("Het antwoord staat klaar, en niemand bevestigt ooit de ontvangst: een heel jaar.");
        var (_, answer) = await story.DeliveredAsync();
        await story.TurnToAsync(new(2027, 3, 1, 22, 59, 59, TimeSpan.Zero));
        Assert.Equal("verzonden", Turnhout.State(await story.Turnhout.AnswerAsync(answer)));
        await story.TurnAsync(TimeSpan.FromSeconds(1)); // the first moment of that day in Brussels
        Assert.Equal("gewist", Turnhout.State(await story.Turnhout.AnswerAsync(answer)));
        await story.TurnAsync(TimeSpan.FromDays(60));
        await Approved.EqualAsync("geen-ontvangst.approved.txt", await story.EndAsync());
    }

    [Fact]
    [Requirement("P12")]
    public async Task What_was_received_is_asked_about_every_two_months_and_goes_at_the_year()
    {
        await using var story = await Story.BeginAsync("Het antwoord is ontvangen en niemand zegt dat het niet meer nodig is.");
        var (_, answer) = await story.DeliveredAsync();
        await story.TurnAsync(TimeSpan.FromDays(5));
        await story.DoAsync("sociale dienst van het OCMW opent het antwoord", story.Turnhout.OfAnswerAsync(story.Turnhout.Service, answer, "openen"));
        await story.TurnAsync(TimeSpan.FromDays(420));
        await Approved.EqualAsync("nog-nodig.approved.txt", await story.EndAsync());
    }
}
