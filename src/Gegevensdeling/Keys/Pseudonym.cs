using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Keys;

/// <summary>
/// Stands for a person while an exchange lives (design 5): HMAC-SHA-256 under the protocol's key over the exchange's own secret salt
/// and the normalised person. Two exchanges give the same person two pseudonyms, and two protocols cannot be linked (D15); when the
/// salt is gone nothing links any more.
/// </summary>
public static class Pseudonym
{
    internal const int SaltBytes = 32;

    /// <summary>The name of the protocol's key among the system's keys.</summary>
    public static string KeyName(ProtocolId protocol) => $"pseudoniem/{protocol.Value}";

    /// <summary>The protocol's key, made the first time.</summary>
    public static Task<byte[]> KeyAsync(ISystemKeys keys, ProtocolId protocol, CancellationToken cancellation) =>
        keys.GetOrCreateAsync(KeyName(protocol), static () => SecureRandom.Bytes(SaltBytes), cancellation);

    /// <summary>A salt for one new exchange, as the register keeps it.</summary>
    public static string NewSalt() => Convert.ToHexStringLower(SecureRandom.Bytes(SaltBytes));

    /// <summary>The person's pseudonyms in the exchange that has this salt, 64 hex digits each.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> protocolKey, string salt, IReadOnlyList<PersonForm> person)
    {
        var result = new List<string>(person.Count);
        foreach (var form in person)
            result.Add(Of(protocolKey, salt, form));
        return result;
    }

    /// <summary>True where the person of these forms is the person behind one of the exchange's pseudonyms.</summary>
    public static bool Matches(ReadOnlySpan<byte> protocolKey, string salt, IReadOnlyList<string> pseudonyms, IReadOnlyList<PersonForm> person)
    {
        foreach (var form in person)
        {
            if (pseudonyms.Contains(Of(protocolKey, salt, form), StringComparer.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>The salt has a fixed length and the kind no line end: no two inputs give the same bytes.</summary>
    internal static string MessageOf(string salt, PersonForm form) => $"{salt}{form.Kind}\n{form.Text}";

    private static string Of(ReadOnlySpan<byte> protocolKey, string salt, PersonForm form)
    {
        if (salt.Length != SaltBytes * 2)
            throw new ArgumentException("a salt has 32 bytes", nameof(salt));
        var message = Encoding.UTF8.GetBytes(MessageOf(salt, form));
        try
        {
            return Convert.ToHexStringLower(HMACSHA256.HashData(protocolKey, message));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(message);
        }
    }
}
