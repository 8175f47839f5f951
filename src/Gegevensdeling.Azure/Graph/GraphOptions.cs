using System.ComponentModel.DataAnnotations;

namespace Gegevensdeling.Azure.Graph;

/// <summary>Section <c>Graph</c>: who sends the messages, and whom Teams tells as well.</summary>
public sealed class GraphOptions
{
    public const string Section = "Graph";

    /// <summary>Version included; another one for a national cloud or a stand-in.</summary>
    [Required]
    public Uri BaseAddress { get; init; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>The mailbox that sends; the application role Mail.Send is limited to it.</summary>
    [Required]
    [EmailAddress]
    public required string Sender { get; init; }

    /// <summary>The id in the manifest of the Teams app; null leaves Teams out.</summary>
    public string? TeamsAppId { get; init; }

    /// <summary>
    /// Of those who have the Teams app: <c>address=Entra object id</c>, with semicolons in between, because the name of a setting cannot hold an address.
    /// Addresses are compared without regard to case.
    /// </summary>
    [RegularExpression("^([^=;]+=[0-9a-fA-F-]+;?)*$")]
    public string TeamsRecipients { get; init; } = "";

    /// <summary>The Entra object id of whoever gets a notification beside the mail; null for everybody else.</summary>
    internal string? TeamsUserOf(string address) =>
        string.IsNullOrEmpty(TeamsAppId)
            ? null
            : TeamsRecipients.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(one => one.Split('=', 2))
                .FirstOrDefault(one => string.Equals(one[0], address, StringComparison.OrdinalIgnoreCase))?[1];
}
