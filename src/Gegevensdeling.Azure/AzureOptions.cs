using System.ComponentModel.DataAnnotations;
using Gegevensdeling.Azure.Drop;
using Gegevensdeling.Azure.Graph;
using Gegevensdeling.Azure.Vaults;

namespace Gegevensdeling.Azure;

/// <summary>Where everything is in Azure: one section of the configuration a service. No key stands in any of them.</summary>
public sealed class AzureOptions
{
    [Required]
    public required StorageOptions Storage { get; init; }

    [Required]
    public required AuditOptions Audit { get; init; }

    [Required]
    public required DropOptions Drop { get; init; }

    [Required]
    public required VaultOptions Vaults { get; init; }

    [Required]
    public required GraphOptions Graph { get; init; }

    /// <summary>True after a restore, until the operator looked (D13): timers report what they would do, and do nothing.</summary>
    public bool AfterRestore { get; init; }
}
