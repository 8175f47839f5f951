using System.Text;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>The extract of the register is right from the first byte to the last, or nothing of it is used.</summary>
[Requirement("P5")]
public sealed class ExtractReaderTests
{
    private const string Header = "insz_kind;recht_van;recht_tot;begunstigde_1;begunstigde_2\n";

    private static readonly string C = Case.Children[0], A = Case.Adults[0], B = Case.Adults[1];

    private static readonly string Right = $"{C};2020-01-01;2020-12-31;{A};{B}";

    /// <summary>The file in words, the file, and what is said of it: code and line, or nothing.</summary>
    private static readonly (string Words, string File, string Says)[] Table =
    [
        ("one row", Header + Right + "\n", ""),
        ("still running, one beneficiary", $"{Header}{C};2020-01-01;;{A};\n", ""),
        ("one day", $"{Header}{C};2020-02-29;2020-02-29;{A};\n", ""),
        ("lines as Windows ends them", (Header + Right + "\n").Replace("\n", "\r\n", StringComparison.Ordinal), ""),
        ("a byte order mark", "\uFEFF" + Header + Right + "\n", ""),
        ("nothing at all", "", "uittreksel-leeg 0"),
        ("a header alone", Header, "uittreksel-leeg 0"),
        ("no header", Right + "\n" + Right + "\n", "uittreksel-kolommen 1"),
        ("a column missing", "insz_kind;recht_van;recht_tot;begunstigde_1\n", "uittreksel-kolommen 1"),
        ("a column more", Header.Replace("\n", ";bedrag\n", StringComparison.Ordinal), "uittreksel-kolommen 1"),
        ("another order", "recht_van;insz_kind;recht_tot;begunstigde_1;begunstigde_2\n", "uittreksel-kolommen 1"),
        ("commas", Header.Replace(';', ',') + Right.Replace(';', ',') + "\n", "uittreksel-kolommen 1"),
        ("cut off in the header", Header[..20], "uittreksel-afgekapt 1"),
        ("cut off in a row", Header + Right + "\n" + Right[..30], "uittreksel-afgekapt 3"),
        ("no end of the last line", Header + Right, "uittreksel-afgekapt 2"),
        ("an empty line", Header + Right + "\n\n" + Right + "\n", "uittreksel-regel 3"),
        ("a line without end", Header + new string('1', 100_000), "uittreksel-regel 2"),
        ("a line that is too long", Header + Right + "\n" + Right + new string(' ', 100) + "\n", "uittreksel-regel 3"),
        ("fewer columns", $"{Header}{C};2020-01-01;{A};{B}\n", "uittreksel-regel 2"),
        ("three beneficiaries", $"{Header}{Right};{Case.Adults[2]}\n", "uittreksel-begunstigden 2"),
        ("no beneficiary", $"{Header}{C};2020-01-01;;;\n", "uittreksel-insz 2"),
        ("only the second beneficiary", $"{Header}{C};2020-01-01;;;{A}\n", "uittreksel-insz 2"),
        ("a child that cannot exist", $"{Header}{C[..9]}00;2020-01-01;;{A};\n", "uittreksel-insz 2"),
        ("ten digits", $"{Header}{C[1..]};2020-01-01;;{A};\n", "uittreksel-insz 2"),
        ("punctuation", $"{Header}{C[..6]}-{C[6..]};2020-01-01;;{A};\n", "uittreksel-insz 2"),
        ("a second beneficiary that cannot exist", $"{Header}{C};2020-01-01;;{A};{B[..9]}00\n", "uittreksel-insz 2"),
        ("a date as people write it", $"{Header}{C};01/01/2020;;{A};\n", "uittreksel-datum 2"),
        ("a day that does not exist", $"{Header}{C};2021-02-29;;{A};\n", "uittreksel-datum 2"),
        ("month 13", $"{Header}{C};2021-13-01;;{A};\n", "uittreksel-datum 2"),
        ("no first day", $"{Header}{C};;;{A};\n", "uittreksel-datum 2"),
        ("a time", $"{Header}{C};2021-01-01T00:00;;{A};\n", "uittreksel-datum 2"),
        ("a last day before the first", $"{Header}{C};2020-01-02;2020-01-01;{A};\n", "uittreksel-datum 2"),
        ("a quoted cell", $"{Header}\"{C}\";2020-01-01;;{A};\n", "uittreksel-insz 2"),
        ("zeros within a line", $"{Header}{C};2020-01-01;\0;{A};\n", "uittreksel-geen-csv 2"),
        ("a letter outside ASCII", $"{Header}{C};2020-01-01;é;{A};\n", "uittreksel-geen-csv 2"),
        ("something binary", "PK\u0003\u0004\0\0\0\n\0\0", "uittreksel-geen-csv 1"),
        ("no text at all", new string('\u0001', 70_000), "uittreksel-geen-csv 1"),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_file_is_used_whole_or_refused_with_its_line(int row)
    {
        var (words, file, says) = Table[row];
        Assert.True(says == Says(await ReadAsync(Encoding.UTF8.GetBytes(file), _ => { })), words);
    }

    [Fact]
    public async Task Another_encoding_is_refused() =>
        Assert.Equal("uittreksel-geen-csv 1", Says(await ReadAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Header + Right + "\n")], _ => { })));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(57)]
    [InlineData(4096)]
    public async Task The_rows_are_the_same_however_the_bytes_arrive(int piece)
    {
        var rows = Enumerable.Range(0, 500).Select(n => $"{SyntheticInsz.Child(n)};2020-01-{1 + (n % 28):00};{(n % 3 == 0 ? "" : "2021-12-31")};{SyntheticInsz.Adult(n)};{(n % 2 == 0 ? "" : SyntheticInsz.Adult(n + 1))}").ToList();
        var seen = new List<string>();
        using var stream = new Pieces(Encoding.UTF8.GetBytes(Header + string.Concat(rows.Select(row => row + "\n"))), piece);
        Assert.Null(await ExtractReader.ReadAsync(stream, Take, TestContext.Current.CancellationToken));
        Assert.Equal(rows, seen);

        void Take(in ExtractRow row, long line)
        {
            Assert.Equal(seen.Count + 2, line);
            seen.Add($"{row.Child:D11};{Day(row.From)};{(row.To == ExtractRow.Open ? "" : Day(row.To))};{row.First:D11};{(row.Second == 0 ? "" : row.Second.ToString("D11", System.Globalization.CultureInfo.InvariantCulture))}");
        }
    }

    [Fact]
    public async Task One_changed_byte_never_throws_and_no_text_repeats_a_value()
    {
        var random = new Random(20210610);
        var good = Encoding.UTF8.GetBytes(Case.Extract([.. Enumerable.Range(0, 5).Select(n => $"{Case.Children[n]};2020-01-01;2020-12-31;{Case.Adults[n]};{Case.Adults[n + 1]}")]));
        var refused = 0;
        for (var round = 0; round < 2_000; round++)
        {
            var bad = good.ToArray();
            bad[random.Next(bad.Length)] = (byte)random.Next(256);
            if (await ReadAsync(bad, _ => { }) is not { } problem)
                continue;
            refused++;
            var text = FileRefusals.Extract(Case.Turnhout, problem).Text;
            Assert.DoesNotMatch("[0-9]{3}", text);
        }

        Assert.True(refused > 1_500, $"{refused}");
    }

    [Fact]
    public void What_is_said_is_a_sentence_for_the_team()
    {
        var refusal = FileRefusals.Extract(Case.Turnhout, new ExtractProblem(ExtractFault.Date, 1_234, "recht_van"));
        Assert.Equal("Het uittreksel van het kadaster is geweigerd, regel 1\u00A0234: in recht_van staat geen datum van de vorm jjjj-mm-dd. Er is niets van gebruikt.", refusal.Text);
        Assert.All(Enum.GetValues<ExtractFault>(), fault => Assert.StartsWith("uittreksel-", FileRefusals.Extract(Case.Turnhout, new ExtractProblem(fault, 1, "recht_van")).Code, StringComparison.Ordinal));
    }

    private static string Says(ExtractProblem? problem) => problem is null ? "" : $"{ExtractWords.Code(problem.Fault)} {problem.Line}";

    private static async Task<ExtractProblem?> ReadAsync(byte[] file, Action<long> take)
    {
        using var stream = new MemoryStream(file);
        return await ExtractReader.ReadAsync(stream, (in ExtractRow _, long line) => take(line), TestContext.Current.CancellationToken);
    }

    private static string Day(int number) => DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Gives a few bytes at a time, as a network does.</summary>
    private sealed class Pieces(byte[] bytes, int piece) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
