using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.PersonAnswers;
using Gegevensdeling.Keys;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Local.Host;

/// <summary>How the local host runs.</summary>
public sealed record LocalHostOptions
{
    /// <summary>Where everything is kept.</summary>
    public required string Root { get; init; }

    /// <summary>The folder with the protocol files.</summary>
    public required string Protocols { get; init; }

    /// <summary>Where it listens; port 0 takes a free one. Loopback only: there is no TLS here.</summary>
    public string Url { get; init; } = "http://127.0.0.1:7071";

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>False leaves orchestrations standing still, so that the sweep can be seen working alone.</summary>
    public bool Orchestrations { get; init; } = true;

    /// <summary>Between two runs of the sweep; null leaves it to be called.</summary>
    public TimeSpan? SweepEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a day persons are asked about.</summary>
    public QueryLimits PersonQueries { get; init; } = QueryLimits.Default;

    /// <summary>When another key signs.</summary>
    public SigningKeyTerms SigningKeys { get; init; } = SigningKeyTerms.Default;

    /// <summary>Opens the stores below <see cref="Root"/>; the host closes them.</summary>
    public Func<string, TimeProvider, CancellationToken, Task<IHostPorts>> Stores { get; init; } = (root, clock, _) => Task.FromResult<IHostPorts>(new LocalPorts(root, clock));

    /// <summary>Put between the law and its ports, by tests that count or stop effects.</summary>
    public Func<Ports, Ports> Between { get; init; } = ports => ports;

    /// <summary>Changes where logs go, after the host's own choice; by tests that read every line.</summary>
    public Action<ILoggingBuilder> Logging { get; init; } = _ => { };

    /// <summary>Tells the number of every durable commit of the engine, to tests that stop the process there.</summary>
    internal Action<long>? AfterCommit { get; init; }
}
