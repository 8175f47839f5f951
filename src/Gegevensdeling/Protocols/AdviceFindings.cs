namespace Gegevensdeling.Protocols;

/// <summary>The advice of each data protection officer: there, dated, and before the first signature (G3).</summary>
internal static class AdviceFindings
{
    public static IEnumerable<Finding> Check(Protocol protocol)
    {
        var signed = protocol.Signing.Signatures.Select(signature => signature.Date).Append(protocol.Signing.Date).Min();
        foreach (var advice in protocol.Advices)
        {
            var party = protocol.Party(advice.Party).Name;
            if (advice.Date is not { } date)
                yield return Blocking("advies-zonder-datum", $"Het advies van de functionaris voor gegevensbescherming van {party} heeft geen datum.", "Vraag de datum waarop de functionaris het advies bevestigde.");
            else if (date > signed)
                yield return Blocking("advies-na-ondertekening", $"Het advies van de functionaris voor gegevensbescherming van {party} is later dan de ondertekening.", "Laat het protocol opnieuw ondertekenen na het advies.");
            if (advice.Sense == AdviceSense.Negative)
                yield return Blocking("advies-negatief", $"Het advies van de functionaris voor gegevensbescherming van {party} is negatief.", "Kom aan de bezwaren tegemoet en vraag een nieuw advies.");

            Finding Blocking(string code, string text, string todo) =>
                new(code, advice.Party.Value, protocol.Cite(advice), FindingSeverity.Blocking, text, todo);
        }
    }
}
