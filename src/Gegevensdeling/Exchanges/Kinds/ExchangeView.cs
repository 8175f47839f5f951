using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Kinds;

/// <summary>One exchange as the register holds it.</summary>
/// <param name="Protocol">The version under which it began.</param>
public sealed record ExchangeView<TState>(ExchangeHead Head, TState State, Protocol Protocol)
    where TState : class
{
    public ExchangeId Id => Head.Id;
}
