using System.Text.Json.Nodes;

namespace Gegevensdeling.StandIns.KeyVault;

/// <summary>One version of a secret.</summary>
internal sealed record SecretVersion(string Id, string Value, string? ContentType, JsonObject? Tags, bool Enabled, long? NotBefore, long? Expires, long Created);

/// <summary>All versions of one name, and whether it was deleted.</summary>
internal sealed class StoredSecret(string name)
{
    public string Name { get; } = name;

    public List<SecretVersion> Versions { get; } = [];

    /// <summary>Seconds since 1970; null while it lives.</summary>
    public long? DeletedAt { get; set; }

    /// <summary>How often 'deleted' will still be answered with 'not there yet' after a deletion.</summary>
    public int UntilDeleted { get; set; }

    /// <summary>How often it will still be seen as deleted after a purge; null when none was asked.</summary>
    public int? UntilPurged { get; set; }

    public SecretVersion Current => Versions[^1];
}
