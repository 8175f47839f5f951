using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>Sends the messages of this exchange: to addresses of the protocol file, nowhere else.</summary>
public sealed class DebtorPost(IOutbox outbox, TimeProvider clock)
{
    /// <summary>One message an address; sent again it is the same message.</summary>
    public async Task TellAsync(ExchangeId exchange, string id, IEnumerable<string> addresses, MailText text, CancellationToken cancellation)
    {
        foreach (var (index, to) in addresses.Distinct(StringComparer.OrdinalIgnoreCase).Index())
            await outbox.SendAsync(new($"{id}-{index + 1}", exchange, to, text.Subject, text.Text, Attachment: null), cancellation);
    }

    /// <summary>The service that takes the steps: the debt team of the municipality, the social service of the OCMW.</summary>
    public string Service(Protocol protocol, PartyId party) => protocol.ContactsOf(party).Colleagues?.Mail ?? Head(protocol, party);

    public string Head(Protocol protocol, PartyId party) => protocol.ContactsOf(party).HeadOfService?.Mail ?? Dpo(protocol, party);

    /// <summary>W2: a mandate has a validity; when it does not run, the deputy hears it.</summary>
    public string Dpo(Protocol protocol, PartyId party)
    {
        var dpo = protocol.Party(party).DataProtectionOfficer;
        return dpo.RunsOn(LegalCalendar.DateOf(clock.GetUtcNow())) ? dpo.Mail : dpo.Deputy.Mail;
    }
}
