using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Tells the two DPOs of a handover what to do (P4, P8, P14). For a request the requester's gives, for an answer that of Opgroeien regie.</summary>
internal sealed class GroeipakketKeyNotices(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<AnswerState, AnswerCommand> answers, ExchangePost post)
{
    public async Task<Done> NotifyAsync(HandoverNoticeInput input, CancellationToken cancellation)
    {
        if (await requests.FindAsync(input.Exchange, cancellation) is { } request)
            await TellAsync(input, request.Protocol, request.Head.Sender, request.Protocol.Registry(), request.Protocol.RequestFlow(), ofRequest: true, request.State.IsRestricted, cancellation);
        else if (await answers.FindAsync(input.Exchange, cancellation) is { } answer)
            await TellAsync(input, answer.Protocol, answer.Protocol.Registry(), answer.Protocol.Service(), answer.Protocol.AnswerFlow(), ofRequest: false, answer.State.IsRestricted, cancellation);
        return Done.Value;
    }

    private async Task TellAsync(
        HandoverNoticeInput input, Protocol protocol, PartyId giver, PartyId receiver, Flow flow, bool ofRequest, bool restricted, CancellationToken cancellation)
    {
        // W22: nobody is asked to pass on a key that may not be used now.
        if (restricted && input.Notice is HandoverNotice.Asked or HandoverNotice.NotRevealed or HandoverNotice.NotConfirmed)
            return;
        var (gives, gets, id) = (post.Dpo(protocol, giver), post.Dpo(protocol, receiver), input.Step.ToString("N"));
        Task Tell(string to, MailText text, string suffix = "") => post.TellAsync(input.Exchange, id + suffix, [to], text, cancellation);
        switch (input.Notice)
        {
            case HandoverNotice.Asked:
                await Tell(gives, GroeipakketMails.KeyAsked(input.Exchange, ofRequest, flow.Key?.Number));
                if (ofRequest)
                    await Tell(gets, GroeipakketMails.KeyNotConfirmed(input.Exchange, ofRequest), "-ontvanger");
                break;
            case HandoverNotice.NotRevealed:
                await Tell(gives, GroeipakketMails.KeyAsked(input.Exchange, ofRequest, flow.Key?.Number));
                break;
            case HandoverNotice.NotConfirmed:
                await Tell(gets, GroeipakketMails.KeyNotConfirmed(input.Exchange, ofRequest));
                break;
            case HandoverNotice.GiverWipes:
                await Tell(gives, GroeipakketMails.WipeKey(input.Exchange, ofRequest));
                break;
            case HandoverNotice.ReceiverWipes:
                await Tell(gets, GroeipakketMails.WipeKey(input.Exchange, ofRequest));
                break;
            case HandoverNotice.ToDpos:
                await post.TellAsync(input.Exchange, id, [gives, gets], GroeipakketMails.HandoverHangs(input.Exchange, ofRequest), cancellation);
                break;
            default:
                throw new InvalidOperationException($"A notice without a text: {input.Notice}");
        }
    }
}
