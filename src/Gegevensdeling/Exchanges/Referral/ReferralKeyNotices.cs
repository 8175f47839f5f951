using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>Tells the two people of a key handover what to do, and the DPOs when it hangs (F4, W1).</summary>
internal sealed class ReferralKeyNotices(ReferralFile file, ExchangePost post)
{
    public async Task<Done> NotifyAsync(HandoverNoticeInput input, CancellationToken cancellation)
    {
        var referral = await file.GetAsync(input.Exchange, cancellation);
        var handover = referral.State.Handovers.Single(one => one.Number == input.Number);
        var receiver = await post.MailOfAsync(handover.AskedBy, cancellation);
        var giver = await post.MailOfAsync(referral.State.Sender, cancellation);
        var id = input.Step.ToString("N");
        if (referral.State.IsRestricted && input.Notice is HandoverNotice.Asked or HandoverNotice.NotRevealed or HandoverNotice.NotConfirmed)
            return Done.Value; // W22: nobody is asked to show a key that may not be shown now
        switch (input.Notice)
        {
            case HandoverNotice.Asked:
                await TellAsync(giver, id, ReferralMails.KeyAsked(input.Exchange, referral.Protocol));
                break;
            case HandoverNotice.NotRevealed:
                await TellAsync(giver, id, ReferralMails.KeyNotRevealed(input.Exchange));
                break;
            case HandoverNotice.NotConfirmed:
                await TellAsync(receiver, id, ReferralMails.KeyNotConfirmed(input.Exchange));
                break;
            case HandoverNotice.GiverWipes:
                await TellAsync(giver, id, ReferralMails.WipeKey(input.Exchange));
                break;
            case HandoverNotice.ReceiverWipes:
                await TellAsync(receiver, id, ReferralMails.WipeKey(input.Exchange));
                break;
            case HandoverNotice.ToDpos:
                await post.TellAsync(referral.Id, $"{id}-dpo", referral.Protocol.Parties.Select(party => post.Dpo(referral.Protocol, party.Id)), ReferralMails.HandoverHangs(input.Exchange), cancellation);
                break;
            default:
                throw new InvalidOperationException($"A notice without a text: {input.Notice}");
        }

        return Done.Value;

        Task TellAsync(string? to, string message, MailText text) =>
            to is null ? Task.CompletedTask : post.MailAsync(input.Exchange, message, to, text, cancellation);
    }
}
