using System.Globalization;
using System.Runtime.InteropServices;

namespace Gegevensdeling.CrashHost;

/// <summary>Stops a process with all its threads, and lets it go on (Linux: signal(7), proc_pid_stat(5)).</summary>
internal static partial class Stopping
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    /// <summary>Stops its own process. The signal is sent to the calling thread (raise(3)): sent to the process another thread may take it, and this one would run on for a moment.</summary>
    public static void Stop() => Check(Raise(SigStop));

    public static void GoOn(int process) => Check(Kill(process, SigCont));

    /// <summary>True when every thread stands still.</summary>
    public static bool IsStopped(int process) => Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/task")).All(task => StateOf(task) == 'T');

    /// <summary>The field behind the name, which itself may hold anything; one that ended in between moves no more.</summary>
    private static char StateOf(string task)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(task, "stat"));
            return stat[stat.LastIndexOf(')') + 2];
        }
        catch (IOException)
        {
            return 'T';
        }
    }

    private static void Check(int result)
    {
        if (result != 0)
            throw new InvalidOperationException("a signal was not sent");
    }

    [LibraryImport("libc", EntryPoint = "raise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Raise(int signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Kill(int process, int signal);
}
