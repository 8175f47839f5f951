using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>What the calendar does to a month: when it opens and closes, who is reminded when (D1, W20).</summary>
public sealed class MonthCalendarTests
{
    private const string Town = "debiteurenteam@maldegem.example";
    private const string TownHead = "financieel-directeur@maldegem.example";
    private const string Centre = "sociale-dienst@ocmw-maldegem.example";
    private const string CentreHead = "hoofd-sociale-dienst@ocmw-maldegem.example";

    private static readonly Person[] Everybody = [.. Enumerable.Range(1, 4).Select(Person.Of)];

    private readonly Recorder recorder = new(TimeProvider.System);

    [Fact]
    [Requirement("D1")]
    public async Task A_month_opens_once_however_often_the_timer_comes()
    {
        await using var rig = await StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => rig.SweepAsync()));
        await rig.TurnAsync(TimeSpan.FromDays(1));
        await rig.SweepAsync();
        Assert.Equal(["wacht-op-debiteuren"], await StatesAsync(rig));
        Assert.Equal([Town, Centre], Sent("maart 2026").Select(mail => mail.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Requirement("D1")]
    public async Task Down_on_the_first_it_opens_the_month_later_and_closes_the_one_before_as_what_it_was()
    {
        await using var rig = await StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        await rig.StopAsync();
        rig.Clock.SetUtcNow(new(2026, 4, 3, 9, 0, 0, TimeSpan.Zero));
        await rig.BackAsync();
        await rig.SweepAsync();
        Assert.Equal(["afgesloten-zonder-levering", "wacht-op-debiteuren"], await StatesAsync(rig));
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);

        // Down for a month and a half: the months in between never were, and none is made up.
        await rig.StopAsync();
        rig.Clock.SetUtcNow(new(2026, 6, 15, 9, 0, 0, TimeSpan.Zero));
        await rig.BackAsync();
        await rig.SweepAsync();
        Assert.Equal(["afgesloten-zonder-levering", "afgesloten-onvolledig", "wacht-op-debiteuren"], await StatesAsync(rig));
        Assert.Empty(await maldegem.StoredAsync());
    }

    [Fact]
    [Requirement("D1", "G10")]
    public async Task A_suspended_protocol_opens_no_month_and_opens_it_when_it_is_released()
    {
        await using var rig = await StartAsync();
        var office = new MaldegemOffice(rig);
        (await office.DoAsync(office.Dpo, "schorsing", new { reden = "inbreuk-protocol" })).Is(204);
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromDays(5));
        await rig.SweepAsync();
        Assert.Empty(await StatesAsync(rig));
        (await office.DoAsync(office.Dpo, "onderzoek", new { uitkomst = "geen-inbreuk", kenmerk = "O-1" })).Is(204);
        (await office.DoAsync(office.Signatory, "vrijgave", new { kenmerk = "2026/017" })).Is(204);
        await rig.SweepAsync();
        Assert.Equal(["wacht-op-debiteuren"], await StatesAsync(rig));
    }

    [Fact]
    [Requirement("D1", "D5", "F2")]
    public async Task A_month_closes_as_what_came_of_it_and_takes_what_nobody_compared_with_it()
    {
        await using var rig = await StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        var (march, delivery) = (maldegem.Month, new ExchangeId((await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201).Json.GetProperty("verwijzing").GetString()!));
        await TurnToAsync(rig, new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(2)), TimeSpan.FromSeconds(-1));
        Assert.Single(await maldegem.StoredAsync());
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        await rig.SweepAsync();
        Assert.Empty(await maldegem.StoredAsync());
        Assert.Equal([maldegem.Month], await maldegem.KeysAsync());
        Assert.Equal(["afgesloten-onvolledig", "wacht-op-debiteuren"], await StatesAsync(rig));
        Assert.Equal("termijn", await ReasonAsync(rig, $"/debiteurenkopieen/{delivery}"));
        Assert.Equal("termijn", await ReasonAsync(rig, $"/debiteurenmaanden/{march}"));

        // Nobody is both: then there is no phase 3, and it is complete.
        await maldegem.ConfirmedAsync(Everybody[..2], Everybody[2..]);
        Assert.Equal("klaar", await maldegem.StateAsync());
        await rig.TurnAsync(TimeSpan.FromDays(31));
        await rig.SweepAsync();
        Assert.Equal(["afgesloten-onvolledig", "afgesloten-volledig", "wacht-op-debiteuren"], await StatesAsync(rig));
    }

    [Fact]
    [Requirement("W20", "D1")]
    public async Task Who_is_to_deliver_is_reminded_in_working_days_and_then_the_head_of_that_service()
    {
        await using var rig = await StartAsync(new(2026, 4, 1, 7, 0, 0, TimeSpan.Zero)); // Wednesday before Easter, 9 o'clock
        var maldegem = await Maldegem.OpenAsync(rig);

        // Thursday, Friday, not Easter Monday, Tuesday.
        await TurnToAsync(rig, new(2026, 4, 7, 9, 0, 0, TimeSpan.FromHours(2)), TimeSpan.FromSeconds(-1));
        Assert.Empty(Sent(": wacht op u"));
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([Town], Sent(": wacht op u").Select(mail => mail.To));

        // The head on the eighth, the team again five working days after the third.
        await TurnToAsync(rig, new(2026, 4, 14, 9, 0, 0, TimeSpan.FromHours(2)), TimeSpan.FromSeconds(-1));
        Assert.Empty(Sent(": een stap blijft uit"));
        await rig.TurnAsync(TimeSpan.FromSeconds(1));
        Assert.Equal([TownHead], Sent(": een stap blijft uit").Select(mail => mail.To));
        Assert.Equal([Town, Town], Sent(": wacht op u").Select(mail => mail.To));

        // From the delivery on it is the OCMW's turn, from the release on the municipality's again: each step counts anew.
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), 8) - rig.Clock.GetUtcNow());
        Assert.Equal([Centre, Centre], Sent(": wacht op u").Skip(2).Select(mail => mail.To));
        Assert.Equal([CentreHead], Sent(": een stap blijft uit").Skip(1).Select(mail => mail.To));
        (await maldegem.ClientsAsync(Sheets.Clients(Everybody[0]))).Is(200);
        await rig.TurnAsync(LegalCalendar.AddWorkingDays(rig.Clock.GetUtcNow(), 2) - rig.Clock.GetUtcNow());
        Assert.Equal(Centre, Sent(": wacht op u")[4].To);
        (await maldegem.OfMonthAsync(maldegem.Head, "vrijgave")).Is(204);
        await rig.TurnAsync(TimeSpan.FromDays(30));
        await rig.SweepAsync();
        Assert.All(Sent(": wacht op u").Skip(5).Where(mail => mail.Subject.Contains("april", StringComparison.Ordinal)), mail => Assert.Equal(Town, mail.To));
        Assert.Equal("afgesloten-onvolledig", (await StatesAsync(rig))[0]);
    }

    [Fact]
    [Requirement("D1", "F2")]
    public async Task The_sweep_alone_closes_a_month_whose_orchestration_stands_still()
    {
        await using var rig = await StartAsync();
        var maldegem = await Maldegem.OpenAsync(rig);
        (await maldegem.DeliverAsync(Sheets.Debtors(Everybody))).Is(201);
        var march = maldegem.Month;
        await rig.Host.Engine.StopAsync(Rig.Cancelled);
        rig.Clock.SetUtcNow(new(2026, 4, 1, 6, 0, 0, TimeSpan.Zero));
        await rig.Host.Sweep.RunAsync(Rig.Cancelled);
        Assert.Empty(await maldegem.StoredAsync());
        Assert.Equal([maldegem.Month], await maldegem.KeysAsync());
        Assert.Equal("afgesloten-onvolledig", (await rig.Host.Law.Debtors.Cycles.GetAsync(march, Rig.Cancelled)).State.Word);

        // The engine comes back: it hears that it is over, and nothing is done twice.
        await rig.Host.Engine.StartProcessingAsync();
        await rig.Host.Engine.WaitUntilIdleAsync(Rig.Cancelled);
        Assert.Equal(["afgesloten-onvolledig", "wacht-op-debiteuren"], await StatesAsync(rig));
        Assert.Equal(CycleOutcome.Incomplete, (await rig.Host.Law.Debtors.Cycles.GetAsync(march, Rig.Cancelled)).State.Outcome);
    }

    private static async Task<IReadOnlyList<string>> StatesAsync(Rig rig) =>
        [.. (await rig.GetAsync(new MaldegemOffice(rig).Dpo, "/debiteurenmaanden")).Is(200).Json.GetProperty("maanden").EnumerateArray().Select(month => month.GetProperty("toestand").GetString()!)];

    private static async Task<string> ReasonAsync(Rig rig, string path) =>
        (await rig.GetAsync(new MaldegemOffice(rig).Dpo, $"{path}/wisbewijs")).Is(200).Json.GetProperty("inhoud").GetProperty("reden").GetString()!;

    private static Task TurnToAsync(Rig rig, DateTimeOffset moment, TimeSpan beside) => rig.TurnAsync(moment + beside - rig.Clock.GetUtcNow());

    private IReadOnlyList<OutboundMessage> Sent(string subject) =>
        [.. recorder.Messages.Where(mail => mail.Subject.Contains("Debiteuren", StringComparison.Ordinal) && mail.Subject.Contains(subject, StringComparison.Ordinal))];

    private Task<Rig> StartAsync(DateTimeOffset? begin = null) => Rig.StartAsync(begin, between: recorder.Between);
}
