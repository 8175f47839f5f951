using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Infra.Tests;

/// <summary>The scripts run, help in Dutch, and show no password to anybody.</summary>
public sealed class ScriptTests
{
    private const string Works = """
        *regenerate-password*) echo 'Geheim+/wachtwoord0123456789abcdefgh==' ;;
        *"keyvault secret set"*) cat >"$(dirname "$0")/piped" ;;
        """;

    private static readonly string[] Sftp = ["--groep", "rg-proef", "--account", "gegdeelafha", "--partij", "ocmw-voorbeeldstad", "--kluis", "gegdeel-syst"];

    public static TheoryData<string> Scripts => [.. Repository.Scripts];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_script_is_well_formed_and_helps_in_Dutch(string script)
    {
        var path = Path.Combine(Repository.Infra, script);
        Assert.Equal(0, (await BashAsync("-n", path)).Code);
        var help = await BashAsync(path, "--help");
        Assert.Equal(0, help.Code);
        Assert.StartsWith("Gebruik: " + Path.GetFileName(script), help.Output, StringComparison.Ordinal);
        Assert.Contains("set -euo pipefail", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, (await BashAsync(path, "--onzin")).Code);
        Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute), script);
    }

    [Fact]
    public async Task The_password_goes_into_the_vault_and_nowhere_else()
    {
        using var az = new FakeAz(Works);
        var run = await az.RunAsync("scripts/sftp-wachtwoord.sh", Sftp, TestContext.Current.CancellationToken);
        Assert.True(run.Code == 0, run.Output);
        Assert.Equal(FakeAz.Password, await File.ReadAllTextAsync(az.Piped, TestContext.Current.CancellationToken));
        Assert.DoesNotContain("Geheim", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", az.Calls, StringComparison.Ordinal);
        Assert.Contains("--name ocmwvoorbeeldstad", az.Calls, StringComparison.Ordinal);
        Assert.Contains("--name sftp-ocmw-voorbeeldstad --file /dev/stdin", az.Calls, StringComparison.Ordinal);
        Assert.Contains("--expires ", az.Calls, StringComparison.Ordinal);
        Assert.Contains("vervalt op", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_password_is_made_when_the_vault_cannot_be_reached()
    {
        using var az = new FakeAz("""*"keyvault secret list"*) exit 1 ;;""");
        var run = await az.RunAsync("scripts/sftp-wachtwoord.sh", Sftp, TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Code);
        Assert.DoesNotContain("regenerate-password", az.Calls, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*regenerate-password*) echo ;;", "leeg wachtwoord")]
    [InlineData("*regenerate-password*) exit 1 ;;", "geen nieuw wachtwoord")]
    public async Task Nothing_empty_goes_into_the_vault(string answer, string says)
    {
        using var az = new FakeAz(answer);
        var run = await az.RunAsync("scripts/sftp-wachtwoord.sh", Sftp, TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Code);
        Assert.Contains(says, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("secret set", az.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vault_that_refuses_the_password_is_told_without_showing_it()
    {
        using var az = new FakeAz("*regenerate-password*) echo 'Geheim+/wachtwoord0123456789abcdefgh==' ;;\n*\"keyvault secret set\"*) exit 1 ;;");
        var run = await az.RunAsync("scripts/sftp-wachtwoord.sh", Sftp, TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Code);
        Assert.Contains("Voer dit opnieuw uit", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Geheim", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_traced_run_is_refused_before_anything_happens()
    {
        using var az = new FakeAz(Works);
        var run = await BashAsync(["-x", Path.Combine(Repository.Infra, "scripts/sftp-wachtwoord.sh"), .. Sftp]);
        Assert.Equal(2, run.Code);
        Assert.Empty(az.Calls);
    }

    [Fact]
    public async Task A_right_to_send_as_every_mailbox_is_refused_and_nothing_is_granted()
    {
        using var az = new FakeAz("*'Mail.Send'*) echo rol-mail ;;\n*rol-mail*) echo toekenning ;;\n*) echo x ;;");
        var run = await az.RunAsync("scripts/graph-rollen.sh", ["--principal", "p", "--afzender", "a@opgroeien.example", "--proef", "b@opgroeien.example", "--teams"], TestContext.Current.CancellationToken);
        Assert.Equal(2, run.Code);
        Assert.Contains("elke mailbox", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--method post", az.Calls, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_right_to_notify_in_Teams_is_granted_once()
    {
        using var az = new FakeAz("*'Mail.Send'*) echo rol-mail ;;\n*'TeamsActivity.Send'*) echo rol-teams ;;\n*'--method get'*) ;;\n*) echo x ;;");
        var run = await az.RunAsync("scripts/graph-rollen.sh", ["--principal", "p", "--afzender", "a@opgroeien.example", "--proef", "b@opgroeien.example", "--teams"], TestContext.Current.CancellationToken);
        Assert.Contains("TeamsActivity.Send: toegekend.", run.Output, StringComparison.Ordinal);
        Assert.Single(az.Calls.Split('\n'), call => call.Contains("--method post", StringComparison.Ordinal) && call.Contains("\"appRoleId\":\"rol-teams\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_audit_chain_is_locked_only_when_asked_for_good()
    {
        using var az = new FakeAz("*'immutability-policy show'*) echo '\"8d0\"' ;;");
        Assert.Equal(2, (await az.RunAsync("scripts/logboek-vergrendelen.sh", ["--groep", "rg", "--account", "logb"], TestContext.Current.CancellationToken)).Code);
        Assert.Empty(az.Calls);
        var run = await az.RunAsync("scripts/logboek-vergrendelen.sh", ["--groep", "rg", "--account", "logb", "--definitief"], TestContext.Current.CancellationToken);
        Assert.Equal("audit: vergrendeld.\nbewijs: vergrendeld.\n", run.Output);
        Assert.Equal(2, az.Calls.Split('\n').Count(call => call.Contains("immutability-policy lock", StringComparison.Ordinal)));
    }

    private static Task<Run> BashAsync(params IEnumerable<string> arguments) =>
        Run.Async(ExternalTool.Path("bash", "bash"), arguments, new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, TestContext.Current.CancellationToken);
}
