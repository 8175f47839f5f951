namespace Gegevensdeling.Exchanges;

/// <summary>The input of an activity, which says of which exchange it is.</summary>
public interface IStepOfExchange
{
    ExchangeId Exchange { get; }
}
