using Gegevensdeling.Governance.PersonAnswers;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>Turns the question of a person into an answer. No rule stands here, and nothing of it is kept.</summary>
public sealed class PersonAnswerHandlers(PersonAnswering answers, Actors actors)
{
    public async Task<ApiAnswer> AnswerAsync(ApiRequest request, PersonQuery query, CancellationToken cancellation)
    {
        var actor = await actors.OfAsync(request.Caller, PersonAnswerActions.Answer, request.At.Year, cancellation);
        return await answers.AnswerAsync(actor, new(request.Value("protocol")), query, request.Purpose, request.Correlation, cancellation) switch
        {
            PersonAnswerResult.Answered { Answer: var answer, Protocol: var protocol } => new ApiAnswer.Content(
                PersonAnswerFiles.MediaType, PersonAnswerFiles.FileName(answer),
                (target, token) => PersonAnswerFiles.WriteAsync(answer, protocol, actor.Party, target, token)),
            PersonAnswerResult.Refused { Refusal: var refusal } => ApiAnswer.Refuse(refusal),
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
    }
}
