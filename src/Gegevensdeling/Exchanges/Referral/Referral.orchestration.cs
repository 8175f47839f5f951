using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Referral.ReferralActivityTokens;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// The referral of Mechelen and Kasterlee, from the sealed archive to the erasure certificate. Consent (recital C, article 5) and the
/// five fields (article 3) were checked before this starts; what follows here is what the protocol promises to happen.
/// </summary>
public static class ReferralOrchestration
{
    public static Orchestration<ReferralInput, Done> Orchestration { get; } = new("Doorverwijzing", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, ReferralInput input)
    {
        var course = input.Course;

        // Artikel 6: ad hoc, AES-256 via 7-Zip, naar de mailbox die het protocol vastlegt.
        if (course is null)
        {
            await context.CallActivityAsync(Send, new(input.Exchange, context.NewGuid()));
            course = ReferralCourse.SentAt(context.CurrentUtcDateTime);
        }

        // Artikel 3: bewaard 'tot er een contactname plaatsgevonden heeft en duidelijk is of de cliënt een verdere hulp- en
        // dienstverlening wenst'. Geen maximumleeftijd: zonder uitkomst wordt herinnerd en opgeschaald (R9).
        while (course.End is null)
        {
            var (reminder, at) = ReferralReminders.Next(course, input.Terms);
            var message = await context.NextMessageAsync<ReferralMessage>(at);
            if (message is null)
            {
                await context.CallActivityAsync(Remind, new(input.Exchange, context.NewGuid(), reminder));
                context.ContinueAsNew(input with { Course = course.After(reminder) });
                return Done.Value;
            }

            // F1, W3: de eerste opening (of de bevestigde controlesom) is de ontvangst; het ondertekende bewijs overleeft de wissing.
            if (message is ReferralMessage.Received)
                await context.CallActivityAsync(IssueReceipt, new(input.Exchange, context.NewGuid()));

            // W1: de sleutel is een overdracht op zich, van het teamlid naar de maatschappelijk werker die de doorverwijzing opnam.
            if (message is ReferralMessage.KeyRequested asked)
                _ = context.CallSubOrchestratorAsync(KeyHandoverOrchestration.Orchestration, ReferralNames.Handover(asked.Handover), input.Handover(asked.Handover));

            // W6: een verloren sleutel wordt nooit hergebruikt: opnieuw verzegeld, opnieuw verzonden.
            if (message is ReferralMessage.KeyLost)
            {
                await context.CallActivityAsync(Reseal, new(input.Exchange, context.NewGuid()));
                await context.CallActivityAsync(Send, new(input.Exchange, context.NewGuid()));
            }

            course = course.After(message, context.CurrentUtcDateTime);
            await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
        }

        // FAQ: intrekking bij het team wordt aan het OCMW gemeld (R12); bij het OCMW hoeft niemand iets te horen (R13). W7: alleen de
        // verwijzing en een reden gaan terug; kan ze geopend zijn, dan beoordelen de DPO's of het een gegevenslek is (art. 9).
        List<Task> told = [];
        if (course.End == ErasureReason.WithdrawnAtSender)
            told.Add(context.CallActivityAsync(TellOcmwWithdrawn, new(input.Exchange, context.NewGuid())));
        if (course.End == ErasureReason.NotForUs)
            told.Add(context.CallActivityAsync(TellTeamNotForUs, new(input.Exchange, context.NewGuid())));
        if (course is { End: ErasureReason.NotForUs, Seen: true })
            told.Add(context.CallActivityAsync(AskBreachAssessment, new(input.Exchange, context.NewGuid())));

        // Artikel 3 en FAQ: contact en uitkomst zijn duidelijk, of de toestemming is ingetrokken: onze kopie gaat meteen weg. Het melden
        // wacht niet op het wissen, en het wissen niet op het melden.
        await context.CallSubOrchestratorAsync(Erasure.Orchestration, ReferralNames.Erasure, new(input.Exchange));
        await Task.WhenAll(told);

        // FAQ: wat buiten dit systeem staat (mailbox, downloads, papier) verklaart het OCMW zelf gewist te hebben; dat is voldoende.
        while (ReferralReminders.NextDeclaration(course, input.Terms) is { } ask)
        {
            var message = await context.NextMessageAsync<ReferralMessage>(ask);
            if (message is null)
                await context.CallActivityAsync(Remind, new(input.Exchange, context.NewGuid(), Reminder.Declaration));
            else
                await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
            course = message is null ? course.After(Reminder.Declaration) : course.After(message, context.CurrentUtcDateTime);
        }

        return Done.Value;
    }
}
