using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Keys;

/// <summary>
/// F4: the key goes from one named person to another over a channel that is never the file's, is revealed once, and both attest
/// afterwards that it was wiped. The key itself never comes near an orchestration.
/// </summary>
public static class KeyHandoverOrchestration
{
    public static Orchestration<KeyHandoverInput, Done> Orchestration { get; } = new("Sleuteloverdracht", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, KeyHandoverInput input)
    {
        var course = input.Course ?? KeyHandoverCourse.AskedAt(context.CurrentUtcDateTime);

        // W1: the receiver asked; the giver is told whom to telephone.
        if (input.Course is null)
            await NotifyAsync(context, input, HandoverNotice.Asked);

        while (!course.Finished)
        {
            // Once the DPOs were told nobody is reminded any more; the handover still hears of the telephone call that comes late.
            var message = await context.NextMessageAsync<KeyHandoverMessage>(KeyHandoverRules.NextReminder(course, input.ReminderWorkingDays));
            if (message is null)
            {
                // A handover that hangs is no secret: after enough reminders the DPOs of both parties know.
                foreach (var notice in KeyHandoverRules.RemindersFor(course, input.ReminderWorkingDays))
                    await NotifyAsync(context, input, notice);
                context.ContinueAsNew(input with { Course = course.AfterReminder(input.ReminderWorkingDays) });
                return Done.Value;
            }

            // F4: who no longer needs it wipes it where it was noted: the giver once it was read aloud, the receiver once it arrived.
            var told = KeyHandoverRules.NoticeFor(course, message);
            course = course.After(message, context.CurrentUtcDateTime);
            if (told is { } now)
                await NotifyAsync(context, input, now);
            if (KeyHandoverRules.IsLastToHear(message))
                await context.CallActivityAsync(KeyHandoverActivities.MarkHandled, new(input.Exchange, message.Id));
        }

        return Done.Value;
    }

    private static Task<Done> NotifyAsync(OrchestrationContext context, KeyHandoverInput input, HandoverNotice notice) =>
        context.CallActivityAsync(KeyHandoverActivities.Notify, new(input.Exchange, input.Number, notice, context.NewGuid()));
}
