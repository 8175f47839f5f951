using Gegevensdeling.Exchanges.Kinds;

namespace Gegevensdeling.Api.Routes.Debtors;

/// <summary>A file for one reader, once.</summary>
internal static class DebtorAnswers
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Csv = "text/csv";
    public const string Zip = "application/zip";

    public static ApiAnswer File(Reading<MemoryStream> shown, string mediaType, string fileName) => shown switch
    {
        Reading<MemoryStream>.Shown { Value: var content } => new ApiAnswer.Content(mediaType, fileName, async (target, token) =>
        {
            await using (content)
                await content.CopyToAsync(target, token);
        }),
        Reading<MemoryStream>.Refused refused => ApiAnswer.Refuse(refused.Refusal),
        _ => throw new InvalidOperationException(shown.GetType().Name),
    };
}
