using Azure;
using Azure.Identity;
using Xunit;

namespace Gegevensdeling.Azure.Tests;

public sealed class AzureOutagesTests
{
    public static TheoryData<Exception, bool> Cases => new()
    {
        { new RequestFailedException(503, "busy"), true },
        { new RequestFailedException(429, "throttled"), true },
        { new RequestFailedException(408, "slow"), true },
        { new RequestFailedException(403, "the role is gone"), true },
        { new RequestFailedException(0, "unreachable", new HttpRequestException()), true },
        { new RequestFailedException(404, "absent"), false },
        { new RequestFailedException(400, "ours"), false },
        { new CredentialUnavailableException("no identity"), true },
        { new AuthenticationFailedException("revoked"), true },
        { new TimeoutException(), true },
        { new AggregateException(new TaskCanceledException(), new RequestFailedException(0, "reset")), true },
        { new AggregateException(new RequestFailedException(0, "reset"), new InvalidOperationException()), false },
        { new AggregateException(), false },
        { new OperationCanceledException(), false },
        { new InvalidOperationException("wrapped", new RequestFailedException(500, "down")), true },
        { new InvalidOperationException(), false },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void An_outage_is_told_from_a_defect(Exception exception, bool outage) => Assert.Equal(outage, AzureOutages.Recognise(exception));
}
