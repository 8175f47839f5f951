using Azure.Identity;
using Gegevensdeling.Api.Telemetry;
using Gegevensdeling.Azure;
using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var credential = new DefaultAzureCredential(); // the managed identity; there is no key anywhere
builder.Services.AddTelemetryExport(builder.Configuration);
builder.Services.AddAzureMonitor(builder.Configuration, credential);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(new AzureConnection(credential));
builder.Services.AddSingleton<AzureHost>();

using var app = builder.Build();
await app.Services.GetRequiredService<AzureHost>().StartAsync(CancellationToken.None);
await app.RunAsync();
