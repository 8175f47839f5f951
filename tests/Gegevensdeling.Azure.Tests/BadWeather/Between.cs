using Azure.Core;
using Azure.Core.Pipeline;

namespace Gegevensdeling.Azure.Tests.BadWeather;

/// <summary>Lets something else happen just before the first request of a kind: the race that a clock would seldom show.</summary>
public sealed class Between(HttpPipelineTransport inner, Func<Request, bool> which, Func<Task> first) : HttpPipelineTransport
{
    public bool Happened { get; private set; }

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message) => throw new NotSupportedException();

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        if (!Happened && which(message.Request))
        {
            Happened = true;
            await first();
        }

        await inner.ProcessAsync(message);
    }
}
