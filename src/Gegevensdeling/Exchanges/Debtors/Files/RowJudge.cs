using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors.Files;

/// <summary>Judges the rows of one file and gathers what is right; one wrong row refuses the whole.</summary>
internal abstract class RowJudge<T>(Protocol protocol, string flow, int most)
{
    /// <summary>What a row of the largest workbooks takes, unpacked, with room to spare.</summary>
    private const long BytesOfARow = 600;

    private const int CharactersOfARow = 64;

    /// <summary>Rows that hold no person: the heading, and some that were only formatted.</summary>
    private const int RowsBeside = 1_000;

    protected Protocol Protocol { get; } = protocol;

    public ReportLines Lines { get; } = new();

    /// <summary>Rows with content, without the heading.</summary>
    public int Rows { get; private set; }

    /// <summary>The phase of the protocol that the file belongs to stands behind all that is asked of it.</summary>
    public string Article { get; } = protocol.Cite(protocol.Flows.Single(one => one.Code == flow));

    public int Most { get; } = most;

    public abstract IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>What the rows are, in Dutch: one of them and more.</summary>
    public abstract (string One, string Many) What { get; }

    public WorksheetLimits Limits
    {
        get
        {
            var usual = WorksheetLimits.Default;
            return usual with
            {
                Columns = Columns.Count,
                Rows = Math.Max(usual.Rows, Math.Min(1_048_576, Most + RowsBeside)),
                UnpackedBytes = Math.Max(usual.UnpackedBytes, Math.Min(1L << 30, Most * BytesOfARow)),
                SharedStrings = Math.Max(usual.SharedStrings, Math.Min(4_194_304, Most * 4)),
                SharedCharacters = Math.Max(usual.SharedCharacters, Math.Min(128 << 20, Most * CharactersOfARow)),
            };
        }
    }

    /// <summary>Null, or why the file cannot be of this protocol, whatever its rows are.</summary>
    public virtual Refusal? Refuse(SheetColumns columns) => null;

    public void Count() => Rows++;

    public abstract void Judge(WorksheetRow row, SheetColumns columns);

    public abstract T Table(FileReport report);

    /// <summary>The sentence above the report of a file that is right.</summary>
    public virtual string Summary => $"{DutchCount.Say(Rows, What.One, What.Many)}; {DutchCount.Say(Lines.Warnings, "waarschuwing", "waarschuwingen")}.";

    /// <summary>Why the rows refuse the file.</summary>
    public virtual Refusal Wrong() => DebtorRefusals.WrongRows(Article, Lines.Errors);

    /// <summary>Adds what is wrong with a cell, if anything, and says whether it is right.</summary>
    protected bool IsRight(int row, CellFault? fault)
    {
        if (fault is { } wrong)
            Lines.Error(row, wrong.Code, wrong.Text);
        return fault is null;
    }
}

/// <summary>What is wrong with one cell.</summary>
/// <param name="Code">A stable word in kebab-case.</param>
/// <param name="Text">A Dutch sentence without what stands there.</param>
internal readonly record struct CellFault(string Code, string Text);
