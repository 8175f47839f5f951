using Gegevensdeling.TestKit;
using Xunit;
using Xunit.v3;

namespace Gegevensdeling.Documents;

public sealed class ExternalToolTests
{
    [Fact]
    public void An_absent_program_skips_the_test_with_its_reason() =>
        Assert.StartsWith(DynamicSkipToken.Value + "7zz is not on PATH", ExternalTool.Absent("7zz", "7zip", ci: null).Message, StringComparison.Ordinal);

    [Fact]
    public void An_absent_program_fails_the_test_under_CI() =>
        Assert.DoesNotContain(DynamicSkipToken.Value, ExternalTool.Absent("7zz", "7zip", ci: "true").Message, StringComparison.Ordinal);
}
