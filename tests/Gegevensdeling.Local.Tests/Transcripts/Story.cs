using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using ReferralOf = Gegevensdeling.Exchanges.Referral.Referral;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>
/// A story of one or more referrals on the real host with a clock that is turned, written down in Dutch so that a lawyer can read
/// it: who did what, which message left for whom, what was erased.
/// </summary>
internal sealed partial class Story : IAsyncDisposable
{
    private static readonly string[] Days = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    private readonly FakeTimeProvider clock;
    private readonly Recorder recorder;
    private readonly DirectoryInfo root;
    private readonly StringBuilder text = new();
    private readonly List<ExchangeId> references = [];
    private readonly DateOnly first;
    private string? stamp;

    private Story(LocalHost host, FakeTimeProvider clock, Recorder recorder, DirectoryInfo root, Protocol protocol, string title)
    {
        (Host, this.clock, this.recorder, this.root, Protocol) = (host, clock, recorder, root, protocol);
        first = LegalCalendar.DateOf(clock.GetUtcNow());
        text.Append(title).Append("\n\n");
    }

    public LocalHost Host { get; }

    public Protocol Protocol { get; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public static string ProtocolFolderPath { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "protocols"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Begins on Monday 2 March 2026 at 9 o'clock in Brussels.</summary>
    public static async Task<Story> BeginAsync(string title, Func<Ports, Ports>? between = null, bool orchestrations = true, DateTimeOffset? begin = null)
    {
        var clock = new FakeTimeProvider(begin ?? new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        var recorder = new Recorder(clock);
        var root = TestFolder.Create("verhaal-");
        var protocols = Directory.CreateDirectory(Path.Combine(root.FullName, "protocollen"));
        foreach (var name in new[] { "mechelen-2024.json", "kasterlee-2025.json", "turnhout-2021.json" }) // the months of Maldegem open by themselves: no part of these stories
            File.Copy(Path.Combine(ProtocolFolderPath, name), Path.Combine(protocols.FullName, name));
        var host = await LocalHost.StartAsync(
            new()
            {
                Root = root.FullName, Protocols = protocols.FullName, Url = "http://127.0.0.1:0", Clock = clock, SweepEvery = null,
                Orchestrations = orchestrations, Between = ports => recorder.Between(between is null ? ports : between(ports)),
            }, Stop);
        return new(host, clock, recorder, root, host.Law.Protocols.Find(new("mechelen-2024"))!, title);
    }

    public Caller Team => SyntheticPeople.TeamMember;

    public Caller Worker => SyntheticPeople.SocialWorker(Protocol);

    public Caller Colleague => SyntheticPeople.Colleague(Protocol);

    public string Purpose => Protocol.Purposes.First(purpose => purpose.Parties.Contains(Protocol.Receiver)).Code;

    /// <summary>The referral that was made, or tried, last.</summary>
    public ExchangeId Last => references[^1];

    public IReadOnlyList<Gegevensdeling.Stores.OutboundMessage> Messages => recorder.Messages;

    public IEnumerable<Gegevensdeling.Stores.OutboundMessage> MessagesTo(Caller person) => Messages.Where(message => message.To == person.Mail);

    public void Say(string line) => text.Append("\n# ").Append(line).Append('\n');

    public async Task<ExchangeId> ReferAsync(string firstName = "Amélie", string name = "Vandenproef", string mail = "amelie.vandenproef@proefpost.example")
    {
        var exchange = References.New(ReferralHeads.Prefix);
        references.Add(exchange);
        var request = new ReferralRequest
        {
            Protocol = Protocol.Id.Value,
            Consent = new() { Given = true, On = first, Form = ConsentForm.Oral, InformedOn = Enum.GetValues<InformedOn>() },
            Client = new() { FirstName = firstName, Name = name, Mail = mail, Address = new() { Postcode = "2800", Municipality = "Mechelen" } },
        };
        var result = await Host.Law.Intake(Host.Engine).CreateAsync(await ActorAsync(Team), Protocol, request, exchange, References.NewFact(), Stop);
        Assert.IsType<IntakeResult.Accepted>(result);
        Write($"team verwijst door: {Label(exchange)}");
        await SettleAsync();
        return exchange;
    }

    public async Task<ReferralOf> ReferralAsync(ExchangeId exchange) => (await Host.Law.Referrals.FindAsync(exchange, Stop))!;

    public async Task<DeskResult> DoAsync(Caller person, ExchangeId exchange, ReferralCommand command, string said)
    {
        var result = await Host.Law.Desk(Host.Engine).DoAsync(await ActorAsync(person), exchange, command, References.NewFact(), Stop);
        Write($"{Who(person)}{said}{Of(exchange)}{Outcome(result)}");
        await SettleAsync();
        return result;
    }

    public async Task<string?> OpenAsync(Caller person, ExchangeId exchange)
    {
        var shown = await Host.Law.Reading(Host.Engine).OpenAsync(await ActorAsync(person), exchange, Purpose, References.NewFact(), Stop);
        Write($"{Who(person)}opent in de toepassing{Of(exchange)}{(shown is Shown<ReferralDocument>.Refused no ? Refused(no.Refusal) : ": de vijf gegevens staan op het scherm")}");
        await SettleAsync();
        return (shown as Shown<ReferralDocument>.Ok)?.Value.Client.Name;
    }

    public async Task<string?> RevealAsync(ExchangeId exchange)
    {
        var shown = await Host.Law.Reading(Host.Engine).RevealKeyAsync(await ActorAsync(Team), exchange, Protocol.Purposes.First(purpose => purpose.Parties.Contains(Protocol.Sender)).Code, References.NewFact(), Stop);
        Write($"team toont de sleutel en leest hem voor aan de telefoon{Of(exchange)}{(shown is Shown<string>.Refused no ? Refused(no.Refusal) : string.Empty)}");
        await SettleAsync();
        return (shown as Shown<string>.Ok)?.Value;
    }

    public async Task TakeAndOpenAsync(ExchangeId exchange)
    {
        await DoAsync(Worker, exchange, new ReferralCommand.Take(false), "neemt op");
        Assert.NotNull(await OpenAsync(Worker, exchange));
    }

    /// <summary>Turns the clock, stopping wherever the engine has something to do.</summary>
    public async Task TurnToAsync(DateTimeOffset moment)
    {
        while (Host.Engine.NextDue is { } due && due <= moment)
        {
            if (due > Now)
                clock.SetUtcNow(due);
            await SettleAsync();
        }

        clock.SetUtcNow(moment);
        await SettleAsync();
    }

    /// <summary>Turns the clock past whatever comes after this many Belgian working days.</summary>
    public Task WorkingDaysLaterAsync(int days) => TurnToAsync(LegalCalendar.AddWorkingDays(Now, days).AddMinutes(10));

    public Task DaysLaterAsync(int days) => TurnToAsync(Now.AddDays(days));

    /// <summary>Turns the clock without anybody hearing it: the engine stands still.</summary>
    public void Jump(TimeSpan time) => clock.SetUtcNow(Now + time);

    public async Task<Gegevensdeling.Retention.SweepReport> SweepAsync()
    {
        var report = await Host.Sweep.RunAsync(Stop);
        await SettleAsync();
        return report;
    }

    /// <summary>What the sweep opens for the protocols themselves is no part of a story about a referral.</summary>
    private static readonly string[] OfProtocols = ["PR-", "EV-", "TC-", "WM-"];

    public async Task SettleAsync()
    {
        await Host.Engine.WaitUntilIdleAsync(Stop);
        foreach (var deed in recorder.Take().Where(deed => !OfProtocols.Any(prefix => deed.Exchange.Value.StartsWith(prefix, StringComparison.Ordinal))).OrderBy(deed => deed.At).ThenBy(deed => references.IndexOf(deed.Exchange)).ThenBy(deed => deed.Order, StringComparer.Ordinal))
            Write(deed.To is null ? $"  systeem{Of(deed.Exchange)}: {deed.Text}" : $"  bericht aan {Reader(deed.To)}{Of(deed.Exchange)}: {deed.Text}", deed.At);
    }

    /// <summary>What everybody is left with, as the stores say it.</summary>
    public async Task<string> EndAsync()
    {
        foreach (var exchange in references)
        {
            var ports = Host.Law.Ports;
            var referral = await ReferralAsync(exchange);
            text.Append(CultureInfo.InvariantCulture, $"\nStand van {Label(exchange)}: {referral.Head.State}\n")
                .Append(CultureInfo.InvariantCulture, $"  het team ziet: {(referral.State.Receipt is null ? "niet afgeleverd" : "afgeleverd")}{(referral.State.NotForUs is null ? string.Empty : ", teruggekeerd met een redencode")}\n")
                .Append(CultureInfo.InvariantCulture, $"  in de opslag: {await ports.Keys.CountAsync(exchange, Stop)} sleutel(s), {await ports.Blobs.CountAsync(exchange, Stop)} bestand(en), {await ports.Outbox.CountAttachmentsAsync(exchange, Stop)} bericht(en) met bijlage, {(referral.Head.Salt is null ? "geen pseudoniem" : "een pseudoniem")}\n")
                .Append(CultureInfo.InvariantCulture, $"  bewijzen: {Words(await ports.Evidence.NamesAsync(exchange, Stop))}\n");
        }

        return Anonymous(text.ToString());
    }

    public async Task<ActedBy> ActorAsync(Caller person) => new(
        person.Party, person.Roles.Single().Word(),
        await Host.Law.Ports.Staff.ReferenceAsync(new(person.Party, person.Subject, person.Name, person.Mail), first.Year, Stop));

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        root.Delete(recursive: true);
    }

    private void Write(string line, DateTimeOffset? at = null)
    {
        var local = LegalCalendar.Local(at ?? Now);
        var date = LegalCalendar.DateOf(at ?? Now);
        var when = string.Create(CultureInfo.InvariantCulture, $"dag {date.DayNumber - first.DayNumber + 1} ({Days[(int)date.DayOfWeek]} {local:dd'/'MM HH:mm})");
        text.Append((stamp == when ? string.Empty : when).PadRight(26)).Append(line).Append('\n');
        stamp = when;
    }

    private string Anonymous(string told)
    {
        foreach (var exchange in references)
            told = told.Replace(exchange.Value, Label(exchange), StringComparison.Ordinal);
        foreach (var (index, dossier) in corrections.Index())
            told = told.Replace(dossier.Value, string.Create(CultureInfo.InvariantCulture, $"VB-{index + 1}"), StringComparison.Ordinal);
        return told;
    }

    private string Label(ExchangeId exchange) => string.Create(CultureInfo.InvariantCulture, $"DV-{references.IndexOf(exchange) + 1}");

    private string Of(ExchangeId exchange) => corrections.Contains(exchange) ? $" [{exchange}]" : references.Count > 1 ? $" [{Label(exchange)}]" : string.Empty;

    private static string Outcome(DeskResult result) => result switch
    {
        DeskResult.Refused no => Refused(no.Refusal),
        DeskResult.Ok { Fact: null } => " (was al zo)",
        _ => string.Empty,
    };

    private static string Refused(Refusal refusal) => $": GEWEIGERD, {refusal.Article}: {refusal.Text}";

    private string Who(Caller person) =>
        person.Subject == Team.Subject ? "team " : person.Subject == Worker.Subject ? "maatschappelijk werker " : person.Subject == Colleague.Subject ? "collega " : $"{person.Roles.Single().Word()} ";

    private string Reader(string address)
    {
        var ocmw = Protocol.ContactsOf(Protocol.Receiver);
        return address == Team.Mail ? "team"
            : address == Worker.Mail ? "maatschappelijk werker"
            : address == Colleague.Mail ? "collega die overnam"
            : address == Protocol.Flows[0].Channels[0].Address ? "mailbox van het OCMW (art. 6)"
            : address == Protocol.ContactsOf(Protocol.Sender).Colleagues?.Mail ? "collega's van het team"
            : address == ocmw.Colleagues?.Mail ? "collega's van het OCMW"
            : address == ocmw.HeadOfService?.Mail ? "hoofd van de sociale dienst"
            : address == Protocol.Party(Protocol.Sender).DataProtectionOfficer.Mail ? "DPO van Opgroeien regie"
            : address == Protocol.Party(Protocol.Receiver).DataProtectionOfficer.Mail ? "DPO van het OCMW"
            : address == Protocol.Party(Protocol.Sender).DataProtectionOfficer.Deputy.Mail ? "plaatsvervangend DPO van Opgroeien regie"
            : address == Protocol.Party(Protocol.Receiver).DataProtectionOfficer.Deputy.Mail ? "plaatsvervangend DPO van het OCMW"
            : throw new InvalidOperationException("A message to an address that is nobody's in this story");
    }

    private static string Words(IReadOnlyList<string> names) => names.Count == 0 ? "geen" : string.Join(", ", names.Order(StringComparer.Ordinal));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
