using System.Runtime.CompilerServices;
using Xunit;

namespace Gegevensdeling.TestKit;

/// <summary>Compares a text with the one that was read and approved, and leaves the new one beside it to be read when they differ.</summary>
public static class Approved
{
    /// <param name="name">The file beside the calling test, for example <c>matrix.approved.txt</c>.</param>
    /// <param name="actual">What the code says now.</param>
    /// <param name="test">The calling test's file; the compiler gives it.</param>
    /// <exception cref="InvalidOperationException">The texts differ; the message has the first line that does.</exception>
    public static async Task EqualAsync(string name, string actual, [CallerFilePath] string test = "")
    {
        var approved = Path.Combine(Path.GetDirectoryName(test)!, name);
        var received = Path.ChangeExtension(approved, ".received" + Path.GetExtension(approved));
        var expected = File.Exists(approved) ? await File.ReadAllTextAsync(approved, TestContext.Current.CancellationToken) : string.Empty;
        if (string.Equals(expected, actual, StringComparison.Ordinal))
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, actual, TestContext.Current.CancellationToken);
        throw new InvalidOperationException($"{name} differs from what was approved, {FirstDifference(expected, actual)}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}:\n  approved: {was.ElementAtOrDefault(line) ?? "(end)"}\n  now:      {now.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
