using System.Text.Json;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Demo;

/// <summary>What an answer over HTTP was: its status, its JSON where it has any, its bytes.</summary>
internal readonly record struct Heard(int Status, JsonElement Body, byte[] Raw)
{
    public static implicit operator Heard((int Status, JsonElement Body, byte[] Raw) answer) => new(answer.Status, answer.Body, answer.Raw);

    /// <summary>The code of the refusal, or null where it is none.</summary>
    public string? Code => Status >= 400 && Body.ValueKind == JsonValueKind.Object ? Body.GetProperty("type").GetString()![Problem.TypePrefix.Length..] : null;

    /// <summary>What a refusal says, in one line.</summary>
    public string Said => $"{Body.GetProperty("detail").GetString()}{(Body.TryGetProperty("artikel", out var article) ? $" ({article.GetString()})" : "")}";

    /// <summary>The rows that a refusal names, each with its reason.</summary>
    public IReadOnlyList<(string Row, string Reason)> Rows =>
        Body.TryGetProperty("velden", out var rows) ? [.. rows.EnumerateArray().Select(row => (row.GetProperty("veld").GetString()!, row.GetProperty("reden").GetString()!))] : [];
}

/// <summary>Who plays in the two months of Maldegem, and how they ask.</summary>
internal sealed class DebtorCast(Stage stage)
{
    public const string Folder = "debiteuren";

    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Protocol Protocol { get; } = stage.Host.Law.Protocols.Find(new("maldegem-2023"))!;

    public Caller Town => SyntheticPeople.DebtTeam(Protocol);

    public Caller TownDpo => SyntheticPeople.MunicipalityDpo(Protocol);

    public Caller Worker => SyntheticPeople.DebtWorker(Protocol);

    public Caller Colleague => SyntheticPeople.WelfareDebtTeam(Protocol);

    public Caller Head => SyntheticPeople.WelfareHead(Protocol);

    public Caller Dpo => SyntheticPeople.WelfareDpo(Protocol);

    /// <summary>How often somebody was shown the list, the marks or the export.</summary>
    public int Shown { get; private set; }

    public ExchangeId List => ListKind.IdOf(Protocol.Id);

    /// <summary>The legal date of the story.</summary>
    public DateOnly Today => LegalCalendar.DateOf(stage.Now);

    /// <summary>When a pause that begins today is looked at again (W18).</summary>
    public DateOnly Review => Today.AddMonths(Protocol.Debtors!.PauseReviewMonths);

    public string TownMail => Protocol.ContactsOf(Protocol.Municipality()).Colleagues!.Mail;

    public string WelfareMail => Protocol.ContactsOf(Protocol.SocialWelfare()).Colleagues!.Mail;

    public ExchangeId Month(DebtorMonth month) => CycleKind.IdOf(Protocol.Id, month);

    public async Task<Heard> UploadAsync(Caller who, string path, byte[] file, CancellationToken cancellation) =>
        await stage.UploadAsync(who, path, file, WorkbookType, PurposeOf(who), cancellation);

    /// <summary>Phase 1, with who was left out before (W16).</summary>
    public Task<Heard> DeliverAsync(Caller who, DebtorMonth month, byte[] file, CancellationToken cancellation) =>
        UploadAsync(who, $"/debiteurenleveringen?protocol={Protocol.Id}&maand={month}&ondernemingen=2&zonderNummer=1", file, cancellation);

    public Task<Heard> ClientsAsync(DebtorMonth month, byte[] file, CancellationToken cancellation) =>
        UploadAsync(Worker, $"/clientenleveringen?protocol={Protocol.Id}&maand={month}", file, cancellation);

    public Task<Heard> DetailsAsync(DebtorMonth month, byte[] file, CancellationToken cancellation) =>
        UploadAsync(Town, $"/schuldgegevens?protocol={Protocol.Id}&maand={month}", file, cancellation);

    public async Task<Heard> PostAsync(Caller who, string path, object? body, CancellationToken cancellation) =>
        await stage.AskAsync(who, HttpMethod.Post, path, body, cancellation, PurposeOf(who));

    public Task<Heard> OfMonthAsync(Caller who, DebtorMonth month, string what, CancellationToken cancellation) =>
        PostAsync(who, $"/debiteurenmaanden/{Month(month)}/{what}", null, cancellation);

    /// <summary>One step with the list. What was shown of it is counted.</summary>
    public async Task<Heard> OfListAsync(Caller who, string what, CancellationToken cancellation, object? body = null)
    {
        var heard = await PostAsync(who, $"/debiteurenlijsten/{List}/{what}", body, cancellation);
        Shown += heard.Status == 200 ? 1 : 0;
        return heard;
    }

    public async Task<JsonElement> StandingAsync(Caller who, DebtorMonth month, CancellationToken cancellation) =>
        (await stage.AskAsync(who, HttpMethod.Get, $"/debiteurenmaanden/{Month(month)}", null, cancellation)).Body;

    public async Task<string> StateAsync(DebtorMonth month, CancellationToken cancellation) => (await StandingAsync(Dpo, month, cancellation)).GetProperty("toestand").GetString()!;

    public async Task<JsonElement> ListAsync(CancellationToken cancellation) => (await stage.AskAsync(Dpo, HttpMethod.Get, $"/debiteurenlijsten/{List}", null, cancellation)).Body;

    /// <summary>The copy of each version, the oldest first.</summary>
    public async Task<IReadOnlyList<ExchangeId>> CopiesAsync(CancellationToken cancellation) =>
        [.. (await ListAsync(cancellation)).GetProperty("versies").EnumerateArray().Select(version => new ExchangeId(version.GetProperty("kopie").GetString()!))];

    public Task SaveAsync(string name, byte[] content, CancellationToken cancellation) => stage.Folder.WriteAsync($"{Folder}/{name}", content, cancellation);

    /// <summary>Fetches a signed document or the keys, and leaves it in the folder.</summary>
    public async Task<Heard> FetchAsync(Caller who, string path, string name, CancellationToken cancellation)
    {
        Heard heard = await stage.AskAsync(who, HttpMethod.Get, path, null, cancellation);
        await SaveAsync(name, heard.Raw, cancellation);
        return heard;
    }

    public async Task<bool> VerifyAsync(CancellationToken cancellation, params string[] names)
    {
        var all = true;
        foreach (var name in names)
            all &= await stage.VerifiesAsync($"{Folder}/{name}", cancellation);
        return all;
    }

    /// <summary>Nothing is left of an exchange: no sealed file, no key.</summary>
    public async Task<bool> IsGoneAsync(ExchangeId exchange, CancellationToken cancellation) =>
        await stage.Host.Law.Ports.Blobs.CountAsync(exchange, cancellation) == 0 && await stage.Host.Law.Ports.Keys.CountAsync(exchange, cancellation) == 0;

    public void Accepted(Heard heard, int status, string promise) => stage.Check(heard.Status == status, heard.Code is null ? promise : $"{promise}: {heard.Said}");

    public void Refused(Heard heard, string code, string promise) => stage.Check(heard.Code == code, $"{promise}: {(heard.Code is null ? "dat werd niet geweigerd" : heard.Said)}");

    /// <summary>To whom a message of this exchange went that has this in its subject or text.</summary>
    public IReadOnlyList<string> ToldTo(ExchangeId exchange, string words) =>
        [.. stage.Mails(exchange).Where(mail => mail.Subject.Contains(words, StringComparison.Ordinal) || mail.Text.Contains(words, StringComparison.Ordinal)).Select(mail => mail.To)];

    public bool MailsNameNobody(params IEnumerable<ExchangeId> exchanges) => exchanges.SelectMany(stage.Mails).All(mail => Traces.In(mail.Raw, DebtorPeople.Words).Count == 0);

    /// <summary>Turns to this day, at nine in the morning.</summary>
    public Task TurnToAsync(DateOnly day, CancellationToken cancellation) => stage.TurnToAsync(LegalCalendar.At(day, new(9, 0)), cancellation);

    /// <summary>One round of the timer that opens months and cleans up; then the engine is let work until it rests.</summary>
    public async Task RoundAsync(CancellationToken cancellation)
    {
        await stage.Host.Sweep.RunAsync(cancellation);
        await stage.Host.Engine.WaitUntilIdleAsync(cancellation);
    }

    private string PurposeOf(Caller who) => Protocol.Purposes.First(purpose => purpose.Parties.Contains(who.Party)).Code;
}
