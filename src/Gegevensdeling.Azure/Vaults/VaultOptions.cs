using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Azure.Vaults;

/// <summary>Section <c>Vaults</c>: two vaults, because one must be able to purge and the other must not.</summary>
public sealed class VaultOptions
{
    public const string Section = "Vaults";

    /// <summary>The keys of exchanges, for example <c>https://{name}.vault.azure.net/</c>; without purge protection.</summary>
    [Required]
    public required Uri Exchange { get; init; }

    /// <summary>The system's own keys; with purge protection.</summary>
    [Required]
    public required Uri System { get; init; }
}
