using Azure.Core;
using Azure.Monitor.OpenTelemetry.Exporter;
using Gegevensdeling.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Gegevensdeling.Functions.Hosting;

/// <summary>Sends the same measurements to Application Insights itself: the alarms of <c>infra/modules/alarm-rules.bicep</c> read them there, without a collector in between.</summary>
internal static class AzureMonitor
{
    /// <summary>Set by the deployment; it names a place and is no key: local authentication is off.</summary>
    public const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    public static void AddAzureMonitor(this IServiceCollection services, IConfiguration configuration, TokenCredential credential)
    {
        if (string.IsNullOrEmpty(configuration[ConnectionString]))
            return;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Instruments.Name).SetSampler(new AlwaysOnSampler()).AddAzureMonitorTraceExporter(exporter => exporter.Credential = credential))
            .WithMetrics(metrics => metrics.AddMeter(Instruments.Name).AddAzureMonitorMetricExporter(exporter => exporter.Credential = credential));
    }
}
