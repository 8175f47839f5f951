using System.Text.Json.Serialization;
using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Breaches;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The form that anybody fills in within a minute. No free text: nobody's data can stand in it.</summary>
public sealed record BreachReportBody
{
    [JsonPropertyName("opgemerkt")]
    public required DateTimeOffset NoticedAt { get; init; }

    [JsonPropertyName("soort")]
    public required BreachSort Sort { get; init; }

    /// <summary>The reference of the exchange; left out for the whole protocol.</summary>
    [JsonPropertyName("verwijzing")]
    public ExchangeId? Exchange { get; init; }

    [JsonPropertyName("duurtVoort")]
    public required bool GoesOn { get; init; }

    [JsonPropertyName("wijze")]
    public required MannerWord Manner { get; init; }
}

public sealed record ConsultBody
{
    [JsonPropertyName("op")]
    public required DateTimeOffset HeldAt { get; init; }

    [JsonPropertyName("deelnemers")]
    public required IReadOnlyList<ConsultParticipantBody> Participants { get; init; }

    [JsonPropertyName("beslissingen")]
    public required IReadOnlyList<ConsultDecision> Decisions { get; init; }

    /// <summary>Where the minutes can be read.</summary>
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record ConsultParticipantBody
{
    /// <summary>Left out for the operator of the system only.</summary>
    [JsonPropertyName("partij")]
    public PartyId? Party { get; init; }

    [JsonPropertyName("mandaat")]
    public required ConsultMandate Mandate { get; init; }
}

public sealed record RiskBody
{
    [JsonPropertyName("aard")]
    public required IReadOnlyList<BreachNature> Nature { get; init; }

    [JsonPropertyName("gevoeligheid")]
    public required Sensitivity Sensitivity { get; init; }

    [JsonPropertyName("kans")]
    public required Likelihood Likelihood { get; init; }

    [JsonPropertyName("gevolg")]
    public required Impact Impact { get; init; }
}

public sealed record AuthorityBody
{
    [JsonPropertyName("toezichthouder")]
    public required SupervisoryAuthority Authority { get; init; }

    [JsonPropertyName("op")]
    public required DateTimeOffset ToldAt { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }

    /// <summary>The controller, where one mandate serves several; one's own otherwise.</summary>
    [JsonPropertyName("partij")]
    public PartyId? For { get; init; }
}

public sealed record NoNotificationBody
{
    [JsonPropertyName("reden")]
    public required NoNotificationReason Reason { get; init; }

    [JsonPropertyName("partij")]
    public PartyId? For { get; init; }
}

public sealed record MeasuresBody
{
    [JsonPropertyName("maatregelen")]
    public required IReadOnlyList<BreachMeasure> Measures { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record PersonsBody
{
    [JsonPropertyName("inlichten")]
    public required bool Tell { get; init; }

    /// <summary>Why they are not told.</summary>
    [JsonPropertyName("grond")]
    public NoPersonsGround? Ground { get; init; }

    [JsonPropertyName("kenmerk")]
    public string? Reference { get; init; }

    [JsonPropertyName("partij")]
    public PartyId? For { get; init; }
}

public sealed record DismissalBody
{
    [JsonPropertyName("reden")]
    public required DismissalReason Reason { get; init; }
}
