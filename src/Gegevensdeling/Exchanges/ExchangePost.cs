using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges;

/// <summary>Sends messages: to addresses of the protocol file and the staff directory, nowhere else. A message sent again with the same id is the same message.</summary>
public sealed class ExchangePost(IOutbox outbox, IStaffDirectory staff, TimeProvider clock)
{
    /// <summary>Sends one message; with an artefact, that sealed file goes with it.</summary>
    public Task MailAsync(ExchangeId exchange, string id, string to, MailText text, CancellationToken cancellation, ArtefactId? attachment = null) =>
        outbox.SendAsync(new(id, exchange, to, text.Subject, text.Text, attachment is { } artefact ? new BlobName(exchange, artefact) : null), cancellation);

    /// <summary>Sends one message an address, numbered from 1.</summary>
    public async Task TellAsync(ExchangeId exchange, string id, IEnumerable<string?> addresses, MailText text, CancellationToken cancellation, ArtefactId? attachment = null)
    {
        foreach (var (index, to) in addresses.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Index())
            await MailAsync(exchange, $"{id}-{index + 1}", to, text, cancellation, attachment);
    }

    /// <summary>Where messages for this member of staff go; null when the directory no longer knows, or never knew.</summary>
    public async Task<string?> MailOfAsync(StaffRef reference, CancellationToken cancellation) => (await staff.FindAsync(reference, cancellation))?.Mail;

    public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => outbox.DeleteAttachmentsAsync(exchange, cancellation);

    /// <summary>The mailbox of the body, or else of its service.</summary>
    public string Mailbox(Protocol protocol, PartyId party) => protocol.ContactsOf(party).Mailbox?.Address ?? Service(protocol, party);

    /// <summary>The service that takes the steps.</summary>
    public string Service(Protocol protocol, PartyId party) => protocol.ContactsOf(party).Colleagues?.Mail ?? Head(protocol, party);

    public string Head(Protocol protocol, PartyId party) => protocol.ContactsOf(party).HeadOfService?.Mail ?? Dpo(protocol, party);

    /// <summary>W2: a mandate has a validity; when it does not run, the deputy hears it.</summary>
    public string Dpo(Protocol protocol, PartyId party)
    {
        var dpo = protocol.Party(party).DataProtectionOfficer;
        return dpo.RunsOn(LegalCalendar.DateOf(clock.GetUtcNow())) ? dpo.Mail : dpo.Deputy.Mail;
    }
}
