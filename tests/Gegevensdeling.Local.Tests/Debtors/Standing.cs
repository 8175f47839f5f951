using Gegevensdeling.Local.Tests.Canaries;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Everything that the stores hold of this exchange at one moment, so that what is refused can be seen to have changed nothing.</summary>
internal sealed class Standing(Rig rig, Maldegem maldegem)
{
    private static readonly Person[] Anybody = [.. Enumerable.Range(0, 60).Select(Person.Of)];

    /// <summary>Refused with this code, in Dutch, with these rows and nobody's name or number; and nothing of it is left.</summary>
    public async Task<Answer> RefusesAsync(int status, string code, Func<Task<Answer>> doing, params int[] rows)
    {
        var before = await LinesAsync();
        var answer = (await doing()).Refuses(status, code);
        Assert.Equal(rows.Select(row => $"rij {row}"), answer.Fields.Where(field => field.StartsWith("rij", StringComparison.Ordinal)));
        NamesNobody(answer);
        Assert.Equal(before, await LinesAsync());
        return answer;
    }

    public static void NamesNobody(Answer answer) => Assert.Empty(
        new Haystack(Anybody.SelectMany(one => one.Words)).Bytes("answer", [.. answer.Raw, .. System.Text.Encoding.UTF8.GetBytes(answer.Headers.ToString())]).Found);

    /// <summary>Heads with their facts and documents, sealed files, keys, and what both sides see of month and list.</summary>
    public async Task<IReadOnlyList<string>> LinesAsync()
    {
        var (lines, ports) = (new List<string>(), rig.Host.Law.Ports);
        foreach (var head in await maldegem.HeadsAsync())
        {
            lines.Add($"{head.Kind} {head.Id} {head.State} {head.Revision} {head.EraseAfter} {head.ErasedAt}");
            lines.AddRange((await ports.Evidence.NamesAsync(head.Id, Rig.Cancelled)).Select(name => $"{head.Id} {name}"));
        }

        lines.AddRange((await maldegem.StoredAsync()).Select(copy => $"bestand {copy.Exchange}"));
        lines.AddRange((await ports.Keys.ListAsync(Rig.Cancelled).ToListAsync(Rig.Cancelled)).Select(copy => $"sleutel {copy.Exchange}"));
        foreach (var who in new[] { maldegem.TownDpo, maldegem.Dpo })
            lines.Add((await rig.GetAsync(who, "/debiteurenmaanden")).Is(200).Text + (await rig.GetAsync(who, "/debiteurenlijsten")).Is(200).Text);
        return [.. lines.Order(StringComparer.Ordinal)];
    }
}
