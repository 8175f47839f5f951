using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Dossiers;

/// <summary>Sends what a dossier tells: to addresses of the protocol file and the staff directory, nowhere else.</summary>
public sealed class DossierPost(IOutbox outbox, IStaffDirectory staff, TimeProvider clock)
{
    /// <summary>One message an address; sent again it is the same message.</summary>
    public async Task TellAsync(DossierView dossier, DossierStep.Tell step, CancellationToken cancellation)
    {
        var addresses = new List<string>();
        foreach (var audience in step.To)
            addresses.AddRange(await AddressesAsync(dossier.Protocol, audience, cancellation));
        foreach (var (index, address) in addresses.Distinct(StringComparer.OrdinalIgnoreCase).Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{step.Code.Replace(':', '-')}-{index + 1}");
            await outbox.SendAsync(new(id, dossier.Id, address, step.Text.Subject, step.Text.Text, Attachment: null), cancellation);
        }
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(Protocol protocol, Audience audience, CancellationToken cancellation) => audience switch
    {
        Audience.Dpo(var party) => [DpoOf(protocol, party)],
        Audience.DpoAndDeputy(var party) => [protocol.Party(party).DataProtectionOfficer.Mail, protocol.Party(party).DataProtectionOfficer.Deputy.Mail],
        Audience.Deputy(var party) => [protocol.Party(party).DataProtectionOfficer.Deputy.Mail],
        Audience.Breach(var party) => [protocol.ContactsOf(party).Breach?.Mail ?? DpoOf(protocol, party)],
        Audience.Service(var party) => [protocol.ContactsOf(party).Colleagues?.Mail ?? protocol.ContactsOf(party).HeadOfService?.Mail ?? DpoOf(protocol, party)],
        Audience.HeadOfService(var party) => [protocol.ContactsOf(party).HeadOfService?.Mail ?? DpoOf(protocol, party)],
        Audience.Staff(var reference) => (await staff.FindAsync(reference, cancellation))?.Mail is { } mail ? [mail] : [],
        _ => throw new InvalidOperationException($"An audience that no rule knows: {audience.GetType().Name}"),
    };

    private string DpoOf(Protocol protocol, PartyId party)
    {
        var dpo = protocol.Party(party).DataProtectionOfficer;
        return dpo.RunsOn(LegalCalendar.DateOf(clock.GetUtcNow())) ? dpo.Mail : dpo.Deputy.Mail;
    }
}
