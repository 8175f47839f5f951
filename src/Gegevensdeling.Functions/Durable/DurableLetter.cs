using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Functions.Durable;

/// <summary>
/// What comes into the one inbox of an instance, under one event name: a message of the law, or the outcome of a sub-orchestration. JSON
/// in a string, so that no converter of the host has a say in its form.
/// </summary>
/// <param name="Id">The message's own id; null for an outcome.</param>
/// <param name="Message">The message as JSON of its closed union.</param>
/// <param name="Child">The instance id of the sub-orchestration that ended.</param>
/// <param name="Output">Its answer as JSON; null when it failed.</param>
/// <param name="Code">Its failure code; null when it answered.</param>
internal sealed record DurableLetter(string? Id, string? Message, string? Child = null, string? Output = null, string? Code = null)
{
    /// <summary>The only name under which events are raised.</summary>
    public const string EventName = "bericht";

    public static string Of<TMessage>(TMessage message)
        where TMessage : OrchestrationMessage => OrchestrationJson.Write(new DurableLetter(message.Id, OrchestrationJson.Write(message)));

    public static string OfOutcome(string child, string? output, string? code) => OrchestrationJson.Write(new DurableLetter(null, null, child, output, code));
}

/// <summary>What an instance starts with, and takes along in continue-as-new.</summary>
/// <param name="Version">The version of the orchestration that it started with and finishes with.</param>
/// <param name="Input">The input as JSON.</param>
/// <param name="Parent">Who wants to hear of the end; null at the top.</param>
/// <param name="Known">The ids of all messages that ever came in, to know a duplicate.</param>
/// <param name="Unread">Messages that came in and that nobody has read yet, in order.</param>
/// <param name="Children">The names that were given to sub-orchestrations: each serves once.</param>
internal sealed record DurableInput(
    int Version, string Input, string? Parent = null, IReadOnlyList<string>? Known = null, IReadOnlyList<string>? Unread = null, IReadOnlyList<string>? Children = null);

/// <summary>
/// What an activity answers. A failure is an answer too and never an exception, so that no text and no stack of one can reach a history.
/// </summary>
/// <param name="Asked">SHA-256 of the input, so that a replay that asks the same step with another input is found out (law 1).</param>
/// <param name="Output">The answer as JSON; null when it failed.</param>
/// <param name="Code">The failure code.</param>
/// <param name="Retry">False where trying again cannot help.</param>
internal sealed record ActivityAnswer(string Asked, string? Output, string? Code = null, bool Retry = true);
