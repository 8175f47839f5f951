using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Groeipakket.GroeipakketActivityTokens;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The answer of Opgroeien regie (C2): delivered, its key from DPO to DPO, received, used, and destroyed when nobody needs it, at the latest after a year (article 3).</summary>
public static class AnswerOrchestration
{
    public static Orchestration<AnswerInput, Done> Orchestration { get; } = new("Groeipakketantwoord", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, AnswerInput input)
    {
        var course = input.Course;

        // C2, C3: rechtstreeks, bij voorkeur via sftp. De sleutel gaat van functionaris naar functionaris, langs een andere weg.
        if (course is null)
        {
            await context.CallActivityAsync(Deliver, new(input.Exchange, context.NewGuid()));
            await HandOverAsync(context, input);
            course = AnswerCourse.DeliveredAt(context.CurrentUtcDateTime);
        }

        // Artikel 3: tot het bestand irrelevant is voor verdere verwerking en validatie, met een maximum van 1 jaar.
        while (course.End is null)
        {
            var (reminder, at) = AnswerReminders.Next(course, input.Terms, input.Until);
            var message = await context.NextMessageAsync<AnswerMessage>(at);
            if (message is null)
            {
                if (reminder is { } now)
                    await context.CallActivityAsync(RemindOfAnswer, new(input.Exchange, context.NewGuid(), now));
                else
                    course = course.EndedBy((await context.CallActivityAsync(EndAnswerAtTerm, new(input.Exchange, context.NewGuid()))).Reason, context.CurrentUtcDateTime);
                context.ContinueAsNew(input with { Course = reminder is { } given ? course.After(given) : course });
                return Done.Value;
            }

            // C2: de mail is alleen een noodoplossing, met een reden en een goedkeuring van een ander.
            if (message is AnswerMessage.MailAsked)
                await context.CallActivityAsync(RemindOfAnswer, new(input.Exchange, context.NewGuid(), AnswerReminder.MailApproval));
            if (message is AnswerMessage.MailApproved)
                await context.CallActivityAsync(Deliver, new(input.Exchange, context.NewGuid()));

            if (message is AnswerMessage.HandoverBegun begun)
                StartHandover(context, input, begun.Handover);

            // W6: een verloren sleutel wordt nooit hergebruikt: opnieuw verzegeld, opnieuw afgeleverd, opnieuw overgedragen.
            if (message is AnswerMessage.KeyLost)
            {
                await context.CallActivityAsync(ResealAnswer, new(input.Exchange, context.NewGuid()));
                await context.CallActivityAsync(Deliver, new(input.Exchange, context.NewGuid()));
                await HandOverAsync(context, input);
            }

            // C2: na bevestiging van ontvangst vernietigt Opgroeien regie zijn bestanden; het bewijs van ontvangst overleeft ze (F1).
            if (message is AnswerMessage.Received)
                await context.CallActivityAsync(CloseOnReceipt, new(input.Exchange, context.NewGuid()));

            course = course.After(message, context.CurrentUtcDateTime);
            await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
        }

        var told = context.CallActivityAsync(TellAnswerEnded, new(input.Exchange, context.NewGuid()));
        await context.CallSubOrchestratorAsync(ErasureAlsoDropped.Orchestration, GroeipakketNames.Erasure, new(input.Exchange));
        await told;

        // Artikel 12: het protocol eindigt van rechtswege na de vernietiging van de gegevens.
        await context.CallActivityAsync(EndProtocol, new(input.Exchange, context.NewGuid()));

        // Artikel 3, C2: wat buiten dit systeem staat (downloads, papier), verklaart de sociale dienst zelf vernietigd te hebben.
        while (AnswerReminders.NextDeclaration(course, input.Terms) is { } ask)
        {
            var message = await context.NextMessageAsync<AnswerMessage>(ask);
            if (message is null)
                await context.CallActivityAsync(RemindOfAnswer, new(input.Exchange, context.NewGuid(), AnswerReminder.Declaration));
            else
                await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
            course = message is null ? course.After(AnswerReminder.Declaration) : course.After(message, context.CurrentUtcDateTime);
        }

        return Done.Value;
    }

    private static async Task HandOverAsync(OrchestrationContext context, AnswerInput input)
    {
        var begun = await context.CallActivityAsync(BeginHandover, new(input.Exchange, context.NewGuid()));
        if (begun.Number is { } number)
            StartHandover(context, input, number);
    }

    private static void StartHandover(OrchestrationContext context, AnswerInput input, int number) =>
        _ = context.CallSubOrchestratorAsync(
            KeyHandoverOrchestration.Orchestration, GroeipakketNames.Handover(number), new(input.Exchange, number, input.Terms.AnswerKey, Course: null));
}
