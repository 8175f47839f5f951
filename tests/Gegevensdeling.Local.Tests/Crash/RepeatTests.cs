using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>
/// An attempt that dies between the register and its answer has recorded a fact of which the client knows nothing. The repetition, with
/// the same Idempotency-Key, finds it: recorded once, woken, answered as if nothing had happened.
/// </summary>
public sealed class RepeatTests
{
    [Fact]
    public async Task A_withdrawal_whose_first_attempt_died_after_recording_is_answered_and_recorded_once()
    {
        var faults = new Faults(() => new IOException("No space left on device"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);

        faults.FailAt("Audit.AppendAsync");
        (await WithdrawAsync(rig, exchange)).Is(503);
        Assert.Equal(1, await CountAsync<ReferralFact.Withdrawn>(rig, exchange));
        faults.Heal();
        (await WithdrawAsync(rig, exchange)).Is(204);
        Assert.Equal(1, await CountAsync<ReferralFact.Withdrawn>(rig, exchange));
        Assert.True(await rig.IsErasedAsync(exchange), "the orchestration was not woken by the repetition");
    }

    [Fact]
    public async Task A_contact_whose_first_attempt_died_after_recording_stands_there_once()
    {
        var faults = new Faults(() => new IOException("No space left on device"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.OpenAsync(exchange);

        faults.FailAt("Register.MarkAuditedAsync");
        (await ContactAsync(rig, exchange)).Is(503);
        faults.Heal();
        (await ContactAsync(rig, exchange)).Is(204);
        Assert.Equal(1, await CountAsync<ReferralFact.ContactMade>(rig, exchange));
    }

    [Fact]
    public async Task A_key_whose_showing_died_after_recording_is_not_shown_under_the_same_claim()
    {
        var faults = new Faults(() => new IOException("No space left on device"));
        await using var rig = await Rig.StartAsync(between: faults.Between);
        var exchange = await rig.ReferAsync();
        await rig.TakeAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "sleutel/vraag")).Is(204);

        faults.FailAt("Audit.AppendAsync");
        (await RevealAsync(rig, exchange, "tonen")).Is(503);
        faults.Heal();
        (await RevealAsync(rig, exchange, "tonen")).Refuses(409, "al-getoond");
        (await rig.DoAsync(rig.Team, exchange, "sleutel/onderbroken")).Is(204);
        (await RevealAsync(rig, exchange, "tonen-opnieuw")).Is(200);
    }

    private static Task<Answer> WithdrawAsync(Rig rig, ExchangeId exchange) =>
        rig.PostAsync(rig.Worker, $"/doorverwijzingen/{exchange}/intrekking", new { wijze = "telefoon" }, key: "intrekking");

    private static Task<Answer> ContactAsync(Rig rig, ExchangeId exchange) =>
        rig.PostAsync(rig.Worker, $"/doorverwijzingen/{exchange}/contact", new { wijze = "telefoon" }, key: "contact");

    private static Task<Answer> RevealAsync(Rig rig, ExchangeId exchange, string key) =>
        rig.PostAsync(rig.Team, $"/doorverwijzingen/{exchange}/sleutel/tonen", purpose: Rig.PurposeOf(rig.Mechelen, rig.Mechelen.Sender), key: key);

    private static async Task<int> CountAsync<T>(Rig rig, ExchangeId exchange)
        where T : ReferralFact =>
        (await rig.Host.Law.Ports.Register.FactsAsync(exchange, Rig.Cancelled)).Count(row => FactJson.Read(row.Json) is T);
}
