using Azure.Core;
using Azure.Core.Pipeline;

namespace Gegevensdeling.Azure.Tests.BadWeather;

/// <summary>Performs a request and then breaks the connection, so that the client cannot know that its effect happened; once, at the request chosen.</summary>
public sealed class LostAcknowledgement(HttpPipelineTransport inner) : HttpPipelineTransport
{
    private int left = -1;

    /// <summary>How many writes passed since the last <see cref="LoseAt"/>.</summary>
    public int Writes { get; private set; }

    /// <summary>Whether the acknowledgement was lost.</summary>
    public bool Lost { get; private set; }

    /// <summary>Loses the acknowledgement of the n-th write from now on, from 0; reads are not counted.</summary>
    public void LoseAt(int write) => (left, Writes, Lost) = (write, 0, false);

    public override Request CreateRequest() => inner.CreateRequest();

    public override void Process(HttpMessage message)
    {
        inner.Process(message);
        Break(message);
    }

    public override async ValueTask ProcessAsync(HttpMessage message)
    {
        await inner.ProcessAsync(message);
        Break(message);
    }

    private void Break(HttpMessage message)
    {
        if (message.Request.Method == RequestMethod.Get || message.Request.Method == RequestMethod.Head)
            return;
        Writes++;
        if (left-- != 0)
            return;
        Lost = true;
        message.Response.Dispose();
        throw new IOException("connection reset by peer");
    }
}
