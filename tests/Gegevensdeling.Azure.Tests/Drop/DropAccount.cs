using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Gegevensdeling.StandIns;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Azure.Tests.Drop;

/// <summary>The drop has a storage account to itself and looks through all of its containers: an Azurite of its own.</summary>
public sealed class DropAccount(Cloud cloud) : IAsyncLifetime
{
    private readonly string data = TestFolder.Create("azurite-drop-").FullName;
    private Azurite? azurite;

    public bool IsThere => azurite is not null;

    public LoopbackCertificate Certificate => cloud.Certificate;

    public BlobServiceClient Client => New(null);

    /// <summary>The same account through what stands in front of it, as the host connects but with less patience.</summary>
    public BlobServiceClient ClientAt(Uri address) => new(
        address, cloud.Credential,
        new AzureConnection(cloud.Credential) { Transport = cloud.Transport, Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(5), NetworkTimeout = TimeSpan.FromSeconds(2) }.Apply(new BlobClientOptions()));

    public async ValueTask InitializeAsync()
    {
        if (Azurite.IsInstalled)
            azurite = await Azurite.StartAsync(data, cloud.Certificate, TestContext.Current.CancellationToken);
    }

    /// <summary>The blob is there, but nobody hears of it: the connection breaks before the answer.</summary>
    public BlobServiceClient ClientThatLosesTheAnswerOfTheCommit() => New(new LostAnswer());

    public async ValueTask DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
        Directory.Delete(data, recursive: true);
    }

    private BlobServiceClient New(HttpPipelinePolicy? policy)
    {
        var options = new BlobClientOptions { Transport = cloud.Transport, Retry = { MaxRetries = 0 } };
        if (policy is not null)
            options.AddPolicy(policy, HttpPipelinePosition.PerRetry);
        return new((azurite ?? cloud.Azurite).Blobs, cloud.Credential, options); // Cloud says why there is none
    }

    private sealed class LostAnswer : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Uri.Query.Contains("comp=blocklist", StringComparison.Ordinal))
                throw new IOException("The connection was closed");
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
