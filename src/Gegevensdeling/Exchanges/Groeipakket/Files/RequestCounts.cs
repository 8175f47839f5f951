namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>A request in figures.</summary>
/// <param name="Rows">With content, without a heading.</param>
/// <param name="Right">Of them, those that are answered.</param>
/// <param name="Wrong">Of them, those that are not.</param>
/// <param name="Warnings">Remarks on rows that are answered, or between rows.</param>
public sealed record RequestCounts(int Rows, int Right, int Wrong, int Warnings);

/// <summary>An answer in figures.</summary>
/// <param name="Rows">Those of the request, without a heading.</param>
/// <param name="Yes">Children with a right.</param>
/// <param name="No">Children without.</param>
/// <param name="Skipped">Rows that were wrong in the request.</param>
public sealed record AnswerCounts(int Rows, int Yes, int No, int Skipped);

/// <summary>An export for vouchers in figures.</summary>
/// <param name="Beneficiaries">Written.</param>
/// <param name="Elsewhere">Left out because they are not on the list of inhabitants.</param>
/// <param name="Children">Entitled children of all of them, each once.</param>
/// <param name="UnreadableInhabitants">Rows of the list of inhabitants that hold no INSZ.</param>
public sealed record VoucherCounts(int Beneficiaries, int Elsewhere, int Children, int UnreadableInhabitants);
