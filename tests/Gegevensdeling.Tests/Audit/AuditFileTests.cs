using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Gegevensdeling.Audit;
using Gegevensdeling.TestKit;
using Gegevensdeling.Tests.Evidence;
using Xunit;

namespace Gegevensdeling.Tests.Audit;

/// <summary>A chain as lines of a file: whatever is changed in it is found, at its first bad entry.</summary>
[Requirement("F9", "D17")]
public sealed class AuditFileTests
{
    private const int Length = 12;

    private static readonly List<ChainedAuditEvent> Chain = AuditSamples.Chain(Length);

    private static readonly AuditHead[] Heads = [AuditHead.Issue(Chain[4].Tip, Samples.Noon), AuditHead.Issue(Chain[^1].Tip, Samples.Noon.AddDays(1))];

    private static readonly string[] Lines = [.. Chain.Select(AuditLine.Write)];

    [Fact]
    public async Task A_file_that_nobody_touched_is_whole_in_both_forms_of_a_line()
    {
        Assert.Equal(Length, Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(Lines)).Count);
        Assert.Equal(Length, Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(Chain.Select(entry => $"{entry.Hash} {AuditJson.Write(entry)}"))).Count);
        Assert.Equal("voorbeeld-2026/2026-03", AuditFile.ChainOf(Encoding.UTF8.GetBytes(Lines[0] + "\n")));
        Assert.Null(AuditFile.ChainOf("{}"u8));
    }

    [Property(MaxTest = 1000)]
    public async Task Any_one_byte_that_is_changed_put_in_or_taken_out_is_found_at_its_entry(PositiveInt where, byte with, PositiveInt how)
    {
        var file = Bytes(Lines);
        var at = where.Get * 37 % file.Length;
        byte[] changed = (how.Get % 3) switch
        {
            0 => [.. file[..at], with, .. file[(at + 1)..]],
            1 => [.. file[..at], with, .. file[at..]],
            _ => [.. file[..at], .. file[(at + 1)..]],
        };
        if (changed.AsSpan().SequenceEqual(file))
            return;
        var entry = file[..at].Count(one => one == (byte)'\n') + 1;
        var broken = Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(changed, Heads));

        // A byte put in before a line end makes a line more: the one after it is the bad one.
        Assert.InRange(broken.Sequence, entry, entry + 1);
    }

    [Property(MaxTest = 200)]
    public async Task Any_line_that_is_taken_out_doubled_or_moved_is_found_at_the_first_that_is_not_where_it_belongs(PositiveInt first, PositiveInt second, PositiveInt how)
    {
        var (one, other) = (first.Get % Length, second.Get % Length);
        var lines = Lines.ToList();
        var expected = (how.Get % 3) switch
        {
            0 => Without(lines, one),
            1 => Doubled(lines, one, other),
            _ => Swapped(lines, one, other),
        };
        if (expected is not { } entry)
            return;
        Assert.Equal(entry, Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(lines, Heads)).Sequence);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_found_only_against_a_head_that_reaches_further()
    {
        Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(Lines.Take(8)));
        Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(Lines.Take(8), Heads[0]));
        await BrokenAsync(9, AuditDamage.Truncated, Lines.Take(8), Heads);
        await BrokenAsync(1, AuditDamage.Truncated, [], Heads);
    }

    /// <summary>Whoever holds the keys signs a new last head over a new chain; the older head, which somebody else has, tells.</summary>
    [Fact]
    public async Task A_chain_that_was_written_anew_with_a_new_head_is_found_against_an_older_one()
    {
        var forged = new List<ChainedAuditEvent>();
        for (var number = 0; number < Length; number++)
            forged.Add(AuditChain.Next(forged.Count == 0 ? null : forged[^1].Tip, AuditSamples.Draft(number) with { Purpose = number == 2 ? "ander" : "hulpvraag" }));
        var lines = forged.Select(AuditLine.Write).ToList();
        var head = AuditHead.Issue(forged[^1].Tip, Samples.Noon.AddDays(1));
        Assert.IsType<AuditVerdict.Intact>(await VerifyAsync(lines, head));
        await BrokenAsync(5, AuditDamage.Rewritten, lines, Heads[0], head);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("dit is geen gebeurtenis")]
    [InlineData("{\"gebeurtenis\":{},\"hash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}")]
    public async Task A_line_that_is_no_entry_is_named_and_no_crash(string line) =>
        await BrokenAsync(4, AuditDamage.Unreadable, Lines.Take(3).Append(line).Concat(Lines.Skip(3)), Heads);

    [Fact]
    public async Task A_line_without_end_and_bytes_that_are_no_text_are_named_and_no_crash()
    {
        byte[] endless = [.. Bytes(Lines.Take(2)), .. Enumerable.Repeat((byte)'a', 300_000)];
        var broken = Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(endless));
        Assert.Equal((3, AuditDamage.Unreadable), (broken.Sequence, broken.How));
        byte[] raw = [.. Bytes(Lines.Take(2)), .. Bytes(Lines.Skip(2).Take(1).Select(line => line.Replace("hulpvraag", "\u0001", StringComparison.Ordinal))).Select(one => one == 1 ? (byte)0xFF : one)];
        Assert.Equal(3, Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(raw)).Sequence);
    }

    private static int? Without(List<string> lines, int one)
    {
        lines.RemoveAt(one);
        return one + 1;
    }

    /// <summary>The double is the bad one, where it came too late; where it came too early, the one that is not there yet.</summary>
    private static int? Doubled(List<string> lines, int one, int at)
    {
        lines.Insert(at, lines[one]);
        return at <= one ? (at == one ? one + 1 : at + 1) : one + 1;
    }

    private static int? Swapped(List<string> lines, int one, int other)
    {
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return one == other ? null : Math.Min(one, other) + 1;
    }

    private static async Task BrokenAsync(long sequence, AuditDamage how, IEnumerable<string> lines, params AuditHead[] heads)
    {
        var broken = Assert.IsType<AuditVerdict.Broken>(await VerifyAsync(lines, heads));
        Assert.Equal((sequence, how), (broken.Sequence, broken.How));
    }

    private static byte[] Bytes(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    private static Task<AuditVerdict> VerifyAsync(IEnumerable<string> lines, params AuditHead[] heads) => VerifyAsync(Bytes(lines), heads);

    private static Task<AuditVerdict> VerifyAsync(byte[] file, params AuditHead[] heads) => AuditFile.VerifyAsync(new MemoryStream(file, writable: false), heads, TestContext.Current.CancellationToken);
}
