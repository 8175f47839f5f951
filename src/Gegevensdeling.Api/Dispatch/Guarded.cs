using Gegevensdeling.Telemetry;
using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>Writes a result; what fails while writing is mapped as everything else is, or cuts the connection when bytes have left.</summary>
internal sealed class Guarded(FaceResult result, Func<Exception, FaceResult> fail, RequestMeasure measure) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => result.Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        measure.Resume();
        measure.End(await WriteAsync(httpContext));
    }

    private async Task<int> WriteAsync(HttpContext httpContext)
    {
        try
        {
            await result.ExecuteAsync(httpContext);
            return result.Status;
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Abort();
            return 499;
        }
#pragma warning disable CA1031 // nothing of an exception may leave
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var problem = fail(failure);
            if (httpContext.Response.HasStarted)
            {
                httpContext.Abort(); // half an archive must not look like a whole one
                return problem.Status;
            }

            httpContext.Response.Clear();
            await problem.ExecuteAsync(httpContext);
            return problem.Status;
        }
    }
}
