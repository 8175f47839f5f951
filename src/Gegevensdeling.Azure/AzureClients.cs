using Azure.Core;
using Azure.Core.Pipeline;

namespace Gegevensdeling.Azure;

/// <summary>How every client of Azure waits and tries again. Every effect behind it is the same when it comes twice.</summary>
internal static class AzureClients
{
    /// <summary>A request fails for good after about half a minute of refusals, so that a person is told 'later' while still waiting.</summary>
    public static TOptions Patient<TOptions>(TOptions options, HttpPipelineTransport? transport)
        where TOptions : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromSeconds(0.4);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(8);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        if (transport is not null)
            options.Transport = transport;
        return options;
    }
}
