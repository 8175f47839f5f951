namespace Gegevensdeling.Protocols;

/// <summary>Why something may not be done: an expected answer, never an exception.</summary>
/// <param name="Code">A stable word in kebab-case, for example <c>protocol-opgezegd</c>.</param>
/// <param name="Article">What refuses it, for example <c>Mechelen art. 11</c> or <c>decreet 18 juli 2008 art. 8 §1</c>.</param>
/// <param name="Text">Plain Dutch for the person who asked; it names no person concerned.</param>
public sealed record Refusal(string Code, string Article, string Text);
