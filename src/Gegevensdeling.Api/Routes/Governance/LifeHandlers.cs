using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about the life of a protocol into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class LifeHandlers(DossierDesk<LifeState, LifeCommand> desk, ProtocolLives lives, ProtocolCatalog protocols, Actors actors, TimeProvider clock)
{
    /// <summary>Records a step about one version of the protocol in the path.</summary>
    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, int version, Func<PartyId, LifeCommand> command, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Value("protocol"));
        if (protocols.Find(id, version) is not { } protocol)
            return ApiAnswer.Refuse(new Refusal("versie-onbekend", id.Value, $"Versie {version} van dit protocol is niet geladen."));
        var actor = await actors.OfAsync(request.Caller, action, clock.GetUtcNow().Year, cancellation);
        return await desk.DoAsync(actor, protocol, LifeKind.IdOf(id), command(request.Caller.Party), request.FactId, cancellation) is DossierResult.Refused refused
            ? ApiAnswer.Refuse(refused.Refusal)
            : ApiAnswer.Done();
    }

    /// <summary>Records a step about the protocol as a whole: about the version that binds, whatever draft waits.</summary>
    public async Task<ApiAnswer> DoAsync(ApiRequest request, ProtocolAction action, Func<PartyId, LifeCommand> command, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Value("protocol"));
        var life = await lives.StateAsync(id, cancellation);
        return await DoAsync(request, action, life.Binding(protocols.VersionsOf(id))[^1].Version, command, cancellation);
    }

    /// <summary>Whoever suspended or investigated does not release, whatever year it was: the same person has a reference a year.</summary>
    public async Task<ApiAnswer> ReleaseAsync(ApiRequest request, ReleaseBody body, CancellationToken cancellation)
    {
        var life = await lives.StateAsync(new(request.Value("protocol")), cancellation);
        var (now, self) = (clock.GetUtcNow().Year, new HashSet<StaffRef>());
        for (var year = life.SuspensionBy(request.Caller.Party)?.At.Year ?? now; year <= now; year++)
            self.Add(await actors.ReferenceAsync(request.Caller, year, cancellation));
        return await DoAsync(request, LifeActions.Release, party => new LifeCommand.Release(party, request.Caller.Name, body.Reference, self), cancellation);
    }

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation)
    {
        var id = new ProtocolId(request.Value("protocol"));
        var life = await lives.StateAsync(id, cancellation);
        var latest = life.Applied(protocols.Find(id)!);
        var governing = await lives.GoverningAsync(id, request.At, cancellation);
        return ApiAnswer.Ok(new LifeAnswer(
            id,
            life.Word,
            (governing as GoverningVersion.Found)?.Protocol.Version,
            (governing as GoverningVersion.None)?.Refusal.Text,
            life.LastDay(protocols.VersionsOf(id)),
            [.. ProtocolFindings.Check(latest, [.. protocols.All]).Where(finding => finding is { Accepted: null, Severity: FindingSeverity.Blocking })
                .Select(finding => new FindingLine(finding.Code, finding.Subject, finding.Article, finding.Text, finding.WhatToDo))],
            [.. life.Facts.Select(fact => new LifeLine(fact.At, fact.OfVersion, FactJson.WordFor(fact), fact.By.Party, fact.By.Role))]));
    }
}
