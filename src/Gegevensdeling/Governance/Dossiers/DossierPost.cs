using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>The version of a protocol whose addresses hold for this party now. A dossier lives longer than the version under which it began.</summary>
public delegate Task<Protocol> FindAddressed(ProtocolId protocol, PartyId party, CancellationToken cancellation);

/// <summary>Sends what a dossier tells: to addresses of the protocol file and the staff directory, nowhere else.</summary>
public sealed class DossierPost(IOutbox outbox, IStaffDirectory staff, FindAddressed addressed, TimeProvider clock)
{
    /// <summary>One message an address; sent again it is the same message.</summary>
    public async Task TellAsync(DossierView dossier, DossierStep.Tell step, CancellationToken cancellation)
    {
        var addresses = new List<string>();
        foreach (var audience in step.To)
            addresses.AddRange(await AddressesAsync(dossier.Head.Protocol, audience, cancellation));
        foreach (var (index, address) in addresses.Distinct(StringComparer.OrdinalIgnoreCase).Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{step.Code.Replace(':', '-')}-{index + 1}");
            await outbox.SendAsync(new(id, dossier.Id, address, step.Text.Subject, step.Text.Text, Attachment: null), cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(ProtocolId protocol, Audience audience, CancellationToken cancellation)
    {
        if (audience is Audience.Staff(var reference))
            return (await staff.FindAsync(reference, cancellation))?.Mail is { } mail ? [mail] : [];
        var party = audience.Of!.Value;
        return AddressesOf(await addressed(protocol, party, cancellation), party, audience);
    }

    private IReadOnlyList<string> AddressesOf(Protocol protocol, PartyId party, Audience audience) => audience switch
    {
        Audience.Dpo => [DpoOf(protocol, party)],
        Audience.DpoAndDeputy => [protocol.Party(party).DataProtectionOfficer.Mail, protocol.Party(party).DataProtectionOfficer.Deputy.Mail],
        Audience.Deputy => [protocol.Party(party).DataProtectionOfficer.Deputy.Mail],
        Audience.Breach => [protocol.ContactsOf(party).Breach?.Mail ?? DpoOf(protocol, party)],
        Audience.Service => [ServiceOf(protocol, party)],
        Audience.Mailbox => [protocol.ContactsOf(party).Mailbox?.Address ?? ServiceOf(protocol, party)],
        Audience.HeadOfService => [protocol.ContactsOf(party).HeadOfService?.Mail ?? DpoOf(protocol, party)],
        _ => throw new InvalidOperationException($"An audience that no rule knows: {audience.GetType().Name}"),
    };

    private string ServiceOf(Protocol protocol, PartyId party) =>
        protocol.ContactsOf(party).Colleagues?.Mail ?? protocol.ContactsOf(party).HeadOfService?.Mail ?? DpoOf(protocol, party);

    private string DpoOf(Protocol protocol, PartyId party)
    {
        var dpo = protocol.Party(party).DataProtectionOfficer;
        return dpo.RunsOn(LegalCalendar.DateOf(clock.GetUtcNow())) ? dpo.Mail : dpo.Deputy.Mail;
    }
}
