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

    [Theory]
    [InlineData("modules/vault.bicep", "enableSoftDelete: true", "enableSoftDelete: true\n    bewaarAlles: true", "BCP037")]
    [InlineData("modules/monitoring.bicep", "output workspaceId string = workspace.id", "output workspaceId string = workspace.listKeys().primarySharedKey", "outputs-should-not-contain-secrets")]
    [InlineData("modules/monitoring.bicep", "param operatorMail string", "@secure()\nparam operatorMail string = 'geheim'", "secure-parameter-default")]
    [InlineData("modules/vault.bicep", "param name string", "param name string\nparam password string", "secure-secrets-in-params")]
    [InlineData("modules/health.bicep", "param name string", "param name string\nparam ongebruikt string", "no-unused-params")]
    public async Task A_planted_fault_is_refused(string file, string find, string replacement, string rule)
    {
        using var compiler = new Compiler();
        compiler.Plant(file, find, replacement);
        Assert.Contains(rule, (await compiler.LintAsync(file, TestContext.Current.CancellationToken)).Output, StringComparison.Ordinal);
    }

    private static Run Quiet(Run run) => run with { Output = run.Output.Trim() };
}
