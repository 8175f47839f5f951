using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Demo;

/// <summary>Consent withdrawn, in both directions (F6).</summary>
internal sealed class WithdrawalStory(Stage stage, Protocol protocol)
{
    public async Task PlayAsync(CancellationToken cancellation)
    {
        var atTeam = await ReferAsync("Boris", "Vanproefstede", cancellation);
        stage.Say("Een tweede cliënt trekt de toestemming in bij het team. Het OCMW wordt verwittigd, de gegevens worden gewist.");
        var before = stage.Mails(atTeam).Count;
        await WithdrawAsync(SyntheticPeople.TeamMember, atTeam, cancellation);
        stage.Check(await ErasedAsync(atTeam, cancellation), "gewist");
        stage.Check(stage.Mails(atTeam).Skip(before - 1).Any(mail => mail.To == protocol.Flows[0].Channels[0].Address && mail.Archive is null), "het OCMW kreeg bericht, zonder gegevens");

        var atOcmw = await ReferAsync("Clara", "Proefmans", cancellation);
        var worker = SyntheticPeople.SocialWorker(protocol);
        stage.Say("Een derde cliënt trekt de toestemming in bij het OCMW. De gegevens worden gewist; het team hoort daar niets van.");
        await AskKeyAsync(worker, atOcmw, cancellation);
        var teamBefore = MailsToTeam(atOcmw);
        await WithdrawAsync(worker, atOcmw, cancellation);
        stage.Check(await ErasedAsync(atOcmw, cancellation), "gewist");
        stage.Check(MailsToTeam(atOcmw) == teamBefore, "er vertrok geen enkel bericht naar het team");

        var stuck = await ReferAsync("Dries", "Vanderproef", cancellation);
        stage.Say("Een vierde cliënt trekt in terwijl de verwerking stilstaat. De opruimronde leest alleen het register en wist toch.");
        await stage.Host.Engine.StopAsync(cancellation);
        await WithdrawAsync(worker, stuck, cancellation);
        stage.Check(!await ErasedAsync(stuck, cancellation), "de verwerking staat stil: nog niet gewist");
        var report = await stage.Host.Sweep.RunAsync(cancellation);
        stage.Check(report.Erased == 1 && await ErasedAsync(stuck, cancellation), "de opruimronde wiste, met wisbewijs");
        await stage.Host.Engine.StartProcessingAsync();
        await stage.Host.Engine.WaitUntilIdleAsync(cancellation);
        stage.Check(stage.NothingOf(["Vanproefstede", "Proefmans", "Vanderproef"]), "van geen van hen is nog iets te vinden");
    }

    /// <summary>The key was read aloud before the withdrawal: also then the team must not see that the referral ended.</summary>
    private async Task AskKeyAsync(Caller worker, ExchangeId reference, CancellationToken cancellation)
    {
        var purpose = protocol.Purposes.First(one => one.Parties.Contains(protocol.Sender)).Code;
        await stage.AskAsync(worker, HttpMethod.Post, $"/doorverwijzingen/{reference}/opname", new { }, cancellation);
        await stage.AskAsync(worker, HttpMethod.Post, $"/doorverwijzingen/{reference}/sleutel/vraag", null, cancellation);
        var (status, _, _) = await stage.AskAsync(SyntheticPeople.TeamMember, HttpMethod.Post, $"/doorverwijzingen/{reference}/sleutel/tonen", null, cancellation, purpose);
        stage.Check(status == 200, "de sleutel is aan de telefoon voorgelezen");
    }

    private int MailsToTeam(ExchangeId reference) => stage.Mails(reference).Count(mail => mail.To == SyntheticPeople.TeamMember.Mail);

    private async Task<bool> ErasedAsync(ExchangeId reference, CancellationToken cancellation) =>
        (await stage.Host.Law.Ports.Register.FindAsync(reference, cancellation))!.ErasedAt is not null;

    private async Task<ExchangeId> ReferAsync(string firstName, string name, CancellationToken cancellation)
    {
        var purpose = protocol.Purposes.First(one => one.Parties.Contains(protocol.Sender)).Code;
        var (status, body, _) = await stage.AskAsync(
            SyntheticPeople.TeamMember, HttpMethod.Post, "/doorverwijzingen",
            ReferralStory.Request(protocol.Id.Value, firstName, name, "2800", $"{name.ToLowerInvariant()}@proefpost.example", null), cancellation, purpose);
        stage.Check(status == 201, "een doorverwijzing vertrok");
        return new(body.GetProperty("verwijzing").GetString()!);
    }

    private async Task WithdrawAsync(Caller person, ExchangeId reference, CancellationToken cancellation)
    {
        var (status, _, _) = await stage.AskAsync(person, HttpMethod.Post, $"/doorverwijzingen/{reference}/intrekking", new { wijze = "telefoon" }, cancellation);
        stage.Check(status == 204, "de intrekking is vastgelegd");
    }
}
