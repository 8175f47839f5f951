using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Where what stands in the worksheet of the answer, as the protocol file says: only the fields of the flow that have a column (P6, P7, X8).</summary>
internal sealed record AnswerLayout
{
    private AnswerLayout(Protocol protocol)
    {
        var answer = protocol.Flows.Single(flow => flow.Code == GroeipakketSettings.AnswerFlow);
        var fields = protocol.Fields.Where(field => answer.Fields.Contains(field.Code)).ToDictionary(field => field.Code, StringComparer.Ordinal);
        Right = Columns(fields, GroeipakketSettings.RightField)[0];
        Beneficiaries = Columns(fields, GroeipakketSettings.BeneficiaryField);
        Period = Columns(fields, GroeipakketSettings.PeriodField) is [var period, ..] ? period : null;
        (Yes, No) = (fields[GroeipakketSettings.RightField].Values![0], fields[GroeipakketSettings.RightField].Values![1]);
        Width = 1 + Math.Max(Math.Max(Right, Period ?? 0), Beneficiaries.Max());
    }

    /// <summary>0 is A, the child's.</summary>
    public int Right { get; }

    public IReadOnlyList<int> Beneficiaries { get; }

    /// <summary>Null where the file gives the period of payment no column: then it is not delivered.</summary>
    public int? Period { get; }

    /// <summary>Columns, the child's included.</summary>
    public int Width { get; }

    public string Yes { get; }

    public string No { get; }

    /// <param name="protocol">One that <see cref="ProtocolFile"/> read: what it must say of itself is checked there.</param>
    public static AnswerLayout Of(Protocol protocol) => new(protocol);

    /// <summary>The letter of a column, for people.</summary>
    public static char Letter(int column) => (char)('A' + column);

    /// <summary>What stands above a column where the requester put a heading above its own.</summary>
    public string Heading(int column) =>
        column == Right ? "Recht op sociale toeslag"
        : column == Period ? "Betalingsperiode"
        : Beneficiaries.Count == 1 ? "Begunstigde"
        : $"Begunstigde {Beneficiaries.ToList().IndexOf(column) + 1}";

    private static List<int> Columns(Dictionary<string, DataField> fields, string code) =>
        fields.TryGetValue(code, out var field) ? [.. (field.Columns ?? []).Select(letter => letter[0] - 'A')] : [];
}
