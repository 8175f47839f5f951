using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Protocols;

/// <summary>How long what is kept, by whom, and from when (art. 3).</summary>
public sealed record Retention : Sourced
{
    [JsonPropertyName("termijnen"), MinLength(1)]
    public required IReadOnlyList<RetentionRule> Rules { get; init; }

    [JsonPropertyName("historiek"), Description("De historiek van de motor: ids en toestanden, geen persoonsgegevens.")]
    public required HistoryTerm History { get; init; }

    [JsonPropertyName("medewerkersnamen"), Description("Namen van medewerkers achter ontvangstbewijzen en logregels.")]
    public required StaffNamesTerm StaffNames { get; init; }
}

/// <summary>One retention of one party.</summary>
public sealed record RetentionRule : Sourced
{
    [JsonPropertyName("code"), RegularExpression(Patterns.Word)]
    public required string Code { get; init; }

    [JsonPropertyName("partijen"), MinLength(1)]
    public required IReadOnlyList<PartyId> Parties { get; init; }

    [JsonPropertyName("einde")]
    public required RetentionEnd End { get; init; }

    [JsonPropertyName("termijn")]
    public Term? Term { get; init; }

    [JsonPropertyName("begin"), Description("Vanaf wanneer de termijn loopt; verplicht bij een termijn.")]
    public RetentionStart? Start { get; init; }

    [JsonPropertyName("inDitSysteem"), Description("Onwaar waar de bewaring buiten dit systeem ligt (het cliëntdossier).")]
    public required bool InThisSystem { get; init; }

    [JsonPropertyName("tekst"), MinLength(1)]
    public required string Text { get; init; }
}

/// <summary>A number of hours, days, months or years; part of a rule, so with that source.</summary>
public sealed record Term
{
    [JsonPropertyName("aantal"), Range(1, 1000)]
    public required int Count { get; init; }

    [JsonPropertyName("eenheid")]
    public required TermUnit Unit { get; init; }
}

public sealed record HistoryTerm : Sourced
{
    [JsonPropertyName("dagen"), Range(1, 3650)]
    public required int Days { get; init; }
}

/// <summary>Staff names have a retention term of their own (W23).</summary>
public sealed record StaffNamesTerm : Sourced
{
    [JsonPropertyName("jaren"), Range(1, 30)]
    public required int Years { get; init; }
}
