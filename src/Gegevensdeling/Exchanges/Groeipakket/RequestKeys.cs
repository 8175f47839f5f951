using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>Takes the key that the DPO of Opgroeien regie was given (P4): tried at once, so many times a handover as the protocol file says, and kept only where it fits.</summary>
public sealed class RequestKeys(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeDesk<RequestState, RequestCommand> desk, RequestContent content, IKeyStore keys)
{
    private const int Longest = 256;

    private static readonly Refusal NoKey = new("sleutel-ongeldig", "C2", "Voer de sleutel in zoals hij doorgegeven is: hoogstens 256 tekens op één regel.");

    /// <returns>Null when the key opens the file; why not otherwise.</returns>
    public async Task<Refusal?> EnterAsync(ActedBy actor, ExchangeId request, string key, KeyChannel channel, string factId, CancellationToken cancellation)
    {
        if (key.Length is 0 or > Longest || key.Any(char.IsControl))
            return NoKey;
        var entered = References.FactOf($"{factId} ingevoerd");
        if (await requests.IsRecordedAsync(request, entered, cancellation))
            return Of(await desk.DoAsync(actor, request, new RequestCommand.EnterKey(channel), entered, cancellation));

        // The fact is the claim: it is recorded before the key is tried, so nobody tries more often by asking twice at once.
        if (await desk.DoAsync(actor, request, new RequestCommand.TryKey(channel), factId, cancellation) is DeskOutcome<RequestState>.Refused refused)
            return refused.Refusal;
        var view = await requests.GetAsync(request, cancellation);
        if (await OpensAsync(view, key, cancellation) is not { } fits)
            return RequestDecisions.Ended;
        if (!fits)
            return Wrong(view.Protocol.Groeipakket!.KeyAttempts - view.State.Tries);

        await keys.PutAsync(request, key, cancellation);
        var outcome = Of(await desk.DoAsync(actor, request, new RequestCommand.EnterKey(channel), entered, cancellation));
        if (outcome is not null && (await requests.GetAsync(request, cancellation)).State.Key is null)
            await keys.PurgeAsync(request, cancellation); // ended while the key was tried: nothing comes back
        return outcome;
    }

    /// <summary>Whether the key opens the file; what is wrong with the content is told afterwards. Null when the file is gone.</summary>
    private async Task<bool?> OpensAsync(ExchangeView<RequestState> view, string key, CancellationToken cancellation) =>
        await content.ReadAsync(view, key, cancellation) switch
        {
            null => null,
            FileResult<CheckedRequest>.Refused { Refusal.Code: FileFaults.WrongKey or FileFaults.WorkbookPassword } => false,
            _ => true,
        };

    private static Refusal? Of(DeskOutcome<RequestState> outcome) => outcome is DeskOutcome<RequestState>.Refused refused ? refused.Refusal : null;

    private static Refusal Wrong(int left) => left <= 0 ? RequestDecisions.TriesUsed : new(
        FileFaults.WrongKey, "C2",
        $"Deze sleutel past niet op het bestand. Controleer elk teken, ook hoofdletters en streepjes. U kunt nog {(left == 1 ? "één keer" : $"{left} keer")} proberen; daarna is een nieuwe overdracht nodig.");
}
