using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Keys;

/// <summary>
/// One person, tried against many exchanges, each under its own salt (design 5): the same pseudonyms as <see cref="Pseudonym"/> gives, without a text for each try. What it holds of
/// the person is wiped when it is disposed. For one caller at a time.
/// </summary>
public sealed class PseudonymSearch : IDisposable
{
    private const int SaltLength = Pseudonym.SaltBytes * 2;

    private readonly IncrementalHash keyed;
    private readonly byte[][] messages;

    public PseudonymSearch(byte[] protocolKey, IReadOnlyList<PersonForm> person)
    {
        // Made once: with the key anew for each try it costs two to three times as much.
        keyed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, protocolKey);
        messages = [.. person.Select(form => Encoding.UTF8.GetBytes(Pseudonym.MessageOf(new string('0', SaltLength), form)))];
    }

    /// <summary>True where this person is behind one of the pseudonyms.</summary>
    /// <param name="salt">64 hex digits.</param>
    public bool Matches(string salt, IReadOnlyList<string> pseudonyms)
    {
        if (salt.Length != SaltLength)
            throw new ArgumentException("a salt has 32 bytes", nameof(salt));
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<char> text = stackalloc char[HMACSHA256.HashSizeInBytes * 2];
        foreach (var message in messages)
        {
            Encoding.ASCII.GetBytes(salt, message);
            keyed.AppendData(message);
            keyed.GetHashAndReset(hash);
            Convert.TryToHexStringLower(hash, text, out _);
            foreach (var pseudonym in pseudonyms)
            {
                if (text.SequenceEqual(pseudonym))
                    return true;
            }
        }

        return false;
    }

    public void Dispose()
    {
        keyed.Dispose();
        foreach (var message in messages)
            CryptographicOperations.ZeroMemory(message);
    }
}
