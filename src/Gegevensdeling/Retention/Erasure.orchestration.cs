using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Retention;

/// <summary>
/// Erasure: delete, purge the key, look again, sign the certificate (F2, F3). What cannot be proven stays open, with an alarm; it is
/// never reported as done.
/// </summary>
public static class Erasure
{
    private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromHours(1);

    public static Orchestration<ErasureInput, Done> Orchestration { get; } = new("Wissing", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, ErasureInput input)
    {
        // F3: the key first. From that moment on every copy that anything still holds, a backup's too, is unreadable.
        foreach (var place in CopyPlaces.InOrderOfErasure)
            await context.CallActivityAsync(ErasureActivities.EraseAt, new(input.Exchange, place));

        // F2: look everywhere again; only then is there a certificate.
        var found = await context.CallActivityAsync(ErasureActivities.LookAgainAndCertify, input);
        if (found.StillFound.Count == 0)
            return Done.Value;

        await context.CreateTimer(context.CurrentUtcDateTime + BeforeLookingAgain);
        context.ContinueAsNew(input);
        return Done.Value;
    }
}
