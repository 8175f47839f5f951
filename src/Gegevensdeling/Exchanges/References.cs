using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Exchanges;

/// <summary>Makes references that can be read aloud: <c>DV-XXXX-XXXX-XXXX</c> in Crockford's base 32, 60 random bits.</summary>
public static class References
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new exchange id with the given prefix of its kind.</summary>
    public static ExchangeId New(string prefix) => new($"{prefix}-{Block()}-{Block()}-{Block()}");

    /// <summary>The exchange id of what can exist once: the same one for the same words, 60 bits of their hash.</summary>
    /// <param name="words">References and codes, never anything of a person.</param>
    public static ExchangeId Of(string prefix, string words)
    {
        var bits = Convert.ToUInt64(Sha256Hex.Of($"{prefix} {words}")[..16], 16);
        var text = string.Concat(Enumerable.Range(0, 12).Select(at => Alphabet[(int)((bits >> (at * 5)) & 31)]));
        return new($"{prefix}-{text[..4]}-{text[4..8]}-{text[8..]}");
    }

    /// <summary>Whether a text has the shape of an exchange id; not whether there is such an exchange.</summary>
    public static bool IsReference(string text) =>
        text.Split('-') is [{ Length: > 0 and <= 4 } prefix, .. { Length: 3 } blocks] && prefix.All(char.IsAsciiLetterUpper) && blocks.All(block => block.Length == 4 && block.All(Alphabet.Contains));

    /// <summary>A new artefact id.</summary>
    public static ArtefactId NewArtefact() => new($"a-{Convert.ToHexStringLower(SecureRandom.Bytes(8))}");

    /// <summary>A new correlation or fact id: 32 hex digits.</summary>
    public static string NewFact() => Convert.ToHexStringLower(SecureRandom.Bytes(16));

    /// <summary>The id of what is recorded once, 32 hex digits: the same one for the same words.</summary>
    /// <param name="words">What makes it that one thing: references and codes, never anything of a person.</param>
    public static string FactOf(string words) => Sha256Hex.Of(words)[..32];

    private static string Block() => string.Create(4, 0, (block, _) =>
    {
        for (var i = 0; i < block.Length; i++)
            block[i] = Alphabet[SecureRandom.Below(Alphabet.Length)];
    });
}
