using System.Net.Sockets;
using System.Net;

namespace Gegevensdeling.Azure.Graph;

/// <summary>
/// Stands next to the network and tells what a failure means: nobody can have acted on a request of which no body was written; once it began, nobody
/// knows. .NET's handler itself never sends a body again over another connection once it began.
/// </summary>
/// <param name="patience">For one answer, connecting included.</param>
internal sealed class AnswerWatch(TimeSpan patience) : DelegatingHandler
{
    /// <exception cref="GraphException">No answer.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        var content = request.Content;
        using var watched = content is null ? null : new Watched(content);
        request.Content = watched;
        try
        {
            var response = await base.SendAsync(request, limit.Token);
            await CompleteAsync(response, limit.Token);
            return response;
        }
        catch (Exception failure) when (IsOutage(failure) && !cancellationToken.IsCancellationRequested)
        {
            throw watched is { Begun: true } ? GraphException.Unanswered() : GraphException.Unreachable();
        }
        finally
        {
            request.Content = content;
        }
    }

    /// <summary>A status is an answer, also when the text that should follow it is lost.</summary>
    private static async Task CompleteAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            await response.Content.LoadIntoBufferAsync(64 * 1024, cancellation);
        }
        catch (Exception failure) when (IsOutage(failure))
        {
            response.Content = new ByteArrayContent([]);
        }
    }

    // A connection that ends while it is made shows as a bare SocketException.
    private static bool IsOutage(Exception failure) => failure is HttpRequestException or IOException or SocketException or OperationCanceledException;

    private sealed class Watched : HttpContent
    {
        private readonly HttpContent content;

        public Watched(HttpContent content)
        {
            this.content = content;
            foreach (var header in content.Headers)
                Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        public bool Begun { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            Begun = true;
            return content.CopyToAsync(stream, context, cancellationToken);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = content.Headers.ContentLength ?? 0;
            return content.Headers.ContentLength is not null;
        }
    }
}
