namespace Gegevensdeling.Protocols;

/// <summary>Why something is not admitted: a value, never an exception.</summary>
/// <param name="Code">Stable word for programs, for example <c>geen-toestemming</c>.</param>
/// <param name="Article">The article that refuses, for example <c>art. 3</c>; empty where only good order refuses.</param>
/// <param name="Text">Dutch, for the person who asked; without any personal datum.</param>
public sealed record Refusal(string Code, string Article, string Text);
