using Gegevensdeling.Functions.Durable;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Functions.Tests.Double;

/// <summary>A task hub in memory: instances, their events and timers. Everything happens while somebody waits for it to become idle.</summary>
internal sealed class DoubleHub(ActivityBindings bindings)
{
    private readonly Lock gate = new();
    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<string, DoubleInstance> instances = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> early = new(StringComparer.Ordinal);
    private readonly DurableActivities activities = new(bindings, NullLogger<DurableActivities>.Instance);

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    /// <summary>False: everything is kept and nothing is done.</summary>
    public bool Works { get; set; } = true;

    /// <summary>True: what one instance sends to another is lost, as was measured on Azure Storage.</summary>
    public bool Loses { get; set; }

    public required DurableOrchestrations Code { get; set; }

    public DateTimeOffset? NextDue
    {
        get
        {
            lock (gate)
            {
                var due = instances.Values.Where(instance => instance.Status == "Running").SelectMany(instance => instance.Timers.Values).Where(at => at > Time.GetUtcNow()).ToList();
                return due.Count == 0 ? null : due.Min();
            }
        }
    }

    public DoubleInstance? Find(string id)
    {
        lock (gate) return instances.GetValueOrDefault(id);
    }

    public bool TryStart(string id, string name, string input)
    {
        lock (gate)
        {
            var instance = new DoubleInstance(id, name, input);
            if (!instances.TryAdd(id, instance))
                return false;
            if (early.Remove(id, out var kept))
                kept.ForEach(payload => instance.Waiting.Enqueue(context => context.Raise(payload)));
            return true;
        }
    }

    public void Raise(string id, string payload)
    {
        lock (gate)
        {
            if (!instances.TryGetValue(id, out var instance))
                (early.TryGetValue(id, out var kept) ? kept : early[id] = []).Add(payload);
            else if (instance.Status == "Running")
                instance.Waiting.Enqueue(context => context.Raise(payload));
        }
    }

    public bool Purge(string id)
    {
        lock (gate) return instances.TryGetValue(id, out var instance) && instance.Status != "Running" && instances.Remove(id);
    }

    public async Task IdleAsync()
    {
        await one.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            while (Works)
            {
                List<(DoubleInstance Instance, int Execution, int Id, DoubleAction.Call Call)> calls = [];
                lock (gate)
                {
                    if (RunReady(calls) == 0)
                        return;
                }

                foreach (var (instance, execution, id, call) in calls)
                {
                    var answer = await activities.RunAsync(call.Name, call.Input, TestContext.Current.CancellationToken);
                    lock (gate)
                    {
                        if (instance.Execution == execution)
                            instance.Waiting.Enqueue(context => Answer(context, id, answer));
                    }
                }
            }
        }
        finally
        {
            one.Release();
        }
    }

    private static void Answer(DoubleContext context, int id, string answer)
    {
        if (context.Open.Remove(id, out var source))
            source.SetResult(answer);
    }

    private int RunReady(List<(DoubleInstance Instance, int Execution, int Id, DoubleAction.Call Call)> calls)
    {
        var ran = 0;
        foreach (var instance in instances.Values.Where(instance => instance.Status == "Running").ToList())
        {
            foreach (var (timer, _) in instance.Timers.Where(timer => timer.Value <= Time.GetUtcNow()).OrderBy(timer => timer.Key).ToList())
            {
                instance.Timers.Remove(timer);
                instance.Waiting.Enqueue(context => Answer(context, timer, ""));
            }

            if (!instance.Fresh && instance.Waiting.Count == 0)
                continue;
            ran++;
            var execution = instance.Execution;
            foreach (var (id, action) in instance.Run(Time.GetUtcNow(), context => Code.RunAsync(instance.Name, context)))
                Carry(instance, execution, id, action, calls);
        }

        return ran;
    }

    private void Carry(DoubleInstance instance, int execution, int id, DoubleAction action, List<(DoubleInstance, int, int, DoubleAction.Call)> calls)
    {
        switch (action)
        {
            case DoubleAction.Call call: calls.Add((instance, execution, id, call)); break;
            case DoubleAction.Send when Loses: break;
            case DoubleAction.Send send: Raise(send.To, send.Payload); break;
            case DoubleAction.Start start: TryStart(start.Instance, start.Name, start.Input); break;
        }
    }
}
