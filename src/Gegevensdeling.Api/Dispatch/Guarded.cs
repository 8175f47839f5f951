using Microsoft.AspNetCore.Http;

namespace Gegevensdeling.Api.Dispatch;

/// <summary>Writes a result; what fails while writing is mapped as everything else is, or cuts the connection when bytes have left.</summary>
internal sealed class Guarded(FaceResult result, Func<Exception, FaceResult> fail) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => result.Status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        try
        {
            await result.ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Abort();
        }
#pragma warning disable CA1031 // nothing of an exception may leave
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var problem = fail(failure);
            if (httpContext.Response.HasStarted)
            {
                httpContext.Abort(); // half an archive must not look like a whole one
                return;
            }

            httpContext.Response.Clear();
            await problem.ExecuteAsync(httpContext);
        }
    }
}
