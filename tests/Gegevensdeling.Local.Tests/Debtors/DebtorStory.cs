using System.Globalization;
using System.Text;
using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Local.Tests.Transcripts;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Months of Maldegem, written down in Dutch day by day: who did what, which message left for whom, what was erased.</summary>
internal sealed class DebtorStory : IAsyncDisposable
{
    private static readonly string[] Days = ["zo", "ma", "di", "wo", "do", "vr", "za"];
    private static readonly string[] Kinds = ["DM", "DB", "DL", "DK"];

    private readonly Later clock = new();
    private readonly StringBuilder text = new();
    private readonly List<string> seen = [];
    private readonly IReadOnlyList<string> kinds;
    private readonly Recorder recorder;
    private string? stamp;

    private DebtorStory(string title, IReadOnlyList<string> kinds)
    {
        (recorder, this.kinds) = (new(clock), kinds);
        text.Append(title).Append("\n\n");
    }

    public Rig Rig { get; private set; } = null!;

    public Maldegem Maldegem { get; private set; } = null!;

    /// <param name="ofListOnly">Tells of the list and its versions, and not of the months.</param>
    public static async Task<DebtorStory> BeginAsync(string title, bool ofListOnly = false)
    {
        var story = new DebtorStory(title, ofListOnly ? Kinds[2..] : Kinds);
        story.Rig = await Rig.StartAsync(between: story.recorder.Between);
        story.clock.Inner = story.Rig.Clock;
        story.Maldegem = await Maldegem.OpenAsync(story.Rig);
        story.Told();
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

    /// <summary>What somebody gets to see, as the lines of a file without its heading.</summary>
    public async Task ShowAsync(string said, Task<IReadOnlyList<string[]>> seeing, Func<string[], string> line)
    {
        Write(said);
        foreach (var row in await seeing)
            Write($"    {line(row)}");
        Told();
    }

    /// <summary>Turns the clock; the sweep comes at the beginning of each day, as it does more often where nobody turns the clock.</summary>
    public async Task TurnToAsync(DateTimeOffset moment)
    {
        while (LegalCalendar.EndOf(LegalCalendar.DateOf(Rig.Clock.GetUtcNow())) is var midnight && midnight <= moment)
        {
            await Rig.TurnAsync(midnight - Rig.Clock.GetUtcNow());
            await Rig.SweepAsync();
            Told();
        }

        await Rig.TurnAsync(moment - Rig.Clock.GetUtcNow());
        Told();
    }

    /// <summary>To this hour of that day in Maldegem.</summary>
    public Task TurnToAsync(int month, int day, int hour = 9) => TurnToAsync(LegalCalendar.At(new(2026, month, day), new(hour, 0)));

    public async Task<string> EndAsync()
    {
        var (ports, labels) = (Rig.Host.Law.Ports, new List<(string Id, string Label)>());
        text.Append('\n');
        foreach (var head in (await Maldegem.HeadsAsync()).OrderBy(head => head.CreatedAt))
            labels.Add((head.Id.Value, await LabelAsync(head.Id, labels.Count(one => one.Label.StartsWith("levering", StringComparison.Ordinal)) + 1)));
        var told = labels.Where(one => kinds.Contains(one.Id[..2])).OrderBy(one => Array.IndexOf(Kinds, one.Id[..2]));
        foreach (var (id, label) in told.ThenBy(one => one.Id[..2] == "DK" ? one.Label : "", StringComparer.Ordinal))
        {
            var head = (await ports.Register.FindAsync(new(id), Rig.Cancelled))!;
            var state = id[..2] == "DM" ? (await Rig.Host.Law.Debtors.Cycles.GetAsync(head.Id, Rig.Cancelled)).State.Word : head.State;
            var names = string.Join(", ", (await ports.Evidence.NamesAsync(head.Id, Rig.Cancelled)).Order(StringComparer.Ordinal).DefaultIfEmpty("geen"));
            var (keys, files) = (await ports.Keys.CountAsync(head.Id, Rig.Cancelled), await ports.Blobs.CountAsync(head.Id, Rig.Cancelled));
            text.Append(CultureInfo.InvariantCulture, $"Stand van {label}: {state}; in de opslag: {keys} sleutel(s), {files} bestand(en); bewijzen: {names}\n");
        }

        return labels.Aggregate(text.ToString(), (all, one) => all.Replace(one.Id, one.Label, StringComparison.Ordinal));
    }

    public ValueTask DisposeAsync() => Rig.DisposeAsync();

    private async Task<string> LabelAsync(ExchangeId id, int delivery) => id.Value[..2] switch
    {
        "DM" => (await Rig.Host.Law.Debtors.Cycles.GetAsync(id, Rig.Cancelled)).State.Month.Say(),
        "DL" => "de lijst",
        "DB" => $"levering {delivery}",
        _ => $"versie {(await Rig.Host.Law.Debtors.Copies.GetAsync(id, Rig.Cancelled)).State.Claim.Number}",
    };

    private void Told()
    {
        var deeds = recorder.Take().Where(deed => kinds.Contains(deed.Exchange.Value[..2])).ToList();
        seen.AddRange(deeds.Select(deed => deed.Exchange.Value).Distinct().Except(seen).ToList());
        var ordered = deeds.OrderBy(deed => deed.At).ThenBy(deed => Array.IndexOf(Kinds, deed.Exchange.Value[..2])).ThenBy(deed => seen.IndexOf(deed.Exchange.Value));
        foreach (var deed in ordered.ThenBy(deed => deed.Order, StringComparer.Ordinal))
            Write(deed.To is null ? $"  systeem [{deed.Exchange}]: {deed.Text}" : $"  bericht aan {Reader(deed.To)} [{deed.Exchange}]: {deed.Text}", deed.At);
    }

    private void Write(string line, DateTimeOffset? at = null)
    {
        var moment = at ?? Rig.Clock.GetUtcNow();
        var (local, date) = (LegalCalendar.Local(moment), LegalCalendar.DateOf(moment));
        var when = string.Create(CultureInfo.InvariantCulture, $"{Days[(int)date.DayOfWeek]} {local:dd'/'MM'/'yyyy HH:mm}");
        text.Append((stamp == when ? string.Empty : when).PadRight(22)).Append(line).Append('\n');
        stamp = when;
    }

    private static string Reader(string address) => address switch
    {
        "debiteurenteam@maldegem.example" => "het debiteurenteam van de gemeente",
        "financieel-directeur@maldegem.example" => "de financieel directeur",
        "dpo@maldegem.example" => "DPO van de gemeente",
        "sociale-dienst@ocmw-maldegem.example" => "de sociale dienst",
        "hoofd-sociale-dienst@ocmw-maldegem.example" => "hoofd van de sociale dienst",
        "dpo@ocmw-maldegem.example" => "DPO van het OCMW",
        _ => throw new InvalidOperationException("A message to an address that is nobody's in this story"),
    };

    /// <summary>The clock of the rig, which comes to be after the recorder.</summary>
    private sealed class Later : TimeProvider
    {
        public TimeProvider Inner { get; set; } = System;

        public override DateTimeOffset GetUtcNow() => Inner.GetUtcNow();
    }
}
