using Gegevensdeling.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gegevensdeling.Api.Telemetry;

/// <summary>Sends what the law measures over OTLP; the same on both hosts. Nothing else is collected: no framework's spans, no logs.</summary>
public static class TelemetryExport
{
    /// <summary>Where to send it; without it nothing is collected (opentelemetry.io/docs/specs/otel/protocol/exporter).</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Adds the exporters if an endpoint is configured. Protocol, headers and intervals are the standard <c>OTEL_*</c> settings.</summary>
    /// <returns>The builder, for what a host adds of its own; null when no endpoint is configured.</returns>
    public static IOpenTelemetryBuilder? AddTelemetryExport(this IServiceCollection services, IConfiguration configuration) =>
        string.IsNullOrEmpty(configuration[Endpoint]) ? null : services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("gegevensdeling", serviceVersion: typeof(Instruments).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(tracing => tracing.AddSource(Instruments.Name).SetSampler(new AlwaysOnSampler()).AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name).AddOtlpExporter((_, reader) =>
                reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta)); // a gauge of the sweep is sent once, by the process that swept
}
