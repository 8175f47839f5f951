using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Demo;

/// <summary>Who plays in the story of the Groeipakket request, and about which invented children.</summary>
internal sealed class GroeipakketCast(Stage stage)
{
    public const string Folder = "groeipakket";
    public const string SevenZipType = "application/x-7z-compressed";
    public const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Chosen by the social service, as its own people do: nothing says how a partner's key looks.</summary>
    public const string RequestKey = "Kempen-Merel-58-Aardbei";

    public const string WrongRow = "12050499999";

    /// <summary>Entitled, two beneficiaries in Turnhout.</summary>
    public static readonly string Both = DemoSpreadsheets.Insz(new(2014, 5, 4), 101);

    /// <summary>Entitled, the beneficiary lives elsewhere.</summary>
    public static readonly string Elsewhere = DemoSpreadsheets.Insz(new(2017, 11, 23), 202);

    /// <summary>Not in the register.</summary>
    public static readonly string Unknown = DemoSpreadsheets.Insz(new(2012, 1, 9), 303);

    /// <summary>Entitled once, until the day before the period.</summary>
    public static readonly string Before = DemoSpreadsheets.Insz(new(2009, 8, 30), 404);

    /// <summary>No child any more.</summary>
    public static readonly string Grown = DemoSpreadsheets.Insz(new(1988, 3, 15), 505);

    public static readonly string FirstParent = DemoSpreadsheets.Insz(new(1984, 2, 17), 111);

    public static readonly string SecondParent = DemoSpreadsheets.Insz(new(1986, 9, 2), 222);

    public static readonly string ParentElsewhere = DemoSpreadsheets.Insz(new(1991, 12, 5), 333);

    /// <summary>Every number of the story that may nowhere be found.</summary>
    public static readonly string[] Numbers = [Both, Elsewhere, Unknown, Before, Grown, WrongRow, FirstParent, SecondParent, ParentElsewhere];

    public Protocol Protocol { get; } = stage.Host.Law.Protocols.Find(new("turnhout-2021"))!;

    public Caller Service => SyntheticPeople.SocialService(Protocol);

    public Caller Head => SyntheticPeople.ServiceHead(Protocol);

    public Caller ServiceDpo => SyntheticPeople.ServiceDpo(Protocol);

    public Caller Team { get; } = SyntheticPeople.RegistryTeam;

    public Caller TeamDpo { get; } = SyntheticPeople.SendingDpo;

    public string Purpose(Caller who) => Protocol.Purposes.First(purpose => purpose.Parties.Contains(who.Party)).Code;

    /// <summary>Column A as the social service made it: two wrong rows among them.</summary>
    public static byte[] Request() => DemoSpreadsheets.Column("INSZ", Both, Elsewhere, WrongRow, Unknown, Both, Before, Grown);

    /// <summary>What the team took out of the register.</summary>
    public static byte[] Extract() => DemoSpreadsheets.Extract(
        $"{Both};2019-10-01;;{FirstParent};{SecondParent}", $"{Elsewhere};2020-10-01;2021-09-30;{ParentElsewhere};", $"{Before};2019-01-01;2020-02-29;{FirstParent};");

    /// <summary>The answer in the requester's own file: no answer on a wrong row.</summary>
    public static string[] Answer() =>
    [
        "INSZ Recht op sociale toeslag Begunstigde 1 Begunstigde 2", $"{Both} ja {FirstParent} {SecondParent}", $"{Elsewhere} ja {ParentElsewhere}", WrongRow, $"{Unknown} nee", Both,
        $"{Before} nee", $"{Grown} nee",
    ];

    public Task<(int Status, JsonElement Body, byte[] Raw)> UploadAsync(Caller who, string path, byte[] file, string type, CancellationToken cancellation) =>
        stage.UploadAsync(who, path, file, type, Purpose(who), cancellation);

    public Task<(int Status, JsonElement Body, byte[] Raw)> AskAsync(byte[] file, string type, CancellationToken cancellation) =>
        UploadAsync(Service, $"/groeipakketvragen?protocol={Protocol.Id}", file, type, cancellation);

    public Task<(int Status, JsonElement Body, byte[] Raw)> PostAsync(Caller who, string path, object? body, CancellationToken cancellation) =>
        stage.AskAsync(who, HttpMethod.Post, path, body, cancellation, Purpose(who));

    public async Task DoneAsync(Caller who, string path, object? body, string promise, CancellationToken cancellation) =>
        stage.Check((await PostAsync(who, path, body, cancellation)).Status == 204, promise);

    public async Task<string> StateAsync(string path, CancellationToken cancellation) =>
        (await stage.AskAsync(TeamDpo, HttpMethod.Get, path, null, cancellation)).Body.GetProperty("toestand").GetString()!;

    public Task SaveAsync(string name, byte[] content, CancellationToken cancellation) => stage.Folder.WriteAsync($"{Folder}/{name}", content, cancellation);

    /// <summary>Fetches a signed document or the keys, and leaves it in the folder.</summary>
    public async Task<byte[]> FetchAsync(Caller who, string path, string name, CancellationToken cancellation)
    {
        var (_, _, document) = await stage.AskAsync(who, HttpMethod.Get, path, null, cancellation);
        await SaveAsync(name, document, cancellation);
        return document;
    }

    public Task<bool> VerifiesAsync(string name, CancellationToken cancellation) => stage.VerifiesAsync($"{Folder}/{name}", cancellation);

    /// <summary>What a refusal says, in one line.</summary>
    public static string Said(JsonElement problem) => $"{problem.GetProperty("detail").GetString()} ({problem.GetProperty("artikel").GetString()})";

    /// <summary>Nothing of any message of this exchange names a number or holds the key.</summary>
    public bool MailsSayNothing(ExchangeId exchange, string key) =>
        stage.Mails(exchange).All(mail => Traces.In(mail.Raw, [.. Numbers, key]).Count == 0);
}
