using Gegevensdeling.TestKit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Somebody who does not exist.</summary>
internal sealed record Person(string First, string Last, string Number)
{
    private static readonly string[] Firsts = ["Wannesken", "Fientje", "Odilonneke", "Grietelien", "Leopoldine", "Tuurtje", "Ysoldeke", "Bazielke"];
    private static readonly string[] Lasts = ["Verzonnekens", "Van Nergenshuizen", "Dichtgedacht", "Fabelaere", "Onbestaenders", "Luchtkasteel", "Van der Verzin"];

    public static Person Of(int number) => new(Firsts[number % Firsts.Length], $"{Lasts[number % Lasts.Length]}", SyntheticInsz.Adult(number));

    /// <summary>The number as people write it.</summary>
    public string Written => $"{Number[..2]}.{Number[2..4]}.{Number[4..6]}-{Number[6..9]}.{Number[9..]}";

    /// <summary>Everything by which somebody could know who it is.</summary>
    public IReadOnlyList<string> Words => [First, Last, Number, Written];
}
