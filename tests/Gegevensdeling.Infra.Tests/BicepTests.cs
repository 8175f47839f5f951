using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>Everything builds and lints without a word, and what should be refused is.</summary>
public sealed class BicepTests
{
    [Fact]
    public async Task Every_file_lints_clean()
    {
        using var compiler = new Compiler();
        Assert.Equal(new Run(0, string.Empty), Quiet(await compiler.LintAllAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Every_file_builds_without_a_warning()
    {
        using var compiler = new Compiler();
        Assert.Equal(new Run(0, string.Empty), Quiet(await compiler.BuildAllAsync(TestContext.Current.CancellationToken)));
        Assert.All(Repository.Bicep, file => Assert.True(File.Exists(compiler.In(Path.ChangeExtension(file, ".json"))), file));
    }

    [Fact]
    public async Task The_sample_parameters_build_and_lint_clean()
    {
        using var compiler = new Compiler();
        Assert.Equal(new Run(0, string.Empty), Quiet(await compiler.LintAsync("main.sample.bicepparam", TestContext.Current.CancellationToken)));
        Assert.Equal(new Run(0, string.Empty), Quiet(await compiler.BuildParametersAsync("main.sample.bicepparam", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_file_stays_under_120_lines_and_takes_no_module_from_elsewhere()
    {
        Assert.NotEmpty(Repository.Bicep);
        Assert.All(Repository.Bicep, file =>
        {
            var lines = File.ReadAllLines(Path.Combine(Repository.Infra, file));
            Assert.True(lines.Length < 120, $"{file}: {lines.Length}");
            Assert.DoesNotContain(lines, line => line.Contains("'br:", StringComparison.Ordinal) || line.Contains("'br/", StringComparison.Ordinal) || line.Contains("'ts:", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Planted_faults_are_refused_each_by_its_rule()
    {
        using var compiler = new Compiler();
        compiler.Plant("modules/vault.bicep", "enableSoftDelete: true", "enableSoftDelete: true\n    bewaarAlles: true");
        compiler.Plant("modules/monitoring.bicep", "output workspaceId string = workspace.id", "output workspaceId string = workspace.listKeys().primarySharedKey");
        compiler.Plant("modules/network.bicep", "param name string", "@secure()\nparam geheim string = 'geheim'\nparam name string");
        compiler.Plant("modules/health.bicep", "param name string", "param name string\nparam password string");
        compiler.Plant("modules/containers.bicep", "param accountName string", "param accountName string\nparam ongebruikt string");
        var run = await compiler.LintAllAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, run.Code);
        Assert.Contains("vault.bicep(32,5) : Warning BCP037", run.Output, StringComparison.Ordinal);
        Assert.All(
            new[] { "outputs-should-not-contain-secrets", "secure-parameter-default", "secure-secrets-in-params", "no-unused-params" },
            rule => Assert.Contains("Error " + rule, run.Output, StringComparison.Ordinal));
    }

    private static Run Quiet(Run run) => run with { Output = run.Output.Trim() };
}
