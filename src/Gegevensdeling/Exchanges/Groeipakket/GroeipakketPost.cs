using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Sends the messages of this exchange: to addresses of the protocol file and the staff directory, nowhere else.</summary>
public sealed class GroeipakketPost(IOutbox outbox, IStaffDirectory staff, TimeProvider clock)
{
    /// <summary>One message an address; sent again it is the same message.</summary>
    public async Task TellAsync(ExchangeId exchange, string id, IEnumerable<string?> addresses, MailText text, CancellationToken cancellation, ArtefactId? attachment = null)
    {
        foreach (var (index, to) in addresses.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Index())
            await outbox.SendAsync(new($"{id}-{index + 1}", exchange, to, text.Subject, text.Text, attachment is { } artefact ? new BlobName(exchange, artefact) : null), cancellation);
    }

    /// <summary>Team Kadaster &amp; Fluxen.</summary>
    public string Team(Protocol protocol) => protocol.ContactsOf(protocol.Registry()).Mailbox?.Address ?? Dpo(protocol, protocol.Registry());

    /// <summary>Who asked, and the service of that body: somebody must hear it also when that person is away.</summary>
    public async Task<IReadOnlyList<string?>> AskerAsync(Protocol protocol, StaffRef asker, CancellationToken cancellation) =>
        [(await staff.FindAsync(asker, cancellation))?.Mail, Service(protocol)];

    /// <summary>The social service that alone sees the answer.</summary>
    public string Service(Protocol protocol) => protocol.ContactsOf(protocol.Service()).Colleagues?.Mail ?? Head(protocol);

    public string Head(Protocol protocol) => protocol.ContactsOf(protocol.Service()).HeadOfService?.Mail ?? Dpo(protocol, protocol.Service());

    /// <summary>W2: a mandate has a validity; when it does not run, the deputy hears it.</summary>
    public string Dpo(Protocol protocol, PartyId party)
    {
        var dpo = protocol.Party(party).DataProtectionOfficer;
        return dpo.RunsOn(LegalCalendar.DateOf(clock.GetUtcNow())) ? dpo.Mail : dpo.Deputy.Mail;
    }
}
