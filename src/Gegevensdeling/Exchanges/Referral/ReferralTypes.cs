using System.Text.Json.Serialization;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>
/// The consent that carries a referral (recital C, article 5). It is the condition of article 10/1's own legal ground, not
/// automatically consent under GDPR 6(1)(a).
/// </summary>
/// <param name="GivenOn">The day on which the client agreed, in Belgium.</param>
/// <param name="Form">How the client said so.</param>
/// <param name="InformedOn">What the client was told beforehand: every code of the list.</param>
public sealed record ConsentRecord(
    [property: JsonPropertyName("op")] DateOnly GivenOn,
    [property: JsonPropertyName("vorm")] ConsentForm Form,
    [property: JsonPropertyName("geinformeerdOver")] IReadOnlyList<InformedOn> InformedOn);

/// <summary>How consent was given.</summary>
public enum ConsentForm
{
    [JsonStringEnumMemberName("mondeling")] Oral,
    [JsonStringEnumMemberName("schriftelijk")] Written,
}

/// <summary>What a client must have been told to be 'voldoende geïnformeerd' (R5).</summary>
public enum InformedOn
{
    [JsonStringEnumMemberName("welke-gegevens")] WhichData,
    [JsonStringEnumMemberName("aan-wie")] ToWhom,
    [JsonStringEnumMemberName("waarvoor")] WhatFor,
    [JsonStringEnumMemberName("wat-ermee-gebeurt")] WhatHappens,
    [JsonStringEnumMemberName("wat-te-verwachten")] WhatToExpect,
}

/// <summary>Why a referral is not for this OCMW: a code, no free text (G19).</summary>
public enum NotForUsReason
{
    [JsonStringEnumMemberName("andere-gemeente")] OtherMunicipality,
    [JsonStringEnumMemberName("verhuisd")] Moved,
    [JsonStringEnumMemberName("andere-dienst")] OtherService,
}

/// <summary>Why a key is given up (W6).</summary>
public enum KeyLostReason
{
    [JsonStringEnumMemberName("verloren")] Lost,
    [JsonStringEnumMemberName("verkeerd-genoteerd")] WrittenWrong,
    [JsonStringEnumMemberName("mogelijk-gekend")] MaybeKnown,
}

/// <summary>What somebody is reminded of.</summary>
public enum Reminder
{
    [JsonStringEnumMemberName("niet-geopend")] Unopened,
    [JsonStringEnumMemberName("niet-opgenomen")] Untaken,
    [JsonStringEnumMemberName("niet-geopend-diensthoofd")] UnopenedHeadOfService,
    [JsonStringEnumMemberName("contact-en-uitkomst")] ContactAndOutcome,
    [JsonStringEnumMemberName("contact-en-uitkomst-diensthoofd")] OutcomeHeadOfService,
    [JsonStringEnumMemberName("onbereikbaar-beslissen")] DecideUnreachable,
    [JsonStringEnumMemberName("verklaring-wissing")] Declaration,
}

/// <summary>
/// The terms of one protocol that decide a referral's course, in Belgian working days (W20); none has a value in code. An instance
/// keeps the terms it started with.
/// </summary>
/// <param name="UnopenedAfter">Unopened: the sender telephones (W3).</param>
/// <param name="UntakenAfter">Untaken: the colleagues are told (W4).</param>
/// <param name="UntakenHeadAfter">Still unopened: the head of service is told (W4).</param>
/// <param name="ReminderEvery">Between two reminders while contact, outcome or declaration is missing (R9, R14).</param>
/// <param name="EscalationAfter">Without outcome: the head of service is told.</param>
/// <param name="UnreachableAfter">The OCMW's own term after which a worker may decide 'onbereikbaar' (W10).</param>
/// <param name="KeyReminders">When a key handover that hangs is reported, counted from its last step (F4).</param>
public sealed record ReferralTerms(
    int UnopenedAfter,
    int UntakenAfter,
    int UntakenHeadAfter,
    int ReminderEvery,
    int EscalationAfter,
    int UnreachableAfter,
    IReadOnlyList<int> KeyReminders)
{
    /// <exception cref="InvalidOperationException">The protocol regulates no referral.</exception>
    public static ReferralTerms Of(Protocol protocol)
    {
        var followUp = (protocol.Referral ?? throw new InvalidOperationException("No protocol for referrals")).FollowUp;
        return new(
            followUp.UnopenedAfter,
            followUp.UntakenColleaguesAfter,
            followUp.UntakenHeadAfter,
            followUp.ReminderEvery,
            followUp.EscalationAfter,
            followUp.UnreachableAfter,
            protocol.Flows[0].Key?.ReminderWorkingDays ?? throw new InvalidOperationException("No key handover in this protocol"));
    }
}
