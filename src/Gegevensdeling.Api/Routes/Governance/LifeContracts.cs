using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Routes.Governance;

public sealed record AdviceBody
{
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("strekking")]
    public required AdviceSense Sense { get; init; }

    /// <summary>The day on which the officer confirmed it.</summary>
    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }

    /// <summary>Where the advice can be read; never its text.</summary>
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record SignatureBody
{
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    /// <summary>As it stands below the text.</summary>
    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("functie")]
    public required string Office { get; init; }

    /// <summary>The decision or delegation from which the mandate follows.</summary>
    [JsonPropertyName("mandaat")]
    public required string Mandate { get; init; }

    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }
}

public sealed record PublicationBody
{
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("url")]
    public required string Url { get; init; }

    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }
}

public sealed record MailboxBody
{
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    /// <summary>By function, never a person's name.</summary>
    [JsonPropertyName("gelezenDoor")]
    public required string ReadBy { get; init; }

    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }
}

public sealed record AcceptanceBody
{
    [JsonPropertyName("versie")]
    public required int Version { get; init; }

    [JsonPropertyName("code")]
    public required string Code { get; init; }

    [JsonPropertyName("onderwerp")]
    public string? Subject { get; init; }

    [JsonPropertyName("waarom")]
    public required string Why { get; init; }
}

public sealed record SuspensionBody
{
    [JsonPropertyName("reden")]
    public required SuspensionReason Reason { get; init; }
}

public sealed record InvestigationBody
{
    [JsonPropertyName("uitkomst")]
    public required InvestigationOutcome Outcome { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record ReleaseBody
{
    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record NoticeBody
{
    [JsonPropertyName("op")]
    public required DateOnly On { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

public sealed record EndBody
{
    [JsonPropertyName("oorzaak")]
    public required EndCause Cause { get; init; }

    [JsonPropertyName("vanaf")]
    public required DateOnly From { get; init; }

    [JsonPropertyName("kenmerk")]
    public required string Reference { get; init; }
}

/// <summary>How a protocol stands: what is in force, and every step so far.</summary>
/// <param name="InForce">The version under which something new begins; null where none does.</param>
/// <param name="Refusal">Why nothing may go now, in Dutch; null where it may.</param>
/// <param name="LastDay">The last day on which data may go, where an end is known.</param>
public sealed record LifeAnswer(
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("inWerking")] int? InForce,
    [property: JsonPropertyName("weigering")] string? Refusal,
    [property: JsonPropertyName("laatsteDag")] DateOnly? LastDay,
    [property: JsonPropertyName("bevindingen")] IReadOnlyList<FindingLine> Findings,
    [property: JsonPropertyName("stappen")] IReadOnlyList<LifeLine> Steps);

/// <param name="Version">Null for what concerns every version.</param>
public sealed record LifeLine(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("versie")] int? Version,
    [property: JsonPropertyName("stap")] string Step,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("functie")] string Role);

/// <summary>A finding of the linter in the latest version that nobody accepted yet.</summary>
public sealed record FindingLine(
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("onderwerp")] string? Subject,
    [property: JsonPropertyName("artikel")] string Article,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("watTeDoen")] string WhatToDo);
