using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Gegevensdeling.StandIns;
using Gegevensdeling.TestKit;
using Xunit;

[assembly: AssemblyFixture(typeof(Gegevensdeling.Azure.Tests.Cloud))]

namespace Gegevensdeling.Azure.Tests;

/// <summary>Azurite and the stand-ins, started once for all tests; each test takes names of its own.</summary>
public sealed class Cloud : IAsyncLifetime
{
    private readonly string data = TestFolder.Create("azurite-").FullName;
    private Azurite? azurite;
    private ManagedIdentityServer? identity;

    public LoopbackCertificate Certificate { get; } = new();

    public Azurite Azurite => azurite ?? throw Absent();

    public ManagedIdentityServer Identity => identity ?? throw Absent();

    /// <summary>What production uses, at the identity endpoint of this run.</summary>
    public TokenCredential Credential { get; } = new DefaultAzureCredential();

    /// <summary>A transport that trusts this run's certificate.</summary>
    public HttpClientTransport Transport => new(Certificate.NewHandler());

    public async ValueTask InitializeAsync()
    {
        identity = await ManagedIdentityServer.StartAsync(TestContext.Current.CancellationToken);
        identity.Announce();
        if (Azurite.IsInstalled)
            azurite = await Azurite.StartAsync(data, Certificate, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
        if (identity is not null)
            await identity.DisposeAsync();
        Certificate.Dispose();
        Directory.Delete(data, recursive: true);
    }

    private static InvalidOperationException Absent() => ExternalTool.Absent("azurite (npm ci in src/Gegevensdeling.StandIns/azurite)", "nodejs, npm", Environment.GetEnvironmentVariable("CI"));
}

public sealed class CloudTests(Cloud cloud)
{
    [Fact]
    public async Task Bearer_tokens_of_the_default_credential_open_blobs_and_tables()
    {
        var blobs = new BlobServiceClient(cloud.Azurite.Blobs, cloud.Credential, new BlobClientOptions { Transport = cloud.Transport });
        await blobs.CreateBlobContainerAsync("proef", cancellationToken: TestContext.Current.CancellationToken);
        var tables = new TableServiceClient(cloud.Azurite.Tables, cloud.Credential, new TableClientOptions { Transport = cloud.Transport });
        await tables.CreateTableAsync("proef", TestContext.Current.CancellationToken);
        await tables.GetTableClient("proef").AddEntityAsync(new TableEntity("a", "b") { ["C"] = "d" }, TestContext.Current.CancellationToken);
    }
}
