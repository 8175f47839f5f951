namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>The answer to a request, in its normal form, from the register or from the team. It holds numbers of persons: in memory only.</summary>
public sealed class RequestAnswer
{
    internal RequestAnswer(CheckedRequest request, ChildAnswer[] answers)
    {
        (Request, Answers) = (request, answers);
        var yes = answers.Count(answer => answer.Entitled);
        Counts = new AnswerCounts(request.Counts.Rows, yes, request.Counts.Right - yes, request.Counts.Wrong);
    }

    public AnswerCounts Counts { get; }

    internal CheckedRequest Request { get; }

    /// <summary>At the places of <see cref="RequestRows.Rows"/>.</summary>
    internal ChildAnswer[] Answers { get; }

    public override string ToString() => Counts.ToString();
}
