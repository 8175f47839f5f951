using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Retention;

/// <summary>
/// Erasure: delete, purge the key, look again, sign the certificate (F2, F3). What cannot be proven stays open, with an alarm; it is
/// never reported as done.
/// </summary>
public static class Erasure
{
    private static readonly TimeSpan BeforeLookingAgain = TimeSpan.FromHours(1);

    /// <summary>Of what is mailed: the referral. An instance finishes on the version it started with (law 9).</summary>
    public static Orchestration<ErasureInput, Done> Orchestration { get; } = new("Wissing", 1, RunAsync);

    private static Task<Done> RunAsync(OrchestrationContext context, ErasureInput input) => EraseAsync(context, input, CopyPlaces.OfVersion1);

    internal static async Task<Done> EraseAsync(OrchestrationContext context, ErasureInput input, IReadOnlyList<string> places)
    {
        // F3: the key first. From that moment on every copy that anything still holds, a backup's too, is unreadable.
        foreach (var place in places)
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
