using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Azure;

/// <summary>The account of audit log and evidence: apart, so that who may delete an exchange cannot touch its trace.</summary>
public sealed class AuditOptions
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Audit";

    /// <summary>For example <c>https://{account}.blob.core.windows.net</c>.</summary>
    [Required]
    public Uri? BlobEndpoint { get; init; }
}
