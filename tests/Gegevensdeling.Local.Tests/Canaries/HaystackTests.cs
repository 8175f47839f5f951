using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.TestKit;
using Microsoft.Data.Sqlite;
using MimeKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>The search is trusted only because it finds each of these.</summary>
public sealed class HaystackTests : IDisposable
{
    private static readonly Client Planted = Client.Of(800);

    private readonly string folder = TestFolder.Create("hooi-").FullName;

    public static TheoryData<string> Forms => [.. Plants.Keys];

    private static Dictionary<string, Func<string, byte[]>> Plants { get; } = new()
    {
        ["utf-8"] = Encoding.UTF8.GetBytes,
        ["latin-1"] = Encoding.Latin1.GetBytes,
        ["utf-16"] = Encoding.Unicode.GetBytes,
        ["utf-16 big endian"] = Encoding.BigEndianUnicode.GetBytes,
        ["lower case"] = word => Encoding.UTF8.GetBytes(word.ToLowerInvariant()),
        ["upper case"] = word => Encoding.UTF8.GetBytes(word.ToUpperInvariant()),
        ["decomposed"] = word => Encoding.UTF8.GetBytes(word.Normalize(NormalizationForm.FormD)),
        ["base64 on the first border"] = word => Base64("xyz" + word),
        ["base64 on the second border"] = word => Base64("x" + word),
        ["base64 on the third border"] = word => Base64("xy" + word + "zz"),
        ["base64url of utf-16"] = word => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.Unicode.GetBytes(word)).Replace('+', '-').Replace('/', '_')),
        ["hexadecimal"] = word => Encoding.ASCII.GetBytes(Convert.ToHexString(Encoding.UTF8.GetBytes(word))),
        ["hexadecimal, lower case"] = word => Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(word))),
        ["json with escapes"] = word => Encoding.ASCII.GetBytes(JsonSerializer.Serialize(new { word })),
        ["json inside json"] = word => Encoding.ASCII.GetBytes(JsonSerializer.Serialize(JsonSerializer.Serialize(word).Trim('"'))),
        ["an address"] = word => Encoding.ASCII.GetBytes(Uri.EscapeDataString(word)),
        ["a zip"] = word => Zip("inhoud.txt", Encoding.UTF8.GetBytes(word)),
        ["a zip in a zip"] = word => Zip("binnen.zip", Zip("inhoud.txt", Encoding.Unicode.GetBytes(word))),
        ["a name in a zip"] = word => Zip(word + ".txt", [1]),
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_planted_word_is_found_in_this_form(string form)
    {
        foreach (var word in Planted.Words)
        {
            File.WriteAllBytes(Path.Combine(folder, "geplant"), [.. "ruis \u0001 "u8, .. Array.Empty<byte>()]);
            Assert.Empty(new Haystack([word]).Folder(folder).Found);
            File.WriteAllBytes(Path.Combine(folder, "geplant"), Plants[form](word));
            Assert.NotEmpty(new Haystack([word]).Folder(folder).Found);
        }
    }

    [Fact]
    public void A_planted_word_is_found_in_an_attachment_and_a_subject()
    {
        foreach (var inSubject in new[] { true, false })
        {
            using var mail = new MimeMessage { Subject = inSubject ? $"Over {Planted.Name}" : "Niets" };
            var body = new BodyBuilder { TextBody = "Niets." };
            if (!inSubject)
                body.Attachments.Add("bijlage.bin", Encoding.UTF8.GetBytes(new string(' ', 100) + Planted.Mail + new string(' ', 100)), new ContentType("application", "octet-stream"));
            mail.Body = body.ToMessageBody();
            mail.WriteTo(Path.Combine(folder, "bericht.eml"), TestContext.Current.CancellationToken);
            Assert.NotEmpty(new Haystack(Planted.Words).Folder(folder).Found);
        }
    }

    [Fact]
    public void A_planted_word_is_found_in_a_free_page_and_in_the_write_ahead_log()
    {
        using var database = new SqliteConnection($"Data Source={Path.Combine(folder, "a.db")};Pooling=False");
        database.Open();
        Run(database, "PRAGMA secure_delete=OFF; CREATE TABLE t (x TEXT)", null);
        Run(database, "INSERT INTO t VALUES ($word)", Planted.Name);
        Run(database, "DELETE FROM t", null);
        Assert.NotEmpty(new Haystack([Planted.Name]).File(Path.Combine(folder, "a.db")).Found);
        Run(database, "PRAGMA journal_mode=WAL", null);
        Run(database, "INSERT INTO t VALUES ($word)", Planted.Mail);
        Assert.NotEmpty(new Haystack([Planted.Mail]).File(Path.Combine(folder, "a.db-wal")).Found);
    }

    [Fact]
    public void Planted_bytes_are_found_as_they_are_and_inside_a_zip()
    {
        byte[] number = [1, 2, 3, 250, 251, 252, 253, 254];
        foreach (var planted in new[] { [9, .. number, 9], Zip("inhoud.bin", number) })
        {
            File.WriteAllBytes(Path.Combine(folder, "geplant"), planted);
            Assert.NotEmpty(new Haystack([], [number]).Folder(folder).Found);
            Assert.Empty(new Haystack([], [[.. number.Reverse()]]).Folder(folder).Found);
        }
    }

    /// <summary>In the folder for temporary files the product is looked at, and not the tests beside this one.</summary>
    [Fact]
    public void A_planted_word_is_found_in_a_temporary_file_of_the_product_and_what_tests_keep_is_their_own()
    {
        var (watch, word) = (new TemporaryFiles(), $"geplant-{Guid.NewGuid():N}");
        File.WriteAllText(Path.Combine(folder, "a.txt"), word);
        Assert.Empty(Looked());
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, word);
        Assert.NotEmpty(Looked());
        File.Delete(path);
        Assert.Empty(Looked());

        IReadOnlyList<string> Looked()
        {
            var haystack = new Haystack([word]);
            watch.AddTo(haystack);
            return haystack.Found;
        }
    }

    [Theory]
    [InlineData("1234567")]
    [InlineData("Wannes")]
    [InlineData("5,00")]
    public void A_word_that_chance_writes_is_not_looked_for(string word) => Assert.Throws<ArgumentException>(() => new Haystack(["lang genoeg", word]));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Base64(string text) => Encoding.ASCII.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));

    private static byte[] Zip(string name, byte[] content)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var entry = zip.CreateEntry(name).Open())
            entry.Write(content);
        return bytes.ToArray();
    }

    private static void Run(SqliteConnection database, string sql, string? word)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // constants of this file
        command.CommandText = sql;
#pragma warning restore CA2100
        if (word is not null)
            command.Parameters.AddWithValue("$word", word);
        command.ExecuteNonQuery();
    }
}
