using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Debtors.DebtorActivityTokens;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The one list (article 6: 'éénzelfde Excel-bestand'), for as long as collection runs (article 3).</summary>
public static class ListOrchestration
{
    public static Orchestration<ListInput, Done> Orchestration { get; } = new("Debiteurenlijst", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, ListInput input)
    {
        var course = input.Course;
        if (course.End is null)
        {
            var (due, at) = ListReminders.Next(course, input.Terms, context.CurrentUtcDateTime);
            var message = await context.NextMessageAsync<ListMessage>(at);

            // Artikel 6: tussentijdse aanpassingen komen in hetzelfde bestand; wat ze vervangen, blijft nergens staan.
            if (message is ListMessage.VersionMade made)
            {
                await context.CallActivityAsync(EndOldVersions, new(input.Exchange, context.NewGuid()));
                if (made.Tell)
                    await context.CallActivityAsync(TellMarksChanged, new(input.Exchange, context.NewGuid()));
            }

            // Artikel 6: binnen de maand na aflevering naar een beveiligde niet gedeelde dienstenschijf.
            if (message is null && due == ListDue.Move)
                await context.CallActivityAsync(MoveList, new(input.Exchange, context.NewGuid()));

            // Artikel 3: de invordering is '(tijdelijk)' gestaakt. Op de dag zelf wordt het gevraagd; niets hervat vanzelf.
            if (message is null && due == ListDue.Review)
                await context.CallActivityAsync(AskReview, new(input.Exchange, context.NewGuid()));

            if (message is not null)
                await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
            context.ContinueAsNew(input with { Course = message is null ? course.After(due, context.CurrentUtcDateTime) : course.After(message) });
            return Done.Value;
        }

        await context.CallActivityAsync(EndOldVersions, new(input.Exchange, context.NewGuid()));
        await context.CallSubOrchestratorAsync(ErasureAlsoDropped.Orchestration, DebtorNames.Erasure, new(input.Exchange));
        return Done.Value;
    }
}
