using System.Globalization;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Audit;

/// <summary>Under which name a head is kept, for example <c>mechelen-2024_2026-03_2026-03-14</c>: the name of an evidence document has no slash.</summary>
public readonly record struct AuditHeadName(string Value)
{
    private const string DateForm = "yyyy-MM-dd";

    public static AuditHeadName Of(string chain, DateTimeOffset issuedAt) =>
        new(Prefix(chain) + issuedAt.UtcDateTime.ToString(DateForm, CultureInfo.InvariantCulture));

    /// <summary>What the names of all heads of a chain begin with.</summary>
    public static string Prefix(string chain) => chain.Replace('/', '_') + "_";

    /// <summary>Null where the text is no such name.</summary>
    public static AuditHeadName? Read(string text) =>
        text.Split('_') is [{ Length: > 0 }, { Length: 7 }, { Length: 10 } day] && DateOnly.TryParseExact(day, DateForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? new(text) : null;

    public string Chain => $"{Protocol}/{Value.Split('_')[1]}";

    public ProtocolId Protocol => new(Value.Split('_')[0]);

    /// <summary>The (UTC) day on which it was signed.</summary>
    public DateOnly Day => DateOnly.ParseExact(Value[^DateForm.Length..], DateForm, CultureInfo.InvariantCulture);

    public override string ToString() => Value;
}
