using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>The part in which data are found to be wrong (art. 7).</summary>
internal sealed partial class Story
{
    private readonly List<ExchangeId> corrections = [];

    public async Task<ExchangeId> ReportAsync(Caller person, ExchangeId exchange, DefectKind kind, string field, string said)
    {
        var dossier = References.New("VB");
        corrections.Add(dossier);
        var sender = (await ReferralAsync(exchange)).State.Sender;
        await CorrectAsync(person, dossier, new CorrectionCommand.Report(exchange, sender, Ended: false, kind, [field], AfterNotice: true, Manner.Telephone), said);
        return dossier;
    }

    public async Task CorrectAsync(Caller person, ExchangeId dossier, CorrectionCommand command, string said)
    {
        var result = await Host.Law.Corrections(Host.Engine).DoAsync(await ActorAsync(person), Protocol, dossier, command, References.NewFact(), Stop);
        Write($"{Who(person)}{said}{Of(dossier)}{(result is DossierResult.Refused no ? Refused(no.Refusal) : string.Empty)}");
        await SettleAsync();
    }

    public async Task ReplaceAsync(ExchangeId dossier, string mail)
    {
        var client = new ReferredClient { FirstName = "Amélie", Name = "Vandenproef", Mail = mail, Address = new() { Postcode = "2800", Municipality = "Mechelen" } };
        var result = await Host.Law.CorrectionContent(Host.Engine).ReplaceAsync(await ActorAsync(Team), dossier, client, References.NewFact(), Stop);
        Write($"team brengt de juiste inhoud aan{Of(dossier)}{(result is ContentResult.Refused no ? Refused(no.Refusal) : string.Empty)}");
        await SettleAsync();
    }
}
