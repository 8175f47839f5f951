using Gegevensdeling.Exchanges.Files;

namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>Why an extract is refused, and where.</summary>
/// <param name="Line">From 1; 0 where it is the file as a whole.</param>
/// <param name="Column">The name of our own that the header lacks or the row has wrong, or null; never a value of the file.</param>
internal sealed record ExtractProblem(ExtractFault Fault, long Line, string? Column = null);

internal enum ExtractFault
{
    Empty,
    OtherEncoding,
    NoHeader,
    MissingColumn,
    UnknownColumn,
    OtherOrder,
    NotText,
    LineTooLong,
    EmptyLine,
    FewerColumns,
    MoreColumns,
    Insz,
    Date,
    DateOrder,
    CutOff,
    NoRows,
    TooManyBeneficiaries,
}

/// <summary>What is said of each fault.</summary>
internal static class ExtractWords
{
    public static string Code(ExtractFault fault) => fault switch
    {
        ExtractFault.Empty or ExtractFault.NoRows => "uittreksel-leeg",
        ExtractFault.OtherEncoding or ExtractFault.NotText => "uittreksel-geen-csv",
        ExtractFault.NoHeader or ExtractFault.MissingColumn or ExtractFault.UnknownColumn or ExtractFault.OtherOrder => "uittreksel-kolommen",
        ExtractFault.LineTooLong or ExtractFault.EmptyLine or ExtractFault.FewerColumns => "uittreksel-regel",
        ExtractFault.MoreColumns or ExtractFault.TooManyBeneficiaries => "uittreksel-begunstigden",
        ExtractFault.Insz => "uittreksel-insz",
        ExtractFault.Date or ExtractFault.DateOrder => "uittreksel-datum",
        ExtractFault.CutOff => "uittreksel-afgekapt",
        _ => throw new InvalidOperationException("a fault of another kind"),
    };

    public static string Text(ExtractProblem problem)
    {
        var place = problem.Line == 0 ? string.Empty : $", regel {DutchCount.Say(problem.Line)}";
        return $"Het uittreksel van het kadaster is geweigerd{place}: {Reason(problem)}. Er is niets van gebruikt.";
    }

    private static string Reason(ExtractProblem problem) => problem.Fault switch
    {
        ExtractFault.Empty => "het bestand is leeg",
        ExtractFault.OtherEncoding => "het is geen tekst in UTF-8",
        ExtractFault.NoHeader => $"de eerste regel moet de kolommen noemen: {ExtractHeader.Text}",
        ExtractFault.MissingColumn => $"de kolom {problem.Column} ontbreekt; verwacht is {ExtractHeader.Text}",
        ExtractFault.UnknownColumn => $"er is een kolom te veel; verwacht is {ExtractHeader.Text}",
        ExtractFault.OtherOrder => $"de kolommen staan in een andere volgorde; verwacht is {ExtractHeader.Text}",
        ExtractFault.NotText => "er staan tekens die in dit bestand niet voorkomen",
        ExtractFault.LineTooLong => "de regel is te lang",
        ExtractFault.EmptyLine => "de regel is leeg",
        ExtractFault.FewerColumns => "de regel heeft te weinig kolommen",
        ExtractFault.MoreColumns => "de regel heeft meer kolommen, of meer dan twee begunstigden",
        ExtractFault.Insz => $"in {problem.Column} staat geen geldige INSZ van elf cijfers",
        ExtractFault.Date => $"in {problem.Column} staat geen datum van de vorm jjjj-mm-dd",
        ExtractFault.DateOrder => "recht_tot ligt voor recht_van",
        ExtractFault.CutOff => "het bestand houdt midden in een regel op; het is niet volledig",
        ExtractFault.NoRows => "er staat geen enkele rij in",
        ExtractFault.TooManyBeneficiaries => "het kind heeft voor dezelfde periode meer begunstigden dan het protocol toelaat",
        _ => throw new InvalidOperationException("a fault of another kind"),
    };
}
