using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Local.Engine;

/// <summary>Runs activities, a bounded number at a time. Only a failure code comes out of one that fails (law 7).</summary>
internal sealed class ActivityRunner(Workers workers, EngineParts parts) : IDisposable
{
    private readonly SemaphoreSlim places = new(parts.Options.ConcurrentActivities);

    public void Start(LiveInstance instance, int execution, PendingStep step)
    {
        workers.BeginActivity(instance);
        var (task, attempt) = (step.Task, step.Attempt);
        _ = Task.Run(async () => workers.EndActivity(instance, await RunAsync(instance.Id, execution, task, attempt, step)));
    }

    public void Dispose() => places.Dispose();

    private async Task<InstanceEvent?> RunAsync(string instance, int execution, int task, int attempt, PendingStep step)
    {
        var entered = false;
        try
        {
            await places.WaitAsync(workers.Stopping);
            entered = true;
            var output = await parts.Bindings.RunAsync(step.Name, step.Input.Text, workers.Stopping);
            return new InstanceEvent.ActivityEnded(execution, task, attempt, new(output), default, false);
        }
        catch (ActivityFailureException failure)
        {
            return new InstanceEvent.ActivityEnded(execution, task, attempt, null, failure.Code, failure.Retry);
        }
        catch (OperationCanceledException) when (workers.Stopping.IsCancellationRequested)
        {
            return null; // the engine stops; the next start runs this attempt again
        }
#pragma warning disable CA1031 // whatever an activity throws crosses as one word
        catch (Exception unmapped)
#pragma warning restore CA1031
        {
            parts.Log.ActivityFailed(step.Name, instance, task, attempt, unmapped.GetType().Name, Guid.NewGuid());
            return new InstanceEvent.ActivityEnded(execution, task, attempt, null, FailureCode.Unexpected, true);
        }
        finally
        {
            if (entered) places.Release();
        }
    }
}
