using System.Security.Cryptography;
using System.Text;
using Gegevensdeling.Orchestrations;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.Functions.Durable;

/// <summary>Runs the code behind an activity function. Only a failure code comes out of one that fails (law 7).</summary>
internal sealed partial class DurableActivities(ActivityBindings bindings, ILogger<DurableActivities> log)
{
    /// <summary>JSON in, an <see cref="ActivityAnswer"/> as JSON out. Never throws but where the host stops: then the host runs it again.</summary>
    public async Task<string> RunAsync(string name, string input, CancellationToken cancellation)
    {
        var asked = HashOf(input);
        try
        {
            return OrchestrationJson.Write(new ActivityAnswer(asked, await bindings.RunAsync(name, input, cancellation)));
        }
        catch (ActivityFailureException failure)
        {
            LogFailed(log, name, failure.Code.Value);
            return OrchestrationJson.Write(new ActivityAnswer(asked, null, failure.Code.Value, failure.Retry));
        }
#pragma warning disable CA1031 // whatever an activity throws crosses as one word
        catch (Exception unmapped) when (unmapped is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogUnmapped(log, name, unmapped.GetType().Name, Guid.NewGuid());
            return OrchestrationJson.Write(new ActivityAnswer(asked, null, FailureCode.Unexpected.Value));
        }
    }

    public static string HashOf(string input) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(input)));

    [LoggerMessage(1, LogLevel.Warning, "Activity {Activity}: {Code}")]
    private static partial void LogFailed(ILogger log, string activity, string code);

    [LoggerMessage(2, LogLevel.Error, "Activity {Activity}: {ExceptionType} {Correlation}")]
    private static partial void LogUnmapped(ILogger log, string activity, string exceptionType, Guid correlation);
}
