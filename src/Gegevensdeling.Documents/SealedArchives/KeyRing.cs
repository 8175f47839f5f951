using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Gegevensdeling.Documents.SealedArchives;

/// <summary>
/// The AES keys of one archive, each derived once (7-Zip, 7zAes.cpp, CKeyInfo::CalcKey): SHA-256 over 2^power times salt, password in
/// UTF-16LE and a counter of 8 bytes. Password bytes and keys are wiped on disposal; the string is the caller's.
/// </summary>
internal sealed class KeyRing(string password, int most) : IDisposable
{
    private const int CounterBytes = 8;
    private const int RoundsAtOnce = 512;

    private readonly byte[] password = Encoding.Unicode.GetBytes(password);
    private readonly List<(AesParameters Parameters, byte[] Key)> keys = [];

#pragma warning disable CA5401 // the vector is 16 random bytes (AesParameters.Create), stored with the archive as 7zAES lays down
    public ICryptoTransform Encryptor(AesParameters parameters) => Transform(parameters, aes => aes.CreateEncryptor());
#pragma warning restore CA5401

    public async Task<ICryptoTransform> DecryptorAsync(AesParameters parameters, CancellationToken cancellation)
    {
        await DeriveAsync(parameters, cancellation);
        return Transform(parameters, aes => aes.CreateDecryptor());
    }

    /// <summary>Derives the key, unless that has been done: tens of milliseconds of one core at 2^19 rounds.</summary>
    public async Task DeriveAsync(AesParameters parameters, CancellationToken cancellation)
    {
        if (keys.Exists(known => SameKey(known.Parameters, parameters)))
            return;
        if (keys.Count == most)
            throw new HostileArchiveException("het vraagt te veel sleutelafleidingen");
        keys.Add((parameters, await Task.Run(() => Derive(parameters, cancellation), cancellation)));
    }

    public static bool SameKey(AesParameters one, AesParameters other) =>
        one.Power == other.Power && one.Salt.Span.SequenceEqual(other.Salt.Span);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(password);
        keys.ForEach(known => CryptographicOperations.ZeroMemory(known.Key));
        keys.Clear();
    }

    private ICryptoTransform Transform(AesParameters parameters, Func<Aes, ICryptoTransform> create)
    {
        using var aes = Aes.Create();
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.None;
        aes.Key = keys.Find(known => SameKey(known.Parameters, parameters)).Key;
        aes.IV = parameters.Iv.ToArray();
        return create(aes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private byte[] Derive(AesParameters parameters, CancellationToken cancellation)
    {
        var roundBytes = parameters.Salt.Length + password.Length + CounterBytes;
        var rounds = Math.Min(RoundsAtOnce, 1 << parameters.Power);
        var block = new byte[rounds * roundBytes];
        for (var round = 0; round < rounds; round++)
        {
            parameters.Salt.Span.CopyTo(block.AsSpan(round * roundBytes));
            password.CopyTo(block, (round * roundBytes) + parameters.Salt.Length);
        }

        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var counter = 0; counter < 1 << parameters.Power;)
            {
                cancellation.ThrowIfCancellationRequested();
                for (var end = roundBytes; end <= block.Length; end += roundBytes)
                    BinaryPrimitives.WriteInt32LittleEndian(block.AsSpan(end - CounterBytes), counter++);
                hash.AppendData(block);
            }

            return hash.GetHashAndReset();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }
}
