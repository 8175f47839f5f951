using System.Security.Cryptography;

namespace Gegevensdeling.Keys;

/// <summary>The one file that may ask the system for randomness (BannedSymbols.txt).</summary>
public static class SecureRandom
{
#pragma warning disable RS0030 // this is the named exception
    /// <summary>Random bytes from the system's cryptographic generator.</summary>
    public static byte[] Bytes(int count) => RandomNumberGenerator.GetBytes(count);

    /// <summary>A uniform number from 0 up to, not including, <paramref name="exclusive"/>.</summary>
    public static int Below(int exclusive) => RandomNumberGenerator.GetInt32(exclusive);
#pragma warning restore RS0030
}
