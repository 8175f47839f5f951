using System.Data.Common;
using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>Tells an outage of something that the system needs from a defect of its own.</summary>
public static class Outages
{
    /// <summary>
    /// Disk full, file locked, time out, network gone, and what a database driver itself calls transient. A host adds what its own
    /// stores throw.
    /// </summary>
    public static bool Recognise(Exception exception) => exception switch
    {
        BadHttpRequestException => false, // an IOException by birth, the client's fault by nature
        DbException database => database.IsTransient,
        IOException or TimeoutException or HttpRequestException => true,
        _ => exception.InnerException is { } inner && Recognise(inner),
    };
}
