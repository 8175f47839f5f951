using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Where a caller's body stands in the protocol or dossier that a request is about.</summary>
public sealed class GovernanceStanding(DossierFile dossiers, ProtocolCatalog protocols)
{
    /// <summary>By the protocol in the path, of whatever kind and state.</summary>
    public Task<Standing> OfProtocolAsync(ApiRequest request, CancellationToken cancellation) =>
        Task.FromResult(protocols.Find(new(request.Value("protocol"))) is { } protocol ? Standing.At(SidesOf(request.Caller.Party, protocol)) : Standing.Unknown);

    /// <summary>The same, and the operator as every party's processor: only for what art. 33.2 GDPR asks of a processor. Its body stands in no protocol.</summary>
    public async Task<Standing> OfProtocolOrProcessorAsync(ApiRequest request, CancellationToken cancellation) =>
        request.Caller.Party == SystemActor.Value.Party && protocols.Find(new(request.Value("protocol"))) is not null
            ? Standing.At(Sides.Processor)
            : await OfProtocolAsync(request, cancellation);

    /// <summary>By the dossier in the path, which must be of this kind.</summary>
    public FindStanding OfDossier(string kind) => async (request, cancellation) =>
        await dossiers.FindAsync(new(request.Value("dossier")), cancellation) is { } dossier && dossier.Head.Kind == kind
            ? Standing.At(SidesOf(request.Caller.Party, dossier.Protocol))
            : Standing.Unknown;

    private static Sides SidesOf(PartyId party, Protocol protocol) =>
        (protocol.Flows[0].From.Contains(party) ? Sides.Sender : Sides.None) | (protocol.Flows[0].To.Contains(party) ? Sides.Receiver : Sides.None);
}
