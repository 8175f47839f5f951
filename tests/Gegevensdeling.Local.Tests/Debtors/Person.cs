using Gegevensdeling.TestKit;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Somebody who does not exist.</summary>
internal sealed record Person(string First, string Last, string Number)
{
    private static readonly string[] Firsts = ["Wannes", "Fientje", "Odilon", "Griet", "Leopoldine", "Tuur", "Ysolde", "Baziel"];
    private static readonly string[] Lasts = ["Verzonnekens", "Van Nergenshuizen", "Dichtgedacht", "Fabelaere", "Onbestaenders", "Luchtkasteel", "Van der Verzin"];

    public static Person Of(int number) => new(Firsts[number % Firsts.Length], $"{Lasts[number % Lasts.Length]}", SyntheticInsz.Adult(number));
}
