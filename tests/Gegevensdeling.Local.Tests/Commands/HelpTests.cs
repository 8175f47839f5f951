using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly Terminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task The_root_lists_every_command_in_Dutch()
    {
        Assert.Equal(0, await _terminal.RunAsync("--help"));
        foreach (var command in new[] { "verify", "seal", "open", "insz", "lint", "publiceer", "groeipakket", "debiteuren" })
            Assert.Contains($"\n  {command} ", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Gebruik: gegevensdeling OPDRACHT [opties]", _terminal.Output, StringComparison.Ordinal);
        NoEnglish();
    }

    [Theory]
    [InlineData("verify", "Gebruik: gegevensdeling verify BESTAND... [opties]", "--keys BESTAND")]
    [InlineData("seal", "Gebruik: gegevensdeling seal BESTAND... [opties]", "--out ARCHIEF")]
    [InlineData("open", "Gebruik: gegevensdeling open ARCHIEF [opties]", "--key-file BESTAND")]
    [InlineData("insz", "Gebruik: gegevensdeling insz [NUMMER...]", "Toon deze uitleg.")]
    [InlineData("lint", "Gebruik: gegevensdeling lint BESTAND...", "Toon deze uitleg.")]
    [InlineData("publiceer", "Gebruik: gegevensdeling publiceer [opties]", "--out MAP")]
    [InlineData("groeipakket answer", "Gebruik: gegevensdeling groeipakket answer [opties]", "--register BESTAND")]
    [InlineData("groeipakket controle", "Gebruik: gegevensdeling groeipakket controle [opties]", "--request BESTAND")]
    [InlineData("debiteuren match", "Gebruik: gegevensdeling debiteuren match [opties]", "--debtors BESTAND")]
    public async Task Every_command_explains_itself_in_Dutch(string command, string usage, string option)
    {
        Assert.Equal(0, await _terminal.RunAsync([.. command.Split(' '), "--help"]));
        Assert.Contains(usage, _terminal.Output, StringComparison.Ordinal);
        Assert.Contains(option, _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Uitkomst 0:", _terminal.Output, StringComparison.Ordinal);
        NoEnglish();
    }

    [Theory]
    [InlineData("De optie --keys is nodig.", "verify", "x.json")]
    [InlineData("BESTAND ontbreekt.", "verify", "--keys", "k.json")]
    [InlineData("De optie --keys vraagt een waarde.", "verify", "x.json", "--keys")]
    [InlineData("De optie --sleutel bestaat niet.", "verify", "x.json", "--keys", "k", "--archive", "a", "--sleutel=GEHEIM")]
    [InlineData("Die opdracht bestaat niet.", "verzegel")]
    [InlineData("De optie --out is nodig.", "open", "a.7z", "--key-file", "-")]
    [InlineData("Zie gegevensdeling groeipakket answer --help.", "groeipakket", "answer")]
    [InlineData("Er staat een argument te veel.", "open", "a.7z", "GEHEIM", "--key-file", "-", "--out", "d")]
    [InlineData("De optie --out mag maar één keer.", "seal", "x", "--out", "a", "--out", "b")]
    public async Task What_is_wrong_with_the_arguments_is_said_in_Dutch_and_nothing_is_repeated(string expected, params string[] arguments)
    {
        Assert.Equal(2, await _terminal.RunAsync(arguments));
        Assert.Contains(expected, _terminal.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("GEHEIM", _terminal.Everything, StringComparison.Ordinal);
        NoEnglish();
    }

    [Fact]
    public async Task Without_a_command_the_help_is_shown_and_nothing_was_done()
    {
        Assert.Equal(2, await _terminal.RunAsync());
        Assert.Contains("Opdrachten:", _terminal.Output, StringComparison.Ordinal);
    }

    private void NoEnglish()
    {
        foreach (var word in new[] { "Usage", "Options", "Required", "Description", "command", "Show ", "Unrecognized", "argument missing" })
            Assert.DoesNotContain(word, _terminal.Everything, StringComparison.Ordinal);
    }
}
