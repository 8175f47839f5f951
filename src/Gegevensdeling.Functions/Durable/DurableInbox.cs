using System.Text.Json;
using Gegevensdeling.Orchestrations;
using Microsoft.DurableTask;

namespace Gegevensdeling.Functions.Durable;

/// <summary>
/// The one inbox (design 3). One native wait for one event name is open all the time and is renewed only by an event: a wait that lost a race and was
/// left behind is known to swallow a later event. What nobody waits for yet is kept here, in the order of arrival.
/// </summary>
internal sealed class DurableInbox(TaskOrchestrationContext native, DurableInput input)
{
    private readonly HashSet<string> known = [.. input.Known ?? []];
    private readonly Queue<string> unread = new(input.Unread ?? []);
    private readonly Dictionary<string, TaskCompletionSource<DurableLetter>> children = new(StringComparer.Ordinal);
    private TaskCompletionSource? waiting;

    public IReadOnlyList<string> Known => [.. known];

    public IReadOnlyList<string> Unread => [.. unread];

    /// <summary>Opens the native wait, for the whole run.</summary>
    public void Open() => _ = ListenAsync();

    /// <summary>The outcome of a sub-orchestration, whenever it comes.</summary>
    public Task<DurableLetter> OutcomeOf(string child) => (children[child] = new()).Task;

    /// <returns>The message as JSON, or null when the deadline passed first.</returns>
    /// <param name="ending">Lets go of a timer that still runs when the orchestration ends: an open timer would keep it from ending.</param>
    /// <exception cref="InvalidOperationException">Another wait is open.</exception>
    public Task<string?> NextAsync(DateTimeOffset? deadline, CancellationToken ending)
    {
        if (waiting is not null)
            throw new InvalidOperationException("At most one wait for a message at a time");
        return unread.TryDequeue(out var kept) ? Task.FromResult<string?>(kept) : WaitAsync((waiting = new()).Task, deadline, ending);
    }

    private async Task<string?> WaitAsync(Task arrived, DateTimeOffset? deadline, CancellationToken ending)
    {
        if (deadline is { } at)
        {
            using var losing = CancellationTokenSource.CreateLinkedTokenSource(ending);
            await Task.WhenAny(arrived, native.CreateTimer(at.UtcDateTime, losing.Token));
            if (arrived.IsCompleted)
                Cancel(losing);
        }
        else
        {
            await arrived;
        }

        waiting = null;
        return unread.TryDequeue(out var message) ? message : null;
    }

    private async Task ListenAsync()
    {
        while (true)
            Take(await native.WaitForExternalEvent<string>(DurableLetter.EventName));
    }

    private void Take(string json)
    {
        switch (Read(json))
        {
            case { Child: { } child } outcome:
                if (children.Remove(child, out var asked))
                    asked.SetResult(outcome);
                break;
            case { Id: { } id, Message: { } message } when known.Add(id):
                unread.Enqueue(message);
                waiting?.TrySetResult();
                break;
        }
    }

    /// <summary>What is no letter of ours is nobody's: it must not end the listening.</summary>
    private static DurableLetter? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<DurableLetter>(json, OrchestrationJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

#pragma warning disable CA1849 // cancels on this very thread: an orchestration awaits nothing but its context
    private static void Cancel(CancellationTokenSource timer) => timer.Cancel();
#pragma warning restore CA1849
}
