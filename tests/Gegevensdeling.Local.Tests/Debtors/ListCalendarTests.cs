using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>What the calendar does to the list: when it leaves the shared drive (D12), and when a pause is looked at again (W18).</summary>
public sealed class ListCalendarTests
{
    private const string Town = "debiteurenteam@maldegem.example";
    private const string Centre = "sociale-dienst@ocmw-maldegem.example";

    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("D12", "D9")]
    public async Task A_month_after_the_delivery_the_social_service_alone_reads_the_list_and_the_rows_stay()
    {
        await using var rig = await StartAsync(new(2026, 1, 31, 8, 0, 0, TimeSpan.Zero)); // a month later is the last of February
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..2]);
        (await maldegem.DetailsAsync(Sheets.Details((Everybody[0], "0012345", "100,00")))).Is(201);
        Assert.Equal("2026-02-28T00:00:00+01:00", (await maldegem.ListAsync()).GetProperty("naarDienstenschijfOp").GetString());
        await TurnToAsync(rig, new(2026, 2, 27, 22, 59, 59, TimeSpan.Zero));
        foreach (var who in new[] { maldegem.DebtTeam, maldegem.Worker, maldegem.Head })
            Assert.Equal(2, (await maldegem.RowsAsync(who)).Count);
        Assert.Equal(2, (await maldegem.MarksAsync()).Count);

        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        await IsOnDriveAsync(maldegem);
        Assert.Equal("op-dienstenschijf", (await maldegem.ListAsync()).GetProperty("toestand").GetString());
        Assert.Equal([Town, Centre], Sent("op de dienstenschijf").Select(mail => mail.To));
        Assert.Contains("de niet gedeelde dienstenschijf van OCMW Maldegem", Sent("op de dienstenschijf")[0].Text, StringComparison.Ordinal);

        // A mark that is changed afterwards is the municipality's to know, for as long after that.
        (await maldegem.ChangeAsync(Everybody[1], "geen-oplossing-bereikt")).Is(204);
        Assert.Equal("invorderingsprocedure voortzetten", (await maldegem.MarksAsync())[1][1]);
        (await maldegem.OfListAsync(maldegem.DebtTeam, "openen")).Refuses(422, "op-dienstenschijf");
        await TurnToAsync(rig, new(2026, 3, 28, 0, 0, 0, TimeSpan.FromHours(1)));
        await IsOnDriveAsync(maldegem);

        // The next comparison shares it again.
        await rig.SweepAsync();
        await maldegem.ReleasedAsync(Everybody, Everybody[..2]);
        Assert.Equal("gedeeld", (await maldegem.ListAsync()).GetProperty("toestand").GetString());
        Assert.Equal(2, (await maldegem.RowsAsync(maldegem.DebtTeam)).Count);
        Assert.Equal(2, (await maldegem.MarksAsync()).Count);
        Assert.Equal(2, Sent("op de dienstenschijf").Count);
    }

    [Fact]
    [Requirement("D12")]
    public async Task The_date_moves_the_list_also_when_no_orchestration_runs()
    {
        await using var rig = await StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..2]);
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        rig.Clock.SetUtcNow(new(2026, 4, 1, 21, 59, 59, TimeSpan.Zero));
        Assert.Equal(2, (await maldegem.RowsAsync(maldegem.DebtTeam)).Count);
        rig.Clock.SetUtcNow(new(2026, 4, 1, 22, 0, 0, TimeSpan.Zero));
        await IsOnDriveAsync(maldegem);
        Assert.Empty(Sent("op de dienstenschijf"));
        await rig.Host.Engine.StartProcessingAsync();
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        Assert.Equal(2, Sent("op de dienstenschijf").Count);
    }

    [Fact]
    [Requirement("W18", "D6")]
    public async Task A_pause_is_asked_about_at_its_date_again_and_again_and_never_resumes_by_itself()
    {
        await using var rig = await StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..3]);
        (await maldegem.ChangeAsync(Everybody[2], "geen-oplossing-gewenst")).Is(204);
        var review = (await maldegem.ListAsync()).GetProperty("teHerzien")[0];
        Assert.Equal(("2026-06-02", 2), (review.GetProperty("op").GetString(), review.GetProperty("aantal").GetInt32()));
        await TurnToAsync(rig, new(2026, 6, 1, 23, 59, 59, TimeSpan.FromHours(2)));
        Assert.Empty(Sent("pauzes te herzien"));

        // Both services, since a debt may prescribe meanwhile.
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([Town, Centre], Sent("pauzes te herzien").Select(mail => mail.To));
        Assert.Contains("moeten 2 pauzes herbekeken worden", Sent("pauzes te herzien")[0].Text, StringComparison.Ordinal);
        Assert.Contains("verjaren", Sent("pauzes te herzien")[0].Text, StringComparison.Ordinal);
        await TurnToAsync(rig, new(2026, 6, 9, 0, 0, 0, TimeSpan.FromHours(2))); // five working days
        Assert.Equal(4, Sent("pauzes te herzien").Count);

        // One is extended from today on, the other is not; nothing resumes.
        (await maldegem.ExtendAsync(Everybody[0])).Is(204);
        Assert.Equal(["2026-06-02", "2026-09-09"], (await maldegem.ListAsync()).GetProperty("teHerzien").EnumerateArray().Select(one => one.GetProperty("op").GetString()));
        await TurnToAsync(rig, new(2026, 6, 16, 0, 0, 0, TimeSpan.FromHours(2)));
        Assert.Contains("moet 1 pauze herbekeken worden", Sent("pauzes te herzien")[^1].Text, StringComparison.Ordinal);
        await TurnToAsync(rig, new(2026, 9, 8, 12, 0, 0, TimeSpan.FromHours(2)));
        Assert.Equal(["cliënt OCMW", "cliënt OCMW", "invorderingsprocedure voortzetten"], (await maldegem.RowsAsync()).Select(row => row[3]));

        // Decided: then nobody is asked any more.
        (await maldegem.ChangeAsync(Everybody[1], "geen-oplossing-bereikt")).Is(204);
        (await maldegem.ExtendAsync(Everybody[0])).Is(204);
        var asked = Sent("pauzes te herzien").Count;
        await TurnToAsync(rig, new(2026, 12, 7, 12, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal(asked, Sent("pauzes te herzien").Count);
        await TurnToAsync(rig, new(2026, 12, 8, 12, 0, 0, TimeSpan.FromHours(1)));
        Assert.Equal(asked + 2, Sent("pauzes te herzien").Count);
    }

    [Fact]
    [Requirement("W18", "D6")]
    public async Task A_month_that_goes_by_moves_no_review_and_a_new_pause_has_a_date_of_its_own()
    {
        await using var rig = await StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await maldegem.ConfirmedAsync(Everybody, Everybody[..1]);
        await TurnToAsync(rig, new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero));
        await rig.SweepAsync();
        await maldegem.ConfirmedAsync(Everybody, Everybody[..2]);
        Assert.Equal(["2026-06-02", "2026-07-01"], (await maldegem.ListAsync()).GetProperty("teHerzien").EnumerateArray().Select(one => one.GetProperty("op").GetString()));
        await TurnToAsync(rig, new(2026, 6, 2, 8, 0, 0, TimeSpan.Zero));
        await TurnToAsync(rig, new(2026, 7, 1, 8, 0, 0, TimeSpan.Zero));
        Assert.Contains("moeten 2 pauzes herbekeken worden", Sent("pauzes te herzien")[^1].Text, StringComparison.Ordinal);
    }

    private static async Task IsOnDriveAsync(Maldegem maldegem)
    {
        foreach (var (who, what) in new (Caller, string)[] { (maldegem.DebtTeam, "openen"), (maldegem.Town, "vermeldingen"), (maldegem.Town, "boekhouding") })
            Standing.NamesNobody((await maldegem.OfListAsync(who, what)).Refuses(422, "op-dienstenschijf"));
        foreach (var who in new[] { maldegem.Worker, maldegem.Head })
            Assert.Equal(2, (await maldegem.RowsAsync(who)).Count);
    }

    private static Task TurnToAsync(Rig rig, DateTimeOffset moment) => rig.TurnAsync(moment - rig.Clock.GetUtcNow());

    private IReadOnlyList<OutboundMessage> Sent(string subject) =>
        [.. recorder.Messages.Where(mail => mail.Subject.StartsWith("Debiteurenlijst", StringComparison.Ordinal) && mail.Subject.EndsWith(subject, StringComparison.Ordinal))];

    private Task<Rig> StartAsync(DateTimeOffset? begin = null) => Rig.StartAsync(begin, between: recorder.Between);
}
