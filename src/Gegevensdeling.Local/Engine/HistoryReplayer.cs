using System.Text.Json;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

/// <summary>Verifies that today's code still takes the decisions of a committed history.</summary>
public static class HistoryReplayer
{
    /// <param name="catalog">Today's code.</param>
    /// <param name="historyJson">What <see cref="EmbeddedEngine.ExportHistory"/> wrote.</param>
    /// <returns>How many turns were replayed; at least 1.</returns>
    /// <exception cref="ReplayDivergenceException">The code decides otherwise, or its version is not in the catalogue; the step is named.</exception>
    /// <exception cref="JsonException">The text is no history.</exception>
    public static int Replay(OrchestrationCatalog catalog, string historyJson)
    {
        var history = HistoryExport.Read(historyJson);
        if (history.Turns is not { Count: > 0 }) throw new JsonException("An empty history shows nothing");
        var token = catalog.Find(history.Orchestration, history.Version)
            ?? throw new ReplayDivergenceException($"the start: '{history.Orchestration}' version {history.Version} is not in the catalogue");
        new Execution(token, history.Instance, history.Execution, _ => { }).Replay(history.Turns);
        return history.Turns.Count;
    }
}
