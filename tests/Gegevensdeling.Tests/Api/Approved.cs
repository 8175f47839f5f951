using System.Runtime.CompilerServices;
using Xunit;

namespace Gegevensdeling.Tests.Api;

/// <summary>Compares a text with the one that was read and approved, and leaves the new one beside it to be read when they differ.</summary>
internal static class Approved
{
    /// <param name="name">The file beside the calling test, for example <c>matrix.approved.txt</c>.</param>
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
        Assert.Equal(expected, actual);
    }
}
