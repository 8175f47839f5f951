using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>What became of an attempt to see content or a key.</summary>
public abstract record Reading<T>
{
    private Reading()
    {
    }

    public sealed record Shown(T Value) : Reading<T>
    {
        /// <summary>Prints nothing of what is shown.</summary>
        public override string ToString() => nameof(Shown);
    }

    public sealed record Refused(Refusal Refusal) : Reading<T>;
}
