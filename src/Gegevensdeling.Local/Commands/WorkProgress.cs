using Spectre.Console;

namespace Gegevensdeling.Local.Commands;

/// <summary>A progress bar on the error stream for work on large files; short work and redirected output have none.</summary>
internal static class WorkProgress
{
    private const long Noticeable = 32L << 20;

    public static async Task<T> RunAsync<T>(TextWriter error, string what, long totalBytes, Func<Action<long>, Task<T>> work)
    {
        var isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;
        if (!isTerminal || totalBytes < Noticeable)
            return await work(static _ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        return await console.Progress().AutoClear(enabled: true).StartAsync(async context =>
        {
            var task = context.AddTask(what, maxValue: totalBytes);
            return await work(bytes => task.Increment(bytes));
        });
    }
}
