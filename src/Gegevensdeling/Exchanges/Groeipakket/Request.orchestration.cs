using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Retention;
using static Gegevensdeling.Exchanges.Groeipakket.GroeipakketActivityTokens;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>
/// The one-off request of Turnhout (article 5: EENMALIG), from the sealed spreadsheet to the erasure of all that Opgroeien regie holds of it. The answer has
/// an orchestration of its own (<see cref="AnswerOrchestration"/>).
/// </summary>
public static class RequestOrchestration
{
    public static Orchestration<RequestInput, Done> Orchestration { get; } = new("Groeipakketvraag", 1, RunAsync);

    private static async Task<Done> RunAsync(OrchestrationContext context, RequestInput input)
    {
        var course = input.Course ?? RequestCourse.StartedAt(context.CurrentUtcDateTime);

        // C2: de functionaris van de aanvrager geeft de sleutel door aan die van Opgroeien regie. Wat hier verzegeld is, heeft geen overdracht nodig.
        if (input.Course is null && input.SealedByRequester)
            HandOver(context, input, GroeipakketNames.First);
        if (input.Course is null && !input.SealedByRequester)
            course = await CheckAsync(context, input, course);

        // C2: kolom A wordt nagekeken; het team Kadaster & Fluxen antwoordt. Hoogstens 1 jaar (artikel 3).
        while (course.End is null)
        {
            var (reminder, at) = RequestReminders.Next(course, input.Terms, input.Until);
            var message = await context.NextMessageAsync<RequestMessage>(at);
            if (message is null)
            {
                if (reminder is { } now)
                    await context.CallActivityAsync(RemindOfRequest, new(input.Exchange, context.NewGuid(), now));
                else
                    course = course.EndedBy((await context.CallActivityAsync(EndRequestAtTerm, new(input.Exchange, context.NewGuid()))).Reason, context.CurrentUtcDateTime);
                context.ContinueAsNew(input with { Course = reminder is { } given ? course.After(given) : course });
                return Done.Value;
            }

            course = course.After(message, context.CurrentUtcDateTime);
            if (message is RequestMessage.HandoverBegun begun)
                HandOver(context, input, begun.Handover);
            if (message is RequestMessage.KeyEntered)
                course = await CheckAsync(context, input, course);
            if (message is RequestMessage.WentOn)
                await context.CallActivityAsync(AskTeam, new(input.Exchange, context.NewGuid()));
            await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
        }

        // Artikel 3 en C2: Opgroeien regie vernietigt zijn bestanden na bevestiging van ontvangst, en hoe dan ook na een jaar. Het melden wacht
        // niet op het wissen, en het wissen niet op het melden.
        var told = context.CallActivityAsync(TellRequestEnded, new(input.Exchange, context.NewGuid()));
        await context.CallSubOrchestratorAsync(ErasureAlsoDropped.Orchestration, GroeipakketNames.Erasure, new(input.Exchange));
        var ended = await told;

        // Artikel 12: het protocol eindigt van rechtswege na de vernietiging van de gegevens.
        await context.CallActivityAsync(EndProtocol, new(input.Exchange, context.NewGuid()));

        // C2: ook wat het team opvroeg om het met de hand na te gaan, verdwijnt; dat kan alleen het team zelf verklaren.
        while (RequestReminders.NextDeclaration(course, ended.Fetched, input.Terms) is { } ask)
        {
            var message = await context.NextMessageAsync<RequestMessage>(ask);
            if (message is null)
                await context.CallActivityAsync(RemindOfRequest, new(input.Exchange, context.NewGuid(), RequestReminder.Declaration));
            else
                await context.CallActivityAsync(MarkHandled, new(input.Exchange, message.Id));
            course = message is null ? course.After(RequestReminder.Declaration) : course.After(message, context.CurrentUtcDateTime);
        }

        return Done.Value;
    }

    private static async Task<RequestCourse> CheckAsync(OrchestrationContext context, RequestInput input, RequestCourse course)
    {
        var checkedRows = await context.CallActivityAsync(CheckRows, new(input.Exchange, context.NewGuid()));
        return course.After(checkedRows, context.CurrentUtcDateTime);
    }

    private static void HandOver(OrchestrationContext context, RequestInput input, int number) =>
        _ = context.CallSubOrchestratorAsync(
            KeyHandoverOrchestration.Orchestration, GroeipakketNames.Handover(number), new(input.Exchange, number, input.Terms.RequestKey, Course: null));
}
