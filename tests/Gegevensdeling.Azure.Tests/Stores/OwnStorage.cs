using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Gegevensdeling.Azure.Stores;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Stores;

/// <summary>Tables and containers of one test in the one Azurite. The same ones can be reached over another transport, as another process would.</summary>
internal sealed class OwnStorage(Cloud cloud)
{
    private readonly string name = $"t{Guid.NewGuid():N}";
    private readonly HttpPipelineTransport transport = cloud.Transport;

    /// <summary>For decorators.</summary>
    public HttpPipelineTransport Transport => transport;

    public TableClient Table(string suffix, HttpPipelineTransport? over = null) =>
        new TableServiceClient(cloud.Azurite.Tables, cloud.Credential, Quick(new TableClientOptions(), over)).GetTableClient(name + suffix);

    public RegisterTables Register(HttpPipelineTransport? over = null) => new(Table("e", over), Table("p", over), Table("i", over), Table("w", over));

    public BlobContainerClient Container(HttpPipelineTransport? over = null) =>
        new BlobServiceClient(cloud.Azurite.Blobs, cloud.Credential, Quick(new BlobClientOptions(), over)).GetBlobContainerClient(name);

    /// <summary>All that stands in a table, for searching.</summary>
    public static async Task<string> TextAsync(TableClient table)
    {
        var rows = await table.QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        return string.Join('\n', rows.Select(row => string.Join(' ', row.Select(cell => $"{cell.Key}={cell.Value}"))));
    }

    private TOptions Quick<TOptions>(TOptions options, HttpPipelineTransport? over)
        where TOptions : ClientOptions
    {
        options.Transport = over ?? transport;
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return options;
    }
}
