using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Azure.Drop;

/// <summary>Section <c>Drop</c>: the account whose SFTP endpoint municipalities fetch from.</summary>
public sealed class DropOptions
{
    /// <summary>The blob endpoint of an account of its own with a hierarchical namespace, for example <c>https://{account}.blob.core.windows.net</c>.</summary>
    [Required]
    public required Uri BlobEndpoint { get; init; }
}
