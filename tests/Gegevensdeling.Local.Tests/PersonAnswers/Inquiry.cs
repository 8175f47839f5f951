using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Xunit;

namespace Gegevensdeling.Local.Tests.PersonAnswers;

/// <summary>The question of a person, put by somebody who works for a party.</summary>
internal static class Inquiry
{
    public static object Checked { get; } = new { wijze = "loket", op = "2026-03-02" };

    public static object Of(Client client) => new { identiteit = Checked, persoon = new { voornaam = client.FirstName, naam = client.Name, telefoonnummer = client.Phone } };

    public static object OfNumber(string insz) => new { identiteit = Checked, insz };

    public static Task<Answer> InquireAsync(this Rig rig, Caller who, Protocol protocol, object question, string? key = null) =>
        rig.PostAsync(who, $"/protocollen/{protocol.Id}/inzage", question, Rig.PurposeOf(protocol, who.Party), key);

    public static async Task<Told> ToldAsync(this Rig rig, Caller who, Protocol protocol, object question) => Told.Of((await rig.InquireAsync(who, protocol, question)).Is(200));
}

/// <summary>What the person is told.</summary>
internal sealed record Told(string Letter, string Export)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Export);

    public IReadOnlyList<JsonElement> Held => [.. Json.GetProperty("gevonden").EnumerateArray()];

    public IReadOnlyList<string> Kinds => [.. Held.Select(held => held.GetProperty("soort").GetString()!)];

    /// <summary>Everything, for a search.</summary>
    public string All => Letter + Export;

    public IReadOnlyList<string> Accesses => [.. Held.SelectMany(held => held.GetProperty("toegang").EnumerateArray()).Select(one => $"{one.GetProperty("op")} {one.GetProperty("dienst")} {one.GetProperty("wat")}")];

    /// <summary>The own values, and a dash for each datum of somebody else.</summary>
    public IReadOnlyList<string> Values => [.. Held.SelectMany(ValuesOf)];

    public static IEnumerable<string> ValuesOf(JsonElement held) =>
        from row in held.GetProperty("gegevens").EnumerateArray()
        from field in row.GetProperty("velden").EnumerateArray()
        select field.GetProperty("vanIemandAnders").GetBoolean() ? "-" : field.TryGetProperty("waarde", out var value) ? value.GetString()! : "?";

    public static Told Of(Answer answer)
    {
        Assert.Equal("application/zip", answer.MediaType);
        using var zip = new ZipArchive(new MemoryStream(answer.Raw));
        Assert.Equal(["brief.html", "inzage.json"], zip.Entries.Select(entry => entry.FullName));
        return new(Read(zip.Entries[0]), Read(zip.Entries[1]));
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
