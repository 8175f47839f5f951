using Azure.Core;
using Azure.Core.Pipeline;

namespace Gegevensdeling.Azure.Tests.BadWeather;

/// <summary>A process that is killed at one of its requests, before or after its effect: from there on nothing more leaves it.</summary>
public sealed class Killed(HttpPipelineTransport inner, int at, bool afterEffect = false) : HttpPipelineTransport
{
    private int seen;

    /// <summary>False when the work was done before its turn came.</summary>
    public bool IsDead { get; private set; }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        var last = Interlocked.Increment(ref seen) - 1 == at;
        if (last && afterEffect)
            await inner.ProcessAsync(message);
        if (IsDead |= last)
            throw new KilledException();
        await inner.ProcessAsync(message);
    }
}

public sealed class KilledException() : Exception("killed");
