using System.Text;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Documents.Worksheets;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket.Files;

/// <summary>The steps on whole files: a sealed request in, an answer out, and every bad file a refusal with its article.</summary>
public sealed class GroeipakketFilesTests
{
    private const string Key = "K7QF-3M9T-XW4H-2RBC-8JDN";

    private static readonly string[] C = Case.Children, A = Case.Adults;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Requirement("P2", "P3", "P5", "P6")]
    public async Task A_sealed_request_is_opened_looked_up_and_answered()
    {
        using var workbook = Case.Workbook(Case.Column("INSZ", C[0], C[1]));
        using var archive = await SealAsync(new ArchiveEntry("vraag.xlsx", workbook));
        var request = Case.Done(await GroeipakketFiles.OpenRequestAsync(archive, Key, null, Case.Turnhout, Case.On, Cancelled));
        Assert.Equal(new RequestCounts(2, 2, 0, 0), request.Counts);

        using var extract = new MemoryStream(Encoding.UTF8.GetBytes(Case.Extract($"{C[0]};2020-03-01;;{A[0]};")));
        var answer = new MemoryStream();
        Assert.Equal(new AnswerCounts(2, 1, 1, 0), GroeipakketFiles.WriteAnswer(Case.Done(await GroeipakketFiles.LookUpAsync(request, extract, Cancelled)), answer, Cancelled));
        Assert.Equal($"2: {C[0]} | ja | {A[0]} | -", Case.Say(Case.Read(answer, 4)[1], 4));
    }

    [Fact]
    [Requirement("P3")]
    public async Task A_wrong_key_damage_and_an_archive_of_two_files_are_three_refusals()
    {
        using var workbook = Case.Workbook(Case.Column(C[0]));
        using var archive = await SealAsync(new ArchiveEntry("vraag.xlsx", workbook));
        Assert.Equal(FileFaults.WrongKey, await CodeAsync(archive, "een andere sleutel"));
        archive.Position = 0;
        using var cut = new MemoryStream(archive.ToArray()[..^20]);
        Assert.Equal("archief-beschadigd", await CodeAsync(cut, Key));
        workbook.Position = 0;
        using var two = await SealAsync(new ArchiveEntry("vraag.xlsx", workbook), new ArchiveEntry("leesmij.txt", new MemoryStream("x"u8.ToArray())));
        Assert.Equal("niet-een-bestand", await CodeAsync(two, Key));
        using var other = await SealAsync(new ArchiveEntry("vraag.txt", new MemoryStream("geen werkmap"u8.ToArray())));
        Assert.Equal("geen-werkmap", await CodeAsync(other, Key));
    }

    [Fact]
    [Requirement("P2")]
    public void More_than_column_A_is_refused()
    {
        using var workbook = Case.Workbook(Case.Row(1, C[0], "Jan"));
        var refused = Case.Refused(GroeipakketFiles.ReadRequest(workbook, null, Case.Turnhout, Case.On, Cancelled));
        Assert.Equal(("andere-kolom", "Turnhout art. 3; C2"), (refused.Refusal.Code, refused.Refusal.Article));
        Assert.DoesNotContain("Jan", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    [Requirement("P2")]
    public void Each_fault_of_a_workbook_is_a_refusal_of_its_own_words()
    {
        var fault = Assert.Throws<WorksheetException>(() => WorksheetReader.Open(new MemoryStream("x"u8.ToArray()), null, WorksheetLimits.Default, Cancelled));
        Assert.Equal(new("geen-werkmap", "Turnhout art. 3; C2", fault.Message), FileRefusals.Of(Case.Turnhout, fault));
        var codes = Enum.GetValues<WorksheetFault>().Select(FileFaults.Code).ToList();
        Assert.Equal(Enum.GetValues<WorksheetFault>().Length - 1, codes.Distinct().Count()); // a password that is missing and one that is wrong are one
        Assert.All(codes, code => Assert.Matches("^[a-z-]+$", code));
    }

    [Fact]
    public async Task Where_the_extract_is_refused_there_is_no_answer_to_write()
    {
        using var extract = new MemoryStream("oeps\n"u8.ToArray());
        Assert.Equal("uittreksel-kolommen", Case.Refused(await GroeipakketFiles.LookUpAsync(Case.Request(Case.Column(C[0])), extract, Cancelled)).Refusal.Code);
    }

    private static async Task<string> CodeAsync(Stream archive, string key) =>
        Case.Refused(await GroeipakketFiles.OpenRequestAsync(archive, key, null, Case.Turnhout, Case.On, Cancelled)).Refusal.Code;

    private static async Task<MemoryStream> SealAsync(params ArchiveEntry[] entries)
    {
        var archive = new MemoryStream();
        await SealedArchiveWriter.WriteAsync(archive, Key, entries, Cancelled);
        archive.Position = 0;
        return archive;
    }
}
