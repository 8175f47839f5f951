using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>The version of a protocol whose addresses hold for this party now. A dossier lives longer than the version under which it began.</summary>
public delegate Task<Protocol> FindAddressed(ProtocolId protocol, PartyId party, CancellationToken cancellation);

/// <summary>Sends what a dossier tells to whom it concerns.</summary>
public sealed class DossierPost(ExchangePost post, FindAddressed addressed)
{
    /// <summary>One message an address; sent again it is the same message.</summary>
    public async Task TellAsync(DossierView dossier, DossierStep.Tell step, CancellationToken cancellation)
    {
        var addresses = new List<string?>();
        foreach (var audience in step.To)
            addresses.AddRange(await AddressesAsync(dossier.Head.Protocol, audience, cancellation));
        await post.TellAsync(dossier.Id, step.Code.Replace(':', '-'), addresses, step.Text, cancellation);
    }

    private async Task<IReadOnlyList<string?>> AddressesAsync(ProtocolId protocol, Audience audience, CancellationToken cancellation)
    {
        if (audience is Audience.Staff(var reference))
            return [await post.MailOfAsync(reference, cancellation)];
        var party = audience.Of!.Value;
        return AddressesOf(await addressed(protocol, party, cancellation), party, audience);
    }

    private IReadOnlyList<string?> AddressesOf(Protocol protocol, PartyId party, Audience audience) => audience switch
    {
        Audience.Dpo => [post.Dpo(protocol, party)],
        Audience.DpoAndDeputy => [protocol.Party(party).DataProtectionOfficer.Mail, protocol.Party(party).DataProtectionOfficer.Deputy.Mail],
        Audience.Deputy => [protocol.Party(party).DataProtectionOfficer.Deputy.Mail],
        Audience.Breach => [protocol.ContactsOf(party).Breach?.Mail ?? post.Dpo(protocol, party)],
        Audience.Service => [post.Service(protocol, party)],
        Audience.Mailbox => [post.Mailbox(protocol, party)],
        Audience.HeadOfService => [post.Head(protocol, party)],
        _ => throw new InvalidOperationException($"An audience that no rule knows: {audience.GetType().Name}"),
    };
}
