using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Azure;

/// <summary>The main storage account: register, archives, staff, idempotency. Reached with the host's identity; there is no key anywhere.</summary>
public sealed class StorageOptions
{
    /// <summary>The section of the configuration that holds these.</summary>
    public const string Section = "Storage";

    /// <summary>For example <c>https://{account}.blob.core.windows.net</c>.</summary>
    [Required]
    public Uri? BlobEndpoint { get; init; }

    /// <summary>For example <c>https://{account}.table.core.windows.net</c>.</summary>
    [Required]
    public Uri? TableEndpoint { get; init; }
}
