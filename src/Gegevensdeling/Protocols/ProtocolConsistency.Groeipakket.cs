namespace Gegevensdeling.Protocols;

/// <summary>What a Groeipakket protocol must say so that a request can be answered in the requester's own file (P6, P7, P15).</summary>
internal static partial class ProtocolConsistency
{
    private static IEnumerable<PathReason> Groeipakket(Protocol protocol) => protocol.Groeipakket is not { } settings ? [] :
    [
        .. Ages(settings),
        .. AskedAndAnswered(protocol, settings),
        .. AnswerColumns(protocol, settings),
    ];

    private static IEnumerable<PathReason> Ages(GroeipakketSettings settings)
    {
        if (settings.AgeFrom >= settings.AgeTo)
            yield return new("$.groeipakket.leeftijdTot", "de leeftijd loopt niet op");
        if (settings.FollowUp.HeadAfter <= settings.FollowUp.ReceiptAfter)
            yield return new("$.groeipakket.opvolging.hoofdNaWerkdagen", "het hoofd van de dienst komt na de dienst zelf");
    }

    private static IEnumerable<PathReason> AskedAndAnswered(Protocol protocol, GroeipakketSettings settings)
    {
        if (protocol.Flows.FirstOrDefault(flow => flow.Code == GroeipakketSettings.RequestFlow) is not { } request)
            yield return new("$.stromen", $"de stroom '{GroeipakketSettings.RequestFlow}' ontbreekt");
        else if (!request.Fields.SequenceEqual([GroeipakketSettings.ChildField]))
            yield return new($"$.stromen[{request.Phase - 1}].gegevens", $"de aanvraag bevat '{GroeipakketSettings.ChildField}' en niets anders");

        if (protocol.Flows.FirstOrDefault(flow => flow.Code == GroeipakketSettings.AnswerFlow) is not { } answer)
        {
            yield return new("$.stromen", $"de stroom '{GroeipakketSettings.AnswerFlow}' ontbreekt");
            yield break;
        }

        if (!answer.To.Contains(settings.Service))
            yield return new("$.groeipakket.dienst", $"'{settings.Service}' krijgt het antwoord niet: noem een ontvanger van de stroom '{GroeipakketSettings.AnswerFlow}'");
        foreach (var field in Required.Where(field => !answer.Fields.Contains(field)))
            yield return new($"$.stromen[{answer.Phase - 1}].gegevens", $"'{field}' ontbreekt");
        foreach (var field in answer.Fields.Where(field => field != GroeipakketSettings.PeriodField && !Required.Contains(field)))
            yield return new($"$.stromen[{answer.Phase - 1}].gegevens", $"van '{field}' is niet bekend hoe het antwoord het vult");
    }

    private static readonly string[] Required = [GroeipakketSettings.ChildField, GroeipakketSettings.RightField, GroeipakketSettings.BeneficiaryField];

    private static IEnumerable<PathReason> AnswerColumns(Protocol protocol, GroeipakketSettings settings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < protocol.Fields.Count; index++)
        {
            var (field, path) = (protocol.Fields[index], $"$.gegevens[{index}]");
            foreach (var column in (field.Columns ?? []).Where(column => !seen.Add(column)))
                yield return new($"{path}.kolommen", $"kolom {column} is al van een ander gegeven");
            if (ColumnCount(field, settings) is { } reason)
                yield return new($"{path}.kolommen", reason);
            if (field.Code == GroeipakketSettings.RightField && (field.Values is not { Count: 2 } values || !AreTwoWords(values)))
                yield return new($"{path}.waarden", "twee verschillende woorden in kleine letters: eerst dat voor wel recht, dan dat voor geen recht");
        }

        if (seen.Count > 0 && (seen.Count != seen.Max()![0] - 'A' + 1 || seen.Min() != "A"))
            yield return new("$.gegevens", "de kolommen sluiten op elkaar aan, vanaf A");
    }

    private static string? ColumnCount(DataField field, GroeipakketSettings settings) => field.Code switch
    {
        GroeipakketSettings.ChildField when field.Columns is not ["A"] => "de nummers van de kinderen staan in kolom A",
        GroeipakketSettings.RightField when field.Columns is not { Count: 1 } => "dit gegeven heeft één kolom",
        GroeipakketSettings.BeneficiaryField when field.Columns?.Count != settings.MostBeneficiaries => $"er zijn hoogstens {settings.MostBeneficiaries} begunstigden: evenveel kolommen",
        GroeipakketSettings.PeriodField when field.Columns is { Count: > 1 } => "dit gegeven heeft hoogstens één kolom",
        _ => null,
    };

    private static bool AreTwoWords(IReadOnlyList<string> values) =>
        values[0] != values[1] && values.All(value => value.Length > 0 && value.All(char.IsAsciiLetterLower));
}
