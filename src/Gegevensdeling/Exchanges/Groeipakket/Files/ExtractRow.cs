namespace Gegevensdeling.Exchanges.Groeipakket.Files;

/// <summary>One child and period of entitlement with the beneficiaries of that period; no record, so that nothing prints it.</summary>
/// <param name="child">An INSZ.</param>
/// <param name="from">First day, as a day number.</param>
/// <param name="to">Last day, inclusive, as a day number; <see cref="Open"/> while it runs.</param>
/// <param name="first">An INSZ.</param>
/// <param name="second">An INSZ, or 0 where there is one beneficiary.</param>
internal readonly struct ExtractRow(long child, int from, int to, long first, long second)
{
    public const int Open = int.MaxValue;

    public long Child { get; } = child;

    public int From { get; } = from;

    public int To { get; } = to;

    public long First { get; } = first;

    public long Second { get; } = second;
}
