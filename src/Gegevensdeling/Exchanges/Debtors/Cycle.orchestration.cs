using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Debtors.DebtorActivityTokens;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>One month of Maldegem (article 5: 'maandelijks'), in the three phases of article 3.</summary>
public static class CycleOrchestration
{
    public static Orchestration<CycleInput, Done> Orchestration { get; } = new("Debiteurenmaand", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, CycleInput input)
    {
        var course = input.Course ?? CycleCourse.OpenedAt(context.CurrentUtcDateTime);

        // Artikel 5: de gegevens worden maandelijks opgevraagd. Beide kanten horen dat de maand open is.
        if (input.Course is null)
            await context.CallActivityAsync(TellOpened, new(input.Exchange, context.NewGuid()));

        while (course.End is null)
        {
            var (reminder, at) = CycleReminders.Next(course, input.Terms, input.Closes);
            var message = await context.NextMessageAsync<CycleMessage>(at);
            if (message is null)
            {
                if (reminder is { } now)
                    await context.CallActivityAsync(RemindOfCycle, new(input.Exchange, context.NewGuid(), now));
                else
                    await context.CallActivityAsync(CloseCycle, new(input.Exchange, context.NewGuid()));
                context.ContinueAsNew(input with { Course = reminder is { } given ? course.After(given) : course.Closed() });
                return Done.Value;
            }

            // Fase 1: voornaam, familienaam en rijksregisternummer zijn geleverd; nu is het aan het OCMW.
            if (message is CycleMessage.DebtorsDelivered)
                await context.CallActivityAsync(AskClients, new(input.Exchange, context.NewGuid()));

            // Fase 2: wie geen cliënt is, wordt onmiddellijk verwijderd. Beide functionarissen zien de aantallen.
            if (message is CycleMessage.Listed)
            {
                await context.CallActivityAsync(EndDelivery, new(input.Exchange, context.NewGuid()));
                await context.CallActivityAsync(TellListed, new(input.Exchange, context.NewGuid()));
            }

            // Fase 2: 'cliënt OCMW' of 'invorderingsprocedure voortzetten', en niets anders, naar de gemeente.
            if (message is CycleMessage.Released)
                await context.CallActivityAsync(TellReleased, new(input.Exchange, context.NewGuid()));

            // Fase 3: het OCMW hoort dat de gegevens van zijn cliënten in de lijst staan.
            if (message is CycleMessage.Detailed)
                await context.CallActivityAsync(TellDetailed, new(input.Exchange, context.NewGuid()));

            course = course.After(message, context.CurrentUtcDateTime);
            await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
        }

        // De maand is om: wat niet vergeleken werd gaat weg, en de sleutel van de maand ook.
        await context.CallActivityAsync(EndDelivery, new(input.Exchange, context.NewGuid()));
        await context.CallSubOrchestratorAsync(ErasureAlsoDropped.Orchestration, DebtorNames.Erasure, new(input.Exchange));
        return Done.Value;
    }
}
