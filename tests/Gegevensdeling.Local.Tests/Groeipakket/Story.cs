using System.Globalization;
using System.Text;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>One request of Turnhout, written down in Dutch day by day: who did what, which message left for whom, what was erased.</summary>
internal sealed class Story : IAsyncDisposable
{
    private static readonly string[] Days = ["zo", "ma", "di", "wo", "do", "vr", "za"];

    private readonly Later clock = new();
    private readonly StringBuilder text = new();
    private readonly List<(string Id, string Label)> labels = [];
    private readonly Recorder recorder;
    private string? stamp;

    private Story(string title)
    {
        recorder = new(clock);
        text.Append(title).Append("\n\n");
    }

    public Rig Rig { get; private set; } = null!;

    public Turnhout Turnhout { get; private set; } = null!;

    public static async Task<Story> BeginAsync(string title)
    {
        var story = new Story(title);
        story.Rig = await Rig.StartAsync(between: story.recorder.Between);
        story.clock.Inner = story.Rig.Clock;
        story.Turnhout = new(story.Rig);
        await story.Rig.SweepAsync(); // the dossiers of the protocol itself are no part of this
        await story.Rig.TurnAsync(TimeSpan.FromMinutes(1));
        story.recorder.Take();
        return story;
    }

    /// <summary>Writes what somebody did, and what the system did because of it.</summary>
    public async Task<Answer> DoAsync(string said, Task<Answer> doing)
    {
        var answer = await doing;
        Write(answer.Status < 300 ? said : $"{said}: GEWEIGERD: {answer.Detail}");
        Told();
        return answer;
    }

    /// <summary>The same for what makes a request, an extract or an answer.</summary>
    public async Task<string> MakeAsync(string said, string label, Task<Answer> doing)
    {
        var answer = await doing;
        labels.Add((Turnhout.Reference(answer), label));
        Write($"{said}: {label}");
        Told();
        return labels[^1].Id;
    }

    public async Task<(string Request, string Answer)> DeliveredAsync()
    {
        var request = await MakeAsync("sociale dienst van het OCMW dient een Excelbestand in via de toepassing", "aanvraag 1", Turnhout.AskAsync(Children.Column("INSZ", Children.Child(1)), Turnhout.Workbook));
        var extract = await MakeAsync("team Kadaster & Fluxen laadt een uittreksel op", "uittreksel 1", Turnhout.UploadExtractAsync(Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), ""))));
        return (request, await MakeAsync("team Kadaster & Fluxen laat de aanvraag opzoeken", "antwoord 1", Turnhout.OfRequestAsync(Turnhout.Team, request, "opzoeking", new { uittreksel = extract })));
    }

    public async Task TurnAsync(TimeSpan time)
    {
        await Rig.TurnAsync(time);
        Told();
    }

    public Task TurnToAsync(DateTimeOffset moment) => TurnAsync(moment - Rig.Clock.GetUtcNow());

    public async Task<string> EndAsync()
    {
        text.Append('\n');
        foreach (var (id, label) in labels)
        {
            var (ports, exchange) = (Rig.Host.Law.Ports, new ExchangeId(id));
            text.Append(CultureInfo.InvariantCulture, $"Stand van {label}: {(await Turnhout.HeadAsync(id))!.State}; ")
                .Append(CultureInfo.InvariantCulture, $"in de opslag: {await ports.Keys.CountAsync(exchange, Rig.Cancelled)} sleutel(s), {await ports.Blobs.CountAsync(exchange, Rig.Cancelled)} bestand(en), {await ports.Drop.CountAsync(exchange, Rig.Cancelled)} op de sftp-server; ")
                .Append(CultureInfo.InvariantCulture, $"bewijzen: {string.Join(", ", (await ports.Evidence.NamesAsync(exchange, Rig.Cancelled)).Order(StringComparer.Ordinal).DefaultIfEmpty("geen"))}\n");
        }

        return labels.Aggregate(text.ToString(), (told, one) => told.Replace(one.Id, one.Label, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    private void Told()
    {
        var mine = recorder.Take().Where(deed => labels.Any(one => one.Id == deed.Exchange.Value) || deed.Exchange.Value[..2] is "GP" or "GA" or "KU");
        foreach (var deed in mine.OrderBy(deed => deed.At).ThenBy(deed => deed.Exchange.Value[..2] switch { "GP" => 0, "GA" => 1, _ => 2 }).ThenBy(deed => deed.Order, StringComparer.Ordinal))
            Write(deed.To is null ? $"  systeem [{deed.Exchange}]: {deed.Text}" : $"  bericht aan {Reader(deed.To)} [{deed.Exchange}]: {deed.Text}", deed.At);
    }

    private void Write(string line, DateTimeOffset? at = null)
    {
        var moment = at ?? Rig.Clock.GetUtcNow();
        var (local, date, first) = (LegalCalendar.Local(moment), LegalCalendar.DateOf(moment), LegalCalendar.DateOf(Rig.Begin));
        var when = string.Create(CultureInfo.InvariantCulture, $"dag {date.DayNumber - first.DayNumber + 1} ({Days[(int)date.DayOfWeek]} {local:dd'/'MM'/'yyyy HH:mm})");
        text.Append((stamp == when ? string.Empty : when).PadRight(32)).Append(line).Append('\n');
        stamp = when;
    }

    private string Reader(string address)
    {
        var protocol = Turnhout.Protocol;
        var service = protocol.ContactsOf(protocol.Service());
        return address == protocol.ContactsOf(protocol.Registry()).Mailbox?.Address ? "team Kadaster & Fluxen"
            : address == Turnhout.Service.Mail ? "wie het vroeg"
            : address == service.Colleagues?.Mail ? "de sociale dienst"
            : address == service.HeadOfService?.Mail ? "hoofd van de sociale dienst"
            : address == protocol.Party(protocol.Registry()).DataProtectionOfficer.Mail ? "DPO van Opgroeien regie"
            : address == protocol.Party(protocol.Service()).DataProtectionOfficer.Mail ? "DPO van het OCMW"
            : throw new InvalidOperationException("A message to an address that is nobody's in this story");
    }

    /// <summary>The clock of the rig, which comes to be after the recorder.</summary>
    private sealed class Later : TimeProvider
    {
        public TimeProvider Inner { get; set; } = System;

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow();
    }
}
