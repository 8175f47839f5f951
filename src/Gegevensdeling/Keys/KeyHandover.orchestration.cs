using Gegevensdeling.Calendar;
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
        var course = input.Course ?? new(false, false, false, false, false, 0, context.CurrentUtcDateTime);

        // W1: the receiver asked; the giver is told whom to telephone.
        if (input.Course is null)
            await NotifyAsync(context, input, HandoverNotice.Asked);

        while (!course.Finished)
        {
            var reminder = LegalCalendar.AddWorkingDays(course.Since, input.ReminderWorkingDays[course.Reminders]);
            var message = await context.NextMessageAsync<KeyHandoverMessage>(reminder);

            if (message is not null)
            {
                // F4: who no longer needs it wipes it where it was noted: the giver once it was read aloud, the receiver once it arrived.
                var notice = KeyHandoverRules.NoticeFor(course, message);
                course = course.After(message, context.CurrentUtcDateTime);
                if (notice is { } told)
                    await NotifyAsync(context, input, told);
                continue;
            }

            // A handover that hangs is no secret: after enough reminders the DPOs of both parties know.
            if (course.Reminders == input.ReminderWorkingDays.Count - 1)
            {
                await NotifyAsync(context, input, HandoverNotice.ToDpos);
                return Done.Value;
            }

            foreach (var notice in KeyHandoverRules.RemindersFor(course))
                await NotifyAsync(context, input, notice);
            context.ContinueAsNew(input with { Course = course with { Reminders = course.Reminders + 1 } });
            return Done.Value;
        }

        return Done.Value;
    }

    private static Task<Done> NotifyAsync(OrchestrationContext context, KeyHandoverInput input, HandoverNotice notice) =>
        context.CallActivityAsync(KeyHandoverActivities.Notify, new(input.Exchange, input.Number, notice, context.NewGuid()));
}
