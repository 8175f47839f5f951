namespace Gegevensdeling.Protocols;

/// <summary>What each kind of exchange needs of its own.</summary>
internal static partial class ProtocolConsistency
{
    private static IEnumerable<PathReason> KindSettings(Protocol protocol)
    {
        foreach (var (kind, name, present) in new[]
        {
            (ProtocolKind.Referral, "doorverwijzing", protocol.Referral is not null),
            (ProtocolKind.Groeipakket, "groeipakket", protocol.Groeipakket is not null),
            (ProtocolKind.Debtors, "debiteuren", protocol.Debtors is not null),
        })
        {
            if (present && protocol.Kind != kind)
                yield return new($"$.{name}", $"'{name}' hoort niet bij deze soort");
            if (!present && protocol.Kind == kind)
                yield return new("$.soort", $"bij deze soort hoort een onderdeel '{name}'");
        }

        if (protocol.Kind == ProtocolKind.Referral && protocol.Agreement is null)
            yield return new("$.soort", "een doorverwijzing rust op een samenwerkingsovereenkomst (overweging C)");
    }

    /// <summary>An escalation comes after what it escalates.</summary>
    private static IEnumerable<PathReason> ReferralOrders(Protocol protocol)
    {
        if (protocol.Referral is not { } referral)
            yield break;
        var follow = referral.FollowUp;
        if (follow.UntakenHeadAfter <= follow.UntakenColleaguesAfter)
            yield return new("$.doorverwijzing.opvolging.nietOpgenomenHoofdNaWerkdagen", "het hoofd van de dienst komt na de collega's");
        if (follow.EscalationAfter < follow.ReminderEvery)
            yield return new("$.doorverwijzing.opvolging.escalatieNaWerkdagen", "de escalatie komt na de eerste herinnering");
        if (string.CompareOrdinal(referral.Territory.Brussels.First, referral.Territory.Brussels.Last) > 0)
            yield return new("$.doorverwijzing.gebied.brussel.tot", "de postcodes lopen niet op");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < referral.Territory.Postcodes.Count; index++)
        {
            var postcode = referral.Territory.Postcodes[index];
            if (!seen.Add(postcode))
                yield return new($"$.doorverwijzing.gebied.postcodes[{index}]", $"{postcode} staat er twee keer");
            if (referral.Territory.Brussels.Contains(postcode))
                yield return new($"$.doorverwijzing.gebied.postcodes[{index}]", $"{postcode} ligt in Brussel: daar is het CAW bevoegd");
        }

        if (referral.BroadIntake is { AgreementExists: true, Agreement: null })
            yield return new("$.doorverwijzing.gbo", "de GBO-overeenkomst bestaat: noem ze in 'overeenkomst'");
    }

    private static IEnumerable<PathReason> Assessment(Protocol protocol)
    {
        if (protocol.ImpactAssessment is { Done: true } done && (done.Date is null || done.Reference is null))
            yield return new("$.dpia", "een uitgevoerde DPIA heeft een 'datum' en een 'referentie'");
    }
}
