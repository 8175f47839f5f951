using System.Diagnostics;

namespace Gegevensdeling.CrashHost;

/// <summary>Where a process is killed.</summary>
public enum KillAt
{
    Never,

    /// <summary>After a commit of the engine's journal.</summary>
    Commit,

    /// <summary>Just before an effect on a port.</summary>
    Before,

    /// <summary>In the middle of an effect that can be cut in two.</summary>
    Within,

    /// <summary>Just after an effect on a port, before anybody hears that it was done.</summary>
    After,
}

/// <summary>Counts commits and effects, and ends its own process by SIGKILL at the chosen one.</summary>
public sealed class Killer(KillAt at, long number)
{
    private readonly long[] counts = new long[Enum.GetValues<KillAt>().Length];

    public static Killer None() => new(KillAt.Never, 0);

    public long Count(KillAt kind) => Interlocked.Read(ref counts[(int)kind]);

    public void Pass(KillAt kind)
    {
        if (Interlocked.Increment(ref counts[(int)kind]) == number && kind == at)
            Die();
    }

    private static void Die()
    {
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite); // nothing after this point happens
    }
}
