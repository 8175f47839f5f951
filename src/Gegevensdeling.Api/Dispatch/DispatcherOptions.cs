namespace Gegevensdeling.Api.Dispatch;

/// <summary>What a host tells the dispatcher.</summary>
public sealed class DispatcherOptions
{
    /// <summary>True for exceptions that mean 'later': answered with 503 and <c>Retry-After</c>.</summary>
    public Func<Exception, bool> IsOutage { get; init; } = Outages.Recognise;

    /// <summary>After an outage, in seconds.</summary>
    public int RetryAfterOutage { get; init; } = 30;

    /// <summary>While the same request still runs, in seconds.</summary>
    public int RetryAfterRunning { get; init; } = 2;
}
