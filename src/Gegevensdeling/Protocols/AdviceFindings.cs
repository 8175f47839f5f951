namespace Gegevensdeling.Protocols;

/// <summary>The advice of each data protection officer: there, dated, before the first signature and before anything may go (G3).</summary>
internal static class AdviceFindings
{
    public static IEnumerable<Finding> Check(Protocol protocol)
    {
        var signed = protocol.Signing.Signatures.Select(signature => signature.Date).Append(protocol.Signing.Date).Min();
        foreach (var advice in protocol.Advices)
        {
            var officer = $"Het advies van de functionaris voor gegevensbescherming van {protocol.Party(advice.Party).Name}";
            if (advice.Date is not { } date)
                yield return Blocking(FindingCodes.AdviceUndated, $"{officer} heeft geen datum.", "Vraag de datum waarop de functionaris het advies bevestigde.");
            else if (date > signed)
                yield return Blocking(FindingCodes.AdviceAfterSigning, $"{officer} is later dan de ondertekening.", "Laat het protocol opnieuw ondertekenen na het advies.");
            else if (date > protocol.Duration.Start.Date)
                yield return Blocking(FindingCodes.AdviceAfterStart, $"{officer} is later dan de inwerkingtreding.", "Laat het protocol pas in werking treden na het advies; ga na wat er voordien al gedeeld is.");
            if (advice.Sense == AdviceSense.Negative)
                yield return Blocking(FindingCodes.AdviceNegative, $"{officer} is negatief.", "Kom aan de bezwaren tegemoet en vraag een nieuw advies.");

            Finding Blocking(string code, string text, string todo) =>
                new(code, advice.Party.Value, protocol.Cite(advice), FindingSeverity.Blocking, text, todo);
        }
    }
}
