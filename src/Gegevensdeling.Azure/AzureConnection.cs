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

    /// <summary>Times that a client itself tries again, at once; the engine's patience comes on top. 0 to 10.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Before the first of those; each next wait doubles.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(800);

    /// <summary>How long one answer may take.</summary>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>True for stand-ins on this machine, whose addresses are no vault's: the vault client then does not compare them with its challenge.</summary>
    public bool OnThisMachine { get; init; }

    /// <summary>Applies all of it to the options of one client.</summary>
    public TOptions Apply<TOptions>(TOptions options)
        where TOptions : ClientOptions
    {
        if (Transport is not null)
            options.Transport = Transport;
        options.Retry.MaxRetries = Retries;
        options.Retry.Delay = RetryDelay;
        options.Retry.NetworkTimeout = NetworkTimeout;

        // Addresses hold the exchange's id and nothing personal; headers and bodies are never logged.
        options.Diagnostics.IsLoggingContentEnabled = false;
        return options;
    }
}
