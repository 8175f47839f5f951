using System.Diagnostics.Metrics;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Gegevensdeling.Azure.Graph;
using Gegevensdeling.Local.Stores;
using Gegevensdeling.StandIns;
using Gegevensdeling.StandIns.Graph;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Gegevensdeling.Azure.Tests.Graph;

/// <summary>A Graph of its own for one test, with weather in front of it, a table and a folder of archives.</summary>
internal sealed class Post : IAsyncDisposable
{
    public const string Dpo = "dpo@voorbeeld.example";
    public const string DpoInEntra = "11111111-2222-4333-8444-555555555555";
    public const string Stranger = "zonder-teams@voorbeeld.example";

    private readonly Cloud cloud;
    private readonly TableClient table;
    private readonly string folder = TestFolder.Create("graph-").FullName;
    private readonly List<GraphOutbox> opened = [];
    private readonly MeterListener listener = new();
    private long alarms;

    private Post(Cloud cloud, GraphServer server, WeatherProxy front, TableClient table)
    {
        (this.cloud, Server, Front, this.table) = (cloud, server, front, table);
        Blobs = new FolderBlobStore(folder);
        (Outbox, Outside) = (Open(at: server.Address), Open());
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument is { Meter.Name: "Gegevensdeling", Name: "gegevensdeling.message.unconfirmed" })
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref alarms, count));
        listener.Start();
    }

    public GraphServer Server { get; }

    public WeatherProxy Front { get; }

    public IBlobStore Blobs { get; }

    public GraphOutbox Outbox { get; }

    /// <summary>The same, out in the weather.</summary>
    public GraphOutbox Outside { get; }

    public FakeTimeProvider Clock { get; } = new();

    public Lines Log { get; } = new();

    public long Alarms => Interlocked.Read(ref alarms);

    public static async Task<Post> OpenAsync(Cloud cloud, CancellationToken cancellation)
    {
        var server = await GraphServer.StartAsync(cloud.Certificate, TimeProvider.System, cancellation);
        var front = await WeatherProxy.StartAsync(server.Address, cloud.Certificate, cancellation);
        var connection = new AzureConnection(cloud.Credential) { Transport = cloud.Transport };
        var table = new TableServiceClient(cloud.Azurite.Tables, cloud.Credential, connection.Apply(new TableClientOptions())).GetTableClient($"berichten{Guid.NewGuid():N}");
        await table.CreateAsync(cancellation);
        return new(cloud, server, front, table);
    }

    /// <summary>Another process on the same table, out in the weather unless told otherwise.</summary>
    public GraphOutbox Open(TokenCredential? credential = null, TimeSpan? patience = null, Uri? at = null)
    {
        var outbox = new GraphOutbox(
            new() { BaseAddress = at ?? Front.Address, Sender = "gegevensdeling@voorbeeld.example", TeamsAppId = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee", TeamsRecipients = $"{Dpo}={DpoInEntra};{Stranger}=niemand" },
            new(credential ?? cloud.Credential) { Handler = cloud.Certificate.NewHandler, NetworkTimeout = patience ?? TimeSpan.FromSeconds(30) },
            Blobs, table, Clock, Log);
        opened.Add(outbox);
        return outbox;
    }

    /// <summary>What the table holds, names and values.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(CancellationToken cancellation)
    {
        var rows = new List<string>();
        await foreach (var row in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
            rows.Add(string.Join(' ', row.Where(one => !one.Key.StartsWith("odata", StringComparison.Ordinal)).Select(one => $"{one.Key}={one.Value}")));
        return rows;
    }

    /// <summary>Leaves the row of a sent message as a process leaves it that dies before it writes the outcome.</summary>
    public async Task ForgetOutcomeAsync(OutboundMessage message, CancellationToken cancellation)
    {
        var row = (await table.GetEntityAsync<TableEntity>(message.Exchange.Value, message.Id, cancellationToken: cancellation)).Value;
        row["Toestand"] = "poging";
        await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        opened.ForEach(outbox => outbox.Dispose());
        await Front.DisposeAsync();
        await Server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>An identity that was taken away.</summary>
    internal sealed class Revoked : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) => throw new CredentialUnavailableException("no managed identity is assigned");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new CredentialUnavailableException("no managed identity is assigned");
    }

    /// <summary>The log, line by line.</summary>
    internal sealed class Lines : ILogger<GraphOutbox>
    {
        private readonly List<string> lines = [];

        public IReadOnlyList<string> All => lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}
