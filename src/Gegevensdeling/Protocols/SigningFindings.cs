namespace Gegevensdeling.Protocols;

/// <summary>Who signed when, against what the text says of itself.</summary>
internal static class SigningFindings
{
    /// <summary>A signature before the day on which the text says it was drawn up (X3).</summary>
    public static IEnumerable<Finding> DrawnUp(Protocol protocol) =>
        from signature in protocol.Signing.Signatures
        where signature.Date < protocol.Signing.Date
        select new Finding(
            FindingCodes.SignedBeforeDrawnUp, signature.Party.Value, protocol.Cite(signature), FindingSeverity.Blocking,
            $"Een handtekening voor {protocol.Party(signature.Party).Name} is ouder dan 'opgemaakt op'.",
            "Ga na welke datum klopt; onderteken zo nodig opnieuw.");

    /// <summary>In force before it was signed (X9).</summary>
    public static IEnumerable<Finding> Retroactive(Protocol protocol)
    {
        var last = protocol.Signing.Signatures.Select(signature => signature.Date).Append(protocol.Signing.Date).Max();
        if (protocol.Duration.Start.Date < last)
        {
            yield return new(
                FindingCodes.Retroactive, null, protocol.Cite(protocol.Duration.Start), FindingSeverity.Blocking,
                "Het protocol treedt in werking voor het ondertekend is.",
                "Deel geen gegevens voor de ondertekening; pas de datum van inwerkingtreding aan.");
        }
    }

    /// <summary>A party that did not sign, signers who are no representatives (X3), and representatives who do not sign although another does (X16).</summary>
    public static IEnumerable<Finding> Signers(Protocol protocol)
    {
        foreach (var party in protocol.Parties)
        {
            var representatives = party.Representatives.Select(representative => representative.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var signers = protocol.Signing.Signatures.Where(signature => signature.Party == party.Id).Select(signature => signature.Name).ToList();
            if (signers.Exists(signer => !representatives.Contains(signer)))
            {
                yield return Blocking(
                    FindingCodes.SignerNoRepresentative, $"Voor {party.Name} tekent iemand die het protocol niet als vertegenwoordiger noemt.",
                    "Vraag de delegatie of de beslissing waaruit het mandaat blijkt.");
            }
            else if (signers.Count == 0)
            {
                yield return Blocking(FindingCodes.SignatureMissing, $"{party.Name} heeft het protocol niet ondertekend.", "Laat het protocol ondertekenen en noteer wie tekende, wanneer en met welk mandaat.");
            }
            else if (!representatives.IsSubsetOf(signers))
            {
                yield return Blocking(
                    FindingCodes.RepresentativeDoesNotSign, $"{party.Name} heeft volgens het protocol meer vertegenwoordigers dan er tekenen.",
                    "Ga na of één handtekening volgens de procedure van deze partij volstaat.");
            }

            Finding Blocking(string code, string text, string todo) =>
                new(code, party.Id.Value, protocol.Cite(protocol.Signing), FindingSeverity.Blocking, text, todo);
        }
    }

    /// <summary>The text names an agreement that did not exist yet when it was signed (X5).</summary>
    public static IEnumerable<Finding> AgreementAfterSigning(Protocol protocol)
    {
        if (protocol.Agreement is { } agreement && agreement.Date > protocol.Signing.Date)
        {
            yield return new(
                FindingCodes.AgreementAfterSigning, null, protocol.Cite(agreement), FindingSeverity.Blocking,
                "Het protocol verwijst naar een samenwerkingsovereenkomst die later gesloten is dan het protocol zelf.",
                "Ga na of de overeenkomst er is, en sinds wanneer; voor die dag gaat er geen doorverwijzing.");
        }
    }
}
