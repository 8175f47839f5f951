using System.Globalization;
using Gegevensdeling.Audit;
using Gegevensdeling.Audit.Exports;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns requests about the audit chain into commands, and what came of them into answers. No rule stands here.</summary>
public sealed class AuditHandlers(AuditCountersigning countersigning, AuditExport export, GovernanceStanding standing, ProtocolCatalog protocols, Actors actors)
{
    private static readonly Refusal NoMonth = new("maand-onjuist", "art. 6", "Schrijf de maand als jaar en maand, bijvoorbeeld 2026-03.");

    private static readonly Refusal NoForm = new("vorm-onbekend", "art. 6", "Kies vorm=logboek of vorm=auditregister.");

    /// <summary>Also what belongs to no protocol, such as a refusal of somebody with several: of its own staff alone.</summary>
    public Task<Standing> StandAsync(ApiRequest request, CancellationToken cancellation) =>
        request.Value("protocol") == ReferralEvidence.NoProtocol.Value && protocols.OfParty(request.Caller.Party).Count > 0
            ? Task.FromResult(Standing.At(Sides.Sender | Sides.Receiver))
            : standing.OfProtocolAsync(request, cancellation);

    public async Task<ApiAnswer> ListAsync(ApiRequest request, CancellationToken cancellation) =>
        ChainOf(request) is not { } chain
            ? ApiAnswer.Refuse(NoMonth)
            : ApiAnswer.Ok(new AuditHeadList([.. (await countersigning.ListAsync(chain, cancellation)).Select(head => new AuditHeadAnswer(head.Name.Value, head.Name.Chain, head.Name.Day, head.Sha256, head.CountersignedBy))]));

    public async Task<ApiAnswer> ReadAsync(ApiRequest request, CancellationToken cancellation)
    {
        var protocol = protocols.Find(ProtocolOf(request))!;
        if (!AuditSight.SeesHeads(protocol, request.Caller.Party))
            return ApiAnswer.Refuse(CountersignDecisions.Hidden);
        return await countersigning.HeadAsync(protocol.Id, request.Value("kop"), cancellation) is { } head ? new ApiAnswer.Document("application/json", head) : ApiAnswer.Refuse(CountersignDecisions.Unknown);
    }

    public async Task<ApiAnswer> CountersignAsync(ApiRequest request, CountersignBody body, CancellationToken cancellation)
    {
        if (SignedDocument.Read(body.Header, body.Payload, body.Signature) is not DocumentReading.Read(var signed))
            return ApiAnswer.Refuse(CountersignDecisions.Unreadable);
        var actor = await actors.OfAsync(request.Caller, AuditActions.Countersign, request.At.Year, cancellation);
        return await countersigning.CountersignAsync(actor, ProtocolOf(request), request.Value("kop"), signed, request.Correlation, cancellation) is { } refusal
            ? ApiAnswer.Refuse(refusal)
            : ApiAnswer.Done();
    }

    public Task<ApiAnswer> ExportAsync(ApiRequest request, CancellationToken cancellation)
    {
        var form = AuditExportForms.Read(request.Query(AuditRoutes.Form) ?? AuditExportForm.ProcessingLog.Word());
        if (form is null or AuditExportForm.Chain)
            return Task.FromResult(ApiAnswer.Refuse(NoForm));
        if (ChainOf(request) is not { } chain)
            return Task.FromResult(ApiAnswer.Refuse(NoMonth));
        var order = new AuditExportOrder(chain, form.Value, request.Caller.Party);
        return Task.FromResult<ApiAnswer>(new ApiAnswer.Content(AuditExportForms.MediaType, AuditExport.FileName(order), (target, token) => export.WriteAsync(order, target, token)));
    }

    private static string? ChainOf(ApiRequest request) =>
        request.Query(AuditRoutes.Month) is not { } month ? AuditChain.NameOf(ProtocolOf(request), request.At)
        : DateTimeOffset.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? AuditChain.NameOf(ProtocolOf(request), at)
        : null;

    private static ProtocolId ProtocolOf(ApiRequest request) => new(request.Value("protocol"));
}
