using System.Net.Http.Headers;
using System.Text.Json;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Governance;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>The people of Maldegem at work on one month, over HTTP.</summary>
internal sealed class Maldegem(Rig rig)
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private readonly MaldegemOffice office = new(rig);

    public Protocol Protocol => office.Protocol;

    /// <summary>The debt team at the municipality.</summary>
    public Caller Town => office.DebtTeam;

    public Caller TownDpo => office.TownDpo;

    public Caller TownSignatory => office.TownSignatory;

    public Caller Worker => office.Worker;

    public Caller Head => office.Head;

    public Caller Dpo => office.Dpo;

    /// <summary>The integrated debt team, where it works for the OCMW.</summary>
    public Caller DebtTeam { get; } = new(new("ocmw-maldegem"), new HashSet<Role> { Role.DebtTeam }, "ocmw-maldegem/rik.vijncke", "rik.vijncke", "rik.vijncke@ocmw-maldegem.example");

    public string MonthNow => Exchanges.Debtors.DebtorMonth.Of(rig.Clock.GetUtcNow()).ToString();

    public string PurposeOf(Caller who) => Rig.PurposeOf(Protocol, who.Party);

    /// <summary>A host on which this month is open.</summary>
    public static async Task<Maldegem> OpenAsync(Rig rig)
    {
        await rig.SweepAsync();
        return new(rig);
    }

    public Task<Answer> DeliverAsync(byte[] workbook, string? month = null, string? replaces = null, Caller? who = null, string? key = null, bool settle = true) =>
        UploadAsync(who ?? Town, $"/debiteurenleveringen?protocol={Protocol.Id}&maand={month ?? MonthNow}{(replaces is null ? "" : $"&vervangt={replaces}")}", workbook, key, settle: settle);

    public Task<Answer> ClientsAsync(byte[] workbook, string? month = null, Caller? who = null, string? key = null, bool settle = true) =>
        UploadAsync(who ?? Worker, $"/clientenleveringen?protocol={Protocol.Id}&maand={month ?? MonthNow}", workbook, key, settle: settle);

    /// <summary>Client numbers as the OCMW's own system gives them.</summary>
    public Task<Answer> NumbersAsync(IEnumerable<Person> clients, IEnumerable<Person>? withheld = null, Caller? who = null) => PostAsync(
        who ?? Worker, $"/clientennummers?protocol={Protocol.Id}&maand={MonthNow}", new { nummers = clients.Select(one => one.Number), nietMeedelen = (withheld ?? []).Select(one => one.Number) });

    public Task<Answer> MarkAsync(byte[] workbook, Caller? who = null) => UploadAsync(who ?? Worker, $"/markeringen?protocol={Protocol.Id}", workbook);

    public Task<Answer> DetailsAsync(byte[] workbook, string? month = null) => UploadAsync(Town, $"/schuldgegevens?protocol={Protocol.Id}&maand={month ?? MonthNow}", workbook);

    public Task<Answer> OfMonthAsync(Caller who, string what, object? body = null) => PostAsync(who, $"/debiteurenmaanden/{Month}/{what}", body);

    public Task<Answer> OfListAsync(Caller who, string what, object? body = null) => PostAsync(who, $"/debiteurenlijsten/{List}/{what}", body);

    public Task<Answer> PostAsync(Caller who, string path, object? body = null) => rig.PostAsync(who, path, body, PurposeOf(who));

    public Task<Answer> UploadAsync(Caller who, string path, byte[] file, string? key = null, string? purpose = null, bool settle = true) =>
        rig.SendAsync(who, HttpMethod.Post, path, new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(Workbook) } }, purpose ?? PurposeOf(who), key, settle);

    /// <summary>The reference of the month that runs.</summary>
    public ExchangeId Month => Exchanges.Debtors.CycleKind.IdOf(Protocol.Id, Exchanges.Debtors.DebtorMonth.Of(rig.Clock.GetUtcNow()));

    public ExchangeId List => Exchanges.Debtors.ListKind.IdOf(Protocol.Id);

    public async Task<JsonElement> MonthAsync(Caller? who = null) => (await rig.GetAsync(who ?? Dpo, $"/debiteurenmaanden/{Month}")).Is(200).Json;

    public async Task<JsonElement> ListAsync(Caller? who = null) => (await rig.GetAsync(who ?? Dpo, $"/debiteurenlijsten/{List}")).Is(200).Json;

    public async Task<string> StateAsync() => (await MonthAsync()).GetProperty("toestand").GetString()!;

    /// <summary>The marks as the municipality gets them, without the heading.</summary>
    public async Task<IReadOnlyList<string[]>> MarksAsync() => [.. Sheets.Rows((await OfListAsync(Town, "vermeldingen")).Is(200).Raw).Skip(1)];

    /// <summary>The list as the OCMW gets it, without the heading.</summary>
    public async Task<IReadOnlyList<string[]>> RowsAsync(Caller? who = null) => [.. Sheets.Rows((await OfListAsync(who ?? Worker, "openen")).Is(200).Raw).Skip(1)];

    /// <summary>Phases 1 and 2 of a month, released.</summary>
    public async Task ReleasedAsync(IReadOnlyList<Person> debtors, IReadOnlyList<Person> clients)
    {
        (await DeliverAsync(Sheets.Debtors(debtors))).Is(201);
        (await ClientsAsync(Sheets.Clients(clients))).Is(200);
        (await OfMonthAsync(Worker, "vrijgave")).Is(204);
    }

    /// <summary>The same, fetched and confirmed by the municipality.</summary>
    public async Task ConfirmedAsync(IReadOnlyList<Person> debtors, IReadOnlyList<Person> clients)
    {
        await ReleasedAsync(debtors, clients);
        await MarksAsync();
        (await OfMonthAsync(Town, "bevestiging")).Is(204);
    }

    /// <summary>Another mark for one person.</summary>
    public Task<Answer> ChangeAsync(Person person, string why, Caller? who = null) => OfListAsync(who ?? Worker, "vermelding", new { rijksregisternummer = person.Number, reden = why });

    /// <summary>A pause that was looked at goes on.</summary>
    public Task<Answer> ExtendAsync(Person person) => OfListAsync(Worker, "herziening", new { rijksregisternummer = person.Number });

    public Task<Answer> NoClientAsync(Person person) => OfListAsync(Worker, "geen-client", new { rijksregisternummer = person.Number });

    /// <summary>An objection or a restriction, recorded by this person.</summary>
    /// <returns>The dossier.</returns>
    public async Task<string> ObjectAsync(Caller who, object body) => (await OfListAsync(who, "bezwaar", body)).Is(201).Json.GetProperty("dossier").GetString()!;

    /// <param name="number">Null says that the person is not on the list.</param>
    public Task<Answer> NameRowAsync(string dossier, string? number, Caller? who = null) =>
        PostAsync(who ?? Worker, $"/lijstbezwaren/{dossier}/rij", number is null ? new { nietOpDeLijst = true } : new { rijksregisternummer = number });

    /// <param name="file">Null closes everything of this person.</param>
    public Task<Answer> CloseAsync(Person person, string why, string? file = null) =>
        OfListAsync(Town, "afsluiting", file is null ? new { rijksregisternummer = person.Number, reden = why } : new { rijksregisternummer = person.Number, dossiernummer = file, reden = why });

    /// <summary>What the register holds of every exchange here.</summary>
    public async Task<IReadOnlyList<ExchangeHead>> HeadsAsync() =>
        await rig.Host.Law.Ports.Register.OfProtocolAsync(Protocol.Id, liveOnly: false, Rig.Cancelled).Where(head => head.Kind.StartsWith("debiteuren", StringComparison.Ordinal)).ToListAsync(Rig.Cancelled);

    public async Task<IReadOnlyList<StoredCopy>> StoredAsync() => await rig.Host.Law.Ports.Blobs.ListAsync(Rig.Cancelled).ToListAsync(Rig.Cancelled);

    /// <summary>Who has a key in the key store.</summary>
    public async Task<HashSet<ExchangeId>> KeysAsync() => [.. (await rig.Host.Law.Ports.Keys.ListAsync(Rig.Cancelled).ToListAsync(Rig.Cancelled)).Select(copy => copy.Exchange)];
}
