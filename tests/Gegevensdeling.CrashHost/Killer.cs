using System.Diagnostics;
using System.Globalization;

namespace Gegevensdeling.CrashHost;

/// <summary>Where a process is killed.</summary>
public enum KillAt
{
    /// <summary>After a commit of the engine's journal.</summary>
    Commit,

    /// <summary>Just before an effect on a port.</summary>
    Before,

    /// <summary>In the middle of an effect that can be cut in two.</summary>
    Within,

    /// <summary>Just after an effect on a port, before anybody hears that it was done.</summary>
    After,
}

/// <summary>Counts commits and effects, and does at each what it was made for: nothing, kill its own process, or stop it.</summary>
public sealed class Killer
{
    private readonly long[] counts = new long[Enum.GetValues<KillAt>().Length];
    private readonly Action<KillAt, long> act;

    private Killer(Action<KillAt, long> act) => this.act = act;

    public static Killer None() => new((_, _) => { });

    /// <summary>Ends its own process by SIGKILL at the chosen one.</summary>
    public static Killer Once(KillAt at, long number) => new((kind, count) =>
    {
        if (kind != at || count != number)
            return;
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite); // nothing after this point happens
    });

    /// <summary>
    /// Says where it is and stops its own process by SIGSTOP, each time, until somebody lets it go on. Nothing moves meanwhile, in no thread: what stands on disk is what a kill at
    /// that instant would leave.
    /// </summary>
    public static Killer Everywhere()
    {
        var gate = new Lock();
        return new((kind, count) =>
        {
            lock (gate)
            {
                Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind} {count}"));
                Console.Out.Flush();
                Stopping.Stop();
            }
        });
    }

    public long Count(KillAt kind) => Interlocked.Read(ref counts[(int)kind]);

    public void Pass(KillAt kind) => act(kind, Interlocked.Increment(ref counts[(int)kind]));
}
