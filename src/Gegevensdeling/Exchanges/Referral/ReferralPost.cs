using Gegevensdeling.Calendar;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>Sends the messages of a referral: to addresses of the protocol file and the staff directory, nowhere else.</summary>
public sealed class ReferralPost(IOutbox outbox, IStaffDirectory staff, TimeProvider clock)
{
    /// <summary>Sends one message; with an artefact, the sealed archive goes with it.</summary>
    public Task MailAsync(ExchangeId exchange, string id, string to, MailText text, CancellationToken cancellation, ArtefactId? artefact = null) =>
        outbox.SendAsync(new(id, exchange, to, text.Subject, text.Text, artefact is { } attached ? new BlobName(exchange, attached) : null), cancellation);

    public async Task TellDposAsync(Referral referral, string id, MailText text, CancellationToken cancellation)
    {
        var today = LegalCalendar.DateOf(clock.GetUtcNow());
        foreach (var (index, party) in referral.Protocol.Parties.Index())
        {
            // W2: a mandate has a validity; when it does not run, the deputy hears it.
            var dpo = party.DataProtectionOfficer;
            await MailAsync(referral.Id, $"{id}-dpo{index + 1}", dpo.RunsOn(today) ? dpo.Mail : dpo.Deputy.Mail, text, cancellation);
        }
    }

    /// <summary>Where messages for this member of staff go; null when the directory no longer knows, or never knew.</summary>
    public async Task<string?> MailOfAsync(StaffRef reference, CancellationToken cancellation) => (await staff.FindAsync(reference, cancellation))?.Mail;

    public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => outbox.DeleteAttachmentsAsync(exchange, cancellation);
}
