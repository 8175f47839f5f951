using System.Net.Sockets;
using Azure;
using Azure.Identity;

namespace Gegevensdeling.Azure;

/// <summary>What means 'later' in Azure: a host adds this to what its other parts throw.</summary>
public static class AzureOutages
{
    /// <summary>
    /// Unreachable, slow, throttling, failing, or refusing our identity. A refused identity is an outage too: whoever asks can do nothing about it,
    /// nothing is lost, and it works again once the role or the credential is back.
    /// </summary>
    public static bool Recognise(Exception exception) => exception switch
    {
        RequestFailedException failed => failed.Status is 0 or 401 or 403 or 408 or 429 or >= 500,
        AuthenticationFailedException or HttpRequestException or SocketException or TimeoutException => true,

        // After its last try Azure.Core throws all failures together; a try that ran out of time is a cancellation by Azure.Core itself, since a
        // caller's own is never tried again and comes alone.
        AggregateException many => many.InnerExceptions.Count > 0 && many.InnerExceptions.All(one => one is OperationCanceledException || Recognise(one)),
        _ => exception.InnerException is { } inner && Recognise(inner),
    };
}
