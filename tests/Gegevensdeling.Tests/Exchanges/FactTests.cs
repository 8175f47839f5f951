using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>Every fact: kept, read back, audited, and heard by whom must hear it.</summary>
public sealed class FactTests
{
    /// <summary>The form of the facts of today. The files of earlier releases stay as they are: registers hold their lines.</summary>
    private const string Samples = "feiten-2.approved.txt";

    [Fact]
    public async Task Facts_are_written_as_registers_have_them() =>
        await Approved.EqualAsync(Samples, string.Concat(FactSamples.All.Select(fact => FactJson.Write(fact) + "\n")));

    /// <summary>Lines may be added to the files, never changed: registers hold them.</summary>
    [Fact]
    public async Task Every_line_that_a_register_can_hold_reads_back_as_it_was()
    {
        var lines = new List<string>();
        foreach (var release in Directory.GetFiles(Here(), "feiten-*.approved.txt"))
            lines.AddRange(await File.ReadAllLinesAsync(release, TestContext.Current.CancellationToken));
        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Equal(line, FactJson.Write(FactJson.Read(line))));
        Assert.Equal(FactSamples.All.Select(fact => fact.GetType()).ToHashSet(), lines.Select(line => FactJson.Read(line).GetType()).ToHashSet());
    }

    [Fact]
    public void A_fact_that_lacks_a_member_is_refused_and_never_guessed() =>
        Assert.Throws<JsonException>(() => FactJson.Read("""{"feit":"geopend","purpose":"x","id":"1","at":"2026-03-02T08:00:01+00:00","by":{"partij":"p","rol":"r","medewerker":"m"}}"""));

    [Fact]
    public async Task Which_case_a_line_is_can_be_told_without_reading_all_of_it()
    {
        foreach (var line in await File.ReadAllLinesAsync(Path.Combine(Here(), Samples), TestContext.Current.CancellationToken))
        {
            Assert.Equal(FactJson.Read(line) is ReferralFact.KeyRequested, FactJson.Is<ReferralFact.KeyRequested>(line));
            Assert.Equal(FactJson.Read(line) is ReferralFact.KeyRequested, FactJson.Is<ReferralFact.KeyRequested>($" {line}"));
        }

        Assert.Throws<JsonException>(() => FactJson.Is<ReferralFact.KeyRequested>("niets"));
    }

    [Fact]
    public void A_fact_of_an_unknown_kind_is_refused() => Assert.Throws<JsonException>(() => FactJson.Read("""{"feit":"verzonnen","id":"1"}"""));

    [Fact]
    [Requirement("F9")]
    public async Task Every_fact_has_its_audit_event()
    {
        var referral = Head(Referrals.State(Referrals.Sealed()));
        var request = referral with { Id = new("GV-0000-0000-0001"), Kind = RequestKind.Name, Protocol = CommittedProtocols.Turnhout.Id };
        var month = referral with { Id = new("DM-0000-0000-0001"), Kind = CycleKind.Name, Protocol = CommittedProtocols.Maldegem.Id };
        var text = new StringBuilder();
        foreach (var fact in FactSamples.All)
        {
            var (head, protocol) = fact switch
            {
                GroeipakketFact => (request, CommittedProtocols.Turnhout),
                DebtorFact => (month, CommittedProtocols.Maldegem),
                _ => (referral, Referrals.Mechelen),
            };
            var told = FactAudit.EventFor(head, fact, protocol);
            Assert.Equal((fact.At, fact.Id, head.Id), (told.At, told.Correlation, told.Exchange!.Value));
            Assert.Contains(told.Purpose, protocol.Purposes.Select(purpose => purpose.Code));
            text.Append(FactJson.WordFor(fact).PadRight(37)).Append(told.Action.ToString().PadRight(20)).Append(told.Ground.PadRight(18)).Append(told.Outcome).Append(told.Code is null ? "" : $" ({told.Code})").Append('\n');
        }

        await Approved.EqualAsync("audit.approved.txt", text.ToString());
    }

    [Fact]
    public async Task Every_fact_wakes_whom_it_concerns_and_the_one_that_marks_it_handled_last()
    {
        var state = Referrals.State(
            Referrals.Sealed(), Referrals.Sent(), Referrals.Taken(Referrals.Worker), Referrals.Asked(1, Referrals.Worker), Referrals.Shown(1), Referrals.Asked(2, Referrals.Sender), Referrals.Shown(2));
        var text = new StringBuilder("Twee overdrachten van de sleutel, beide getoond.\n");
        foreach (var fact in FactSamples.All.OfType<ReferralFact>())
        {
            var client = new Noting();
            foreach (var wake in ReferralWakes.For(Referrals.Id, Referrals.Terms, state.After(fact), fact))
                await wake(client, TestContext.Current.CancellationToken);
            text.Append(FactJson.WordFor(fact)).Append(": ").Append(client.Noted.Count == 0 ? "niemand" : string.Join("; ", client.Noted)).Append('\n');
            if (client.Noted.Any(note => note.StartsWith(Referrals.Id.Value, StringComparison.Ordinal) && !note.Contains(':', StringComparison.Ordinal)))
                Assert.DoesNotContain(':', client.Noted[^1]);
        }

        await Approved.EqualAsync("wekken.approved.txt", text.ToString());
    }

    [Fact]
    [Requirement("R9")]
    public void No_term_runs_while_a_referral_goes_on_and_it_runs_from_the_end_on()
    {
        foreach (var (name, state) in Referrals.EveryState())
        {
            var (before, after) = (Head(state), ReferralHeads.After(Head(state), state));
            var expected = state.Erased is not null ? null : state.End is not null ? state.EndedAt : state.Exists ? null : before.EraseAfter;
            Assert.True(after.EraseAfter == expected, name);
            Assert.Equal(before.Revision + 1, after.Revision);
            Assert.Null(after.PurgedAt);
            Assert.Equal(state.Word, after.State);
        }
    }

    internal static ExchangeHead Head(ReferralState state) => new(
        Referrals.Id, ReferralHeads.Kind, Referrals.Mechelen.Id, 1, Referrals.Mechelen.Sender, Referrals.Mechelen.Receiver, state.Word, Referrals.Begin,
        Referrals.Begin.AddHours(24), null, Referrals.Begin, ["p"], "s", [], 7);

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    private sealed class Noting : IOrchestrationClient
    {
        public List<string> Noted { get; } = [];

        public Task<bool> StartAsync<TIn, TOut>(Orchestration<TIn, TOut> orchestration, string instanceId, TIn input, CancellationToken cancellation)
        {
            Noted.Add($"{instanceId} begint {orchestration.Name}");
            return Task.FromResult(true);
        }

        public Task SendAsync<TMessage>(string instanceId, TMessage message, CancellationToken cancellation)
            where TMessage : OrchestrationMessage
        {
            Noted.Add($"{instanceId} hoort {message.GetType().Name}");
            return Task.CompletedTask;
        }

        public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
