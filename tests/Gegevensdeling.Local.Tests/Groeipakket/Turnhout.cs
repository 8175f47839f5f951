using System.Net.Http.Headers;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>The people of Turnhout and Opgroeien regie at work on one request, over HTTP.</summary>
internal sealed class Turnhout(Rig rig)
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string SevenZip = "application/x-7z-compressed";

    public Protocol Protocol => rig.Host.Law.Protocols.Find(new("turnhout-2021"))!;

    public Caller Service => SyntheticPeople.SocialService(Protocol);

    public Caller City => SyntheticPeople.CityService(Protocol);

    public Caller Head => SyntheticPeople.ServiceHead(Protocol);

    public Caller ServiceDpo => SyntheticPeople.ServiceDpo(Protocol);

    public Caller Team => SyntheticPeople.RegistryTeam;

    public Caller TeamDpo => SyntheticPeople.SendingDpo;

    public string PurposeOf(Caller who) => Rig.PurposeOf(Protocol, who.Party);

    public Task<Answer> UploadAsync(Caller who, string path, byte[] file, string type, string? key = null) =>
        rig.SendAsync(who, HttpMethod.Post, path, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(type) } }, PurposeOf(who), key);

    public Task<Answer> AskAsync(byte[] file, string type, string? replaces = null, Caller? who = null, string? key = null) =>
        UploadAsync(who ?? Service, $"/groeipakketvragen?protocol={Protocol.Id}{(replaces is null ? "" : $"&vervangt={replaces}")}", file, type, key);

    public Task<Answer> PostAsync(Caller who, string path, object? body = null) => rig.PostAsync(who, path, body, PurposeOf(who));

    public async Task<JsonElement> RequestAsync(string request) => (await rig.GetAsync(Team, $"/groeipakketvragen/{request}")).Is(200).Json;

    public async Task<JsonElement> AnswerAsync(string answer) => (await rig.GetAsync(TeamDpo, $"/groeipakketantwoorden/{answer}")).Is(200).Json;

    public Task<Answer> UploadExtractAsync(byte[] csv, string? asOf = null) =>
        UploadAsync(Team, $"/kadasteruittreksels?protocol={Protocol.Id}&peildatum={asOf ?? "2026-03-02"}", csv, "text/csv");

    /// <summary>The reference in an answer of 201.</summary>
    public static string Reference(Answer made) => made.Is(201).Json.GetProperty("verwijzing").GetString()!;

    public static string State(JsonElement line) => line.GetProperty("toestand").GetString()!;

    /// <summary>A request that came sealed and whose key was entered.</summary>
    public async Task<string> SealedRequestAsync(byte[] workbook, string key = "Sleutel van Turnhout 1")
    {
        var request = Reference(await AskAsync(await Children.SealedAsync(workbook, key), SevenZip));
        (await PostAsync(TeamDpo, $"/groeipakketvragen/{request}/sleutel", new { sleutel = key, kanaal = "telefoon" })).Is(204);
        return request;
    }

    /// <summary>The answer to it, out of an extract that the team uploads.</summary>
    public async Task<string> AnsweredAsync(string request, byte[] extract)
    {
        var uploaded = Reference(await UploadExtractAsync(extract));
        return Reference(await PostAsync(Team, $"/groeipakketvragen/{request}/opzoeking", new { uittreksel = uploaded }));
    }

    /// <summary>A request of these children with its answer, ready to be opened.</summary>
    public async Task<(string Request, string Answer)> DeliveredAsync(params string[] children)
    {
        var request = await SealedRequestAsync(Children.Column(children));
        return (request, await AnsweredAsync(request, Children.Extract(children.Select(child => (child, "2020-01-01", "", Children.Parent(1), "")))));
    }

    public Task<Answer> OfRequestAsync(Caller who, string request, string what, object? body = null) => PostAsync(who, $"/groeipakketvragen/{request}/{what}", body);

    public Task<Answer> OfAnswerAsync(Caller who, string answer, string what, object? body = null) => PostAsync(who, $"/groeipakketantwoorden/{answer}/{what}", body);

    /// <summary>Shows the key to the DPO of Opgroeien regie, who reads it to the other.</summary>
    public async Task<string> KeyAsync(string answer) => (await OfAnswerAsync(TeamDpo, answer, "sleutel/tonen")).Is(200).Json.GetProperty("sleutel").GetString()!;

    /// <summary>The state of every request.</summary>
    public async Task<IReadOnlyList<string>> StatesAsync() =>
        [.. (await rig.GetAsync(Team, "/groeipakketvragen")).Is(200).Json.GetProperty("aanvragen").EnumerateArray().Select(State).Order(StringComparer.Ordinal)];

    /// <summary>The files on the SFTP server, from its root.</summary>
    public IReadOnlyList<string> Dropped() => Below("sftp");

    /// <summary>The sealed files that this system keeps.</summary>
    public IReadOnlyList<string> Stored() => Below("opslag");

    /// <summary>The certificate of a request or an answer.</summary>
    public async Task<JsonElement> CertificateAsync(string path) => (await rig.GetAsync(path.Contains("antwoord", StringComparison.Ordinal) ? ServiceDpo : TeamDpo, $"{path}/wisbewijs")).Is(200).Json.GetProperty("inhoud");

    /// <summary>An answer that is on its way: one child with a right, one without.</summary>
    public async Task<string> SentAsync() => await AnsweredAsync(
        await SealedRequestAsync(Children.Column("INSZ", Children.Child(1), Children.Child(2))),
        Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), Children.Parent(2))));

    /// <summary>The same, opened in the application: that is the receipt.</summary>
    public async Task<string> OpenedAsync()
    {
        var answer = await SentAsync();
        await OpenAsync(answer);
        return answer;
    }

    public async Task OpenAsync(string answer) => (await PostAsync(Service, $"/groeipakketantwoorden/{answer}/openen")).Is(200);

    /// <summary>What the register holds of one exchange.</summary>
    public Task<Gegevensdeling.Stores.ExchangeHead?> HeadAsync(string id) => rig.Host.Law.Ports.Register.FindAsync(new ExchangeId(id), Rig.Cancelled);

    private IReadOnlyList<string> Below(string folder) =>
        !Directory.Exists(Path.Combine(rig.Root, folder)) ? [] : [.. Directory.GetFiles(Path.Combine(rig.Root, folder), "*.7z", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Path.Combine(rig.Root, folder), path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
