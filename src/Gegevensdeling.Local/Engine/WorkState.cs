namespace Gegevensdeling.Local.Engine;

/// <summary>Where an instance stands with the workers; read and written under their lock only.</summary>
internal sealed class WorkState
{
    public List<InstanceEvent> Mailbox { get; set; } = [];

    /// <summary>A worker has it, or will have it soon.</summary>
    public bool Scheduled { get; set; }

    public int Activities { get; set; }

    public bool Ended { get; set; }

    /// <summary>Its place among the instances at rest, the longest first; null while it is at work.</summary>
    public LinkedListNode<LiveInstance>? AtRest { get; set; }
}
