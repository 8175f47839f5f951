using Gegevensdeling.Infra.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(Predicted))]

namespace Gegevensdeling.Infra.Tests;

/// <summary>What the sample parameters would deploy, worked out once for all tests.</summary>
public sealed class Predicted : IAsyncLifetime
{
    private Deployment? deployment;

    /// <summary>On a machine without the compiler the test that asks is skipped, or fails under <c>CI=true</c>.</summary>
    internal Deployment Deployment => deployment ?? throw Compiler.Absent();

    public async ValueTask InitializeAsync()
    {
        if (!Compiler.IsInstalled)
            return;
        using var compiler = new Compiler();
        deployment = await compiler.PredictAsync("main.sample.bicepparam", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
