using Azure.Core;
using Azure.Core.Pipeline;

namespace Gegevensdeling.Azure;

/// <summary>How the clients of all services connect. Production gives the credential and takes the rest as it is.</summary>
/// <param name="Credential">The identity of the host; nothing here knows an account key.</param>
public sealed record AzureConnection(TokenCredential Credential)
{
    /// <summary>For a server on this machine with a certificate of its own; null takes the system's trust.</summary>
    public HttpPipelineTransport? Transport { get; init; }

    /// <summary>The same for Graph, whose client is not Azure.Core's: a new handler at each call; null takes the system's trust.</summary>
    public Func<HttpMessageHandler>? Handler { get; init; }

    /// <summary>Times that a client itself tries again; the engine's patience comes on top. With the waits below a person hears 'later' within half a minute.</summary>
    public int Retries { get; init; } = 5;

    /// <summary>Before the first of those; each next wait doubles, up to <see cref="LongestDelay"/>.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>How long one answer may take.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>True for stand-ins on this machine, whose addresses are no vault's: the vault client then does not compare them with its challenge.</summary>
    public bool OnThisMachine { get; init; }

    private static TimeSpan LongestDelay => TimeSpan.FromSeconds(8);

    /// <summary>Applies all of it to the options of one client.</summary>
    public TOptions Apply<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        if (Transport is not null)
            options.Transport = Transport;
        options.Retry.MaxRetries = Retries;
        options.Retry.Delay = RetryDelay;
        options.Retry.MaxDelay = LongestDelay;
        options.Retry.NetworkTimeout = NetworkTimeout;

        // Addresses hold the exchange's id and nothing personal; headers and bodies are never logged.
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
