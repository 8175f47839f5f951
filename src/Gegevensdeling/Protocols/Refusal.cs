namespace Gegevensdeling.Protocols;

/// <summary>Why something is refused: a value, not an exception.</summary>
/// <param name="Code">A stable word in kebab case, for example <c>protocol-niet-van-kracht</c>.</param>
/// <param name="Article">The article or rule that refuses, for example <c>art. 11</c>.</param>
/// <param name="Text">Plain Dutch for the person who asked; names no person concerned.</param>
public sealed record Refusal(string Code, string Article, string Text);
