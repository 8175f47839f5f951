using System.Diagnostics;

namespace Gegevensdeling.Keys;

/// <summary>
/// One normalised way of saying who a person is, ready to be made a pseudonym. It is personal data in the clear: it lives in memory
/// only, prints nothing and serialises to nothing.
/// </summary>
[DebuggerDisplay("PersonForm")]
public sealed class PersonForm
{
    internal PersonForm(string kind, string text)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>Keeps forms of different kinds apart under the same key.</summary>
    internal string Kind { get; }

    internal string Text { get; }

    public override string ToString() => nameof(PersonForm);
}
