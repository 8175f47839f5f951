using Gegevensdeling.CrashHost;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Keys;
using Gegevensdeling.Local.Engine;
using Gegevensdeling.Local.Tests.Crash;
using Gegevensdeling.Local.Tests.Debtors;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Histories;

/// <summary>
/// Law 9 of the engines: an instance finishes on the version it started with. What the released code decided is committed
/// (<c>Histories/v1</c>), and today's code decides the same. A change that fails here needs a new version of the orchestration, beside
/// the old one.
/// </summary>
public sealed class HistoryTests
{
    public static TheoryData<string> Committed => [.. Names.Keys, .. OfGroeipakket, .. OfDebtors];

    private static string[] OfGroeipakket { get; } = ["groeipakketvraag", "groeipakketantwoord", "kadasteruittreksel", "wissing-2"];

    /// <summary>A month that runs and one that closed; a list while it tells of a mark, and one that ended; a copy that was erased.</summary>
    private static string[] OfDebtors { get; } = ["debiteurenmaand", "debiteurenmaand-gesloten", "debiteurenlijst", "debiteurenlijst-beeindigd", "debiteurenkopie"];

    private static Dictionary<string, Func<ExchangeId, string>> Names { get; } = new(StringComparer.Ordinal)
    {
        ["doorverwijzing"] = exchange => exchange.Value,
        ["sleuteloverdracht"] = exchange => $"{exchange}:{ReferralNames.Handover(1)}",
        ["wissing"] = exchange => $"{exchange}:{ReferralNames.Erasure}",
        ["dossier"] = _ => "PR-mechelen-2024",
        ["late-intrekking"] = exchange => $"{exchange}:{ReferralNames.LateWithdrawal}",
    };

    [Theory]
    [MemberData(nameof(Committed))]
    public void Todays_law_takes_the_decisions_of_the_committed_history(string name) =>
        Assert.True(HistoryReplayer.Replay(LawCatalog.Create(), Read(name)) > 0);

    [Fact]
    public void Every_orchestration_of_the_catalogue_has_a_committed_history() => Assert.Equal(
        LawCatalog.Create().Orchestrations.Select(token => (token.Name, token.Version)).Order(),
        Committed.Select(row => HistoryExport.Read(Read(row.Data))).Select(history => (history.Orchestration, history.Version)).Distinct().Order());

    /// <summary>The whole way of Turnhout today, to be committed with a new version as those of the other play are.</summary>
    [Fact]
    public async Task Histories_of_a_groeipakket_request_of_today_replay_too()
    {
        await using var rig = await Rig.StartAsync();
        var turnhout = new Turnhout(rig);
        var (request, answer) = await turnhout.DeliveredAsync(Children.Child(1), Children.Child(2));
        var extract = (await rig.GetAsync(turnhout.Team, "/kadasteruittreksels")).Is(200).Json.GetProperty("uittreksels")[0].GetProperty("verwijzing").GetString()!;
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "openen")).Is(200);
        (await turnhout.OfAnswerAsync(turnhout.Service, answer, "niet-meer-nodig")).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(2));
        await rig.SweepAsync();
        await rig.TurnAsync(TimeSpan.FromDays(1));
        foreach (var (name, instance) in OfGroeipakket.Zip([request, answer, extract, $"{answer}:{GroeipakketNames.Erasure}"]))
            await KeepAsync(rig, name, instance);
    }

    /// <summary>The same of a debtor month and its list: how they end, and how they are on their way.</summary>
    [Fact]
    public async Task Histories_of_a_debtor_month_of_today_replay_too()
    {
        var faults = new Faults(() => new IOException("planted"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var maldegem = await Maldegem.OpenAsync(rig);
        await rig.TurnAsync(TimeSpan.FromDays(4)); // somebody was reminded
        Person[] people = [Person.Of(1), Person.Of(2), Person.Of(3)];
        await maldegem.ConfirmedAsync(people, people[..2]);
        (await maldegem.DetailsAsync(Sheets.Details((people[0], "0012345", "100,00")))).Is(201);
        var (month, list) = (maldegem.Month, maldegem.List);
        await KeepAsync(rig, "debiteurenmaand", month.Value);
        await KeepAsync(rig, "debiteurenkopie", (await maldegem.MonthAsync()).GetProperty("levering").GetString()!);

        faults.FailAt("Outbox.SendAsync");
        (await maldegem.ChangeAsync(people[0], "geen-oplossing-gewenst")).Is(204);
        await KeepAsync(rig, "debiteurenlijst", list.Value);
        faults.Heal();
        await rig.TurnAsync(TimeSpan.FromDays(40));
        await KeepAsync(rig, "debiteurenmaand-gesloten", month.Value);
        (await new MaldegemOffice(rig).DoAsync(maldegem.TownSignatory, "einde", new { oorzaak = "inbreuk", vanaf = "2026-04-15", kenmerk = "E-1" })).Is(204);
        await rig.TurnAsync(TimeSpan.FromMinutes(5));
        await rig.SweepAsync();
        await KeepAsync(rig, "debiteurenlijst-beeindigd", list.Value);
    }

    private static async Task KeepAsync(Rig rig, string name, string instance)
    {
        var history = rig.Host.Engine.ExportHistory(instance)!;
        Assert.True(HistoryReplayer.Replay(LawCatalog.Create(), history) > 0, name);
        var today = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Histories", "vandaag")).FullName;
        await File.WriteAllTextAsync(Path.Combine(today, $"{name}.json"), history, Rig.Cancelled);
    }

    /// <summary>
    /// The same play today: its histories stand in <c>Histories/vandaag</c> beside the test program, to be committed with a new version.
    /// </summary>
    [Fact]
    public async Task Histories_of_today_replay_too()
    {
        var folder = TestFolder.Create("gegevensdeling-historiek-").FullName;
        var cancellation = TestContext.Current.CancellationToken;
        await using (var place = await CrashPlace.OpenAsync(folder, Killing.Protocols, Killer.None(), cancellation))
        {
            var play = new Play(place, Script.Recorded, restarted: false);
            await play.ToTheEndAsync(cancellation);
            await place.Sweep.RunAsync(cancellation);
            await place.Engine.WaitUntilIdleAsync(cancellation);
            foreach (var (name, instance) in Names)
            {
                var history = place.Engine.ExportHistory(instance(play.Reference))!;
                Assert.True(HistoryReplayer.Replay(LawCatalog.Create(), history) > 0, name);
                var today = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "Histories", "vandaag")).FullName;
                await File.WriteAllTextAsync(Path.Combine(today, $"{name}.json"), history, cancellation);
            }
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_referral_that_no_longer_issues_a_receipt_is_caught()
    {
        var changed = new Orchestration<ReferralInput, Done>("Doorverwijzing", 1, async (context, input) =>
        {
            await context.CallActivityAsync(ReferralActivityTokens.Send, new(input.Exchange, context.NewGuid()));
            var course = ReferralCourse.SentAt(context.CurrentUtcDateTime);
            while (course.End is null)
            {
                var message = await context.NextMessageAsync<ReferralMessage>(ReferralReminders.Next(course, input.Terms).At);
                course = course.After(message!, context.CurrentUtcDateTime);
                await context.CallActivityAsync(ReferralActivityTokens.MarkHandled, new(input.Exchange, message!.Id));
            }

            return Done.Value;
        });
        var caught = Assert.Throws<ReplayDivergenceException>(() => HistoryReplayer.Replay(With(changed), Read("doorverwijzing")));
        Assert.Contains(ReferralActivityTokens.IssueReceipt.Name, caught.Step, StringComparison.Ordinal);
    }

    [Fact]
    public void A_handover_with_other_terms_is_caught()
    {
        var real = KeyHandoverOrchestration.Orchestration;
        var changed = real with { RunAsync = (context, input) => real.RunAsync(context, input with { ReminderWorkingDays = [.. input.ReminderWorkingDays.Select(days => days + 1)] }) };
        Assert.Throws<ReplayDivergenceException>(() => HistoryReplayer.Replay(With(changed), Read("sleuteloverdracht")));
    }

    [Fact]
    public void An_erasure_that_leaves_the_key_is_caught()
    {
        var changed = new Orchestration<ErasureInput, Done>("Wissing", 1, async (context, input) =>
        {
            foreach (var place in CopyPlaces.InOrderOfErasure.Skip(1))
                await context.CallActivityAsync(ErasureActivities.EraseAt, new(input.Exchange, place));
            await context.CallActivityAsync(ErasureActivities.LookAgainAndCertify, input);
            return Done.Value;
        });
        Assert.Throws<ReplayDivergenceException>(() => HistoryReplayer.Replay(With(changed), Read("wissing")));
    }

    private static OrchestrationCatalog With(IOrchestrationToken changed)
    {
        var real = LawCatalog.Create();
        return new([.. real.Orchestrations.Where(token => token.Name != changed.Name), changed], real.Activities);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Histories", "v1", $"{name}.json"));
}
