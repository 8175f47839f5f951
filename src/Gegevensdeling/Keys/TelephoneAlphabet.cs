namespace Gegevensdeling.Keys;

/// <summary>The words of the Dutch telephone alphabet, as Onze Taal lists them, for the characters that a key can have.</summary>
internal static class TelephoneAlphabet
{
    public static string Word(char character) => character switch
    {
        '2' => "cijfer twee",
        '3' => "cijfer drie",
        '4' => "cijfer vier",
        '5' => "cijfer vijf",
        '6' => "cijfer zes",
        '7' => "cijfer zeven",
        '8' => "cijfer acht",
        '9' => "cijfer negen",
        'A' => "A van Anna",
        'C' => "C van Cornelis",
        'D' => "D van Dirk",
        'E' => "E van Eduard",
        'F' => "F van Ferdinand",
        'H' => "H van Hendrik",
        'J' => "J van Jan",
        'K' => "K van Karel",
        'M' => "M van Maria",
        'N' => "N van Nico",
        'P' => "P van Pieter",
        'R' => "R van Rudolf",
        'T' => "T van Theodoor",
        'W' => "W van Willem",
        'X' => "X van Xantippe",
        _ => throw new ArgumentOutOfRangeException(nameof(character)),
    };
}
