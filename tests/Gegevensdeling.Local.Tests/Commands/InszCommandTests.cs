using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

public sealed class InszCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Numbers_are_judged_one_by_one_and_never_repeated()
    {
        Assert.Equal(1, await _terminal.RunAsync("insz", "99.12.31-001.97", "99123100198", "123"));
        Assert.Equal(
            "Nummer 1: geldig rijksregisternummer\nNummer 2: ongeldig, want het controlegetal klopt niet\nNummer 3: ongeldig, want een INSZ heeft elf cijfers\n",
            _terminal.Output);
        Assert.DoesNotContain("9912", _terminal.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_may_come_from_the_standard_input()
    {
        _terminal.Typed = "99123100197\n\n99.12.31-001.97\n";
        Assert.Equal(0, await _terminal.RunAsync("insz"));
        Assert.Equal("Nummer 1: geldig rijksregisternummer\nNummer 2: geldig rijksregisternummer\n", _terminal.Output);
    }

    [Fact]
    public async Task No_numbers_at_all_is_no_question()
    {
        Assert.Equal(2, await _terminal.RunAsync("insz"));
        Assert.Equal("Er zijn geen nummers gegeven.\n", _terminal.Error);
    }
}
