namespace Gegevensdeling.Documents.Worksheets;

/// <summary>
/// The texts that cells point to by number. They lie in one array, so that a million of them cost their characters and not a million objects.
/// </summary>
internal sealed class SharedStrings(WorksheetLimits limits)
{
    private char[] characters = [];
    private int[] ends = [];
    private int length;

    public int Count { get; private set; }

    public void Add(ReadOnlySpan<char> text)
    {
        if (Count == limits.SharedStrings || text.Length > limits.CellCharacters || length + text.Length > limits.SharedCharacters)
            throw new WorksheetException(WorksheetFault.TooLarge);
        if (Count == ends.Length)
            Array.Resize(ref ends, Math.Max(256, ends.Length * 2));
        if (length + text.Length > characters.Length)
            Array.Resize(ref characters, Math.Max(length + text.Length, Math.Max(4_096, characters.Length * 2)));
        text.CopyTo(characters.AsSpan(length));
        length += text.Length;
        ends[Count++] = length;
    }

    /// <summary>The text of that number; a number that the table does not have is damage.</summary>
    public ReadOnlySpan<char> At(long index)
    {
        if (index < 0 || index >= Count)
            throw new WorksheetException(WorksheetFault.Damaged);
        var from = index == 0 ? 0 : ends[index - 1];
        return characters.AsSpan(from, ends[index] - from);
    }
}
