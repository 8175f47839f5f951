using Gegevensdeling.Protocols;
using Xunit;

namespace Gegevensdeling.Tests.Protocols;

public sealed class ProtocolSchemaTests
{
    [Fact]
    public void The_committed_schema_is_the_one_made_from_the_records()
    {
        var path = Path.Combine(CommittedProtocols.Folder, "protocol.schema.json");
        if (Environment.GetEnvironmentVariable("GEGEVENSDELING_WRITE_SCHEMA") == "1")
            File.WriteAllText(path, ProtocolSchema.Text);
        Assert.Equal(ProtocolSchema.Text, File.ReadAllText(path));
    }

    [Theory]
    [InlineData("mechelen-2024.json")]
    [InlineData("kasterlee-2025.json")]
    [InlineData("turnhout-2021.json")]
    [InlineData("maldegem-2023.json")]
    public void The_committed_protocols_load(string file) => Assert.NotNull(CommittedProtocols.Load(file));
}
