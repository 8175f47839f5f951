using Gegevensdeling.Exchanges;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes;

/// <summary>The signed documents that are kept of an exchange, as they were signed.</summary>
internal static class KeptDocuments
{
    public static async Task<ApiAnswer> LatestCertificateAsync(IEvidenceStore evidence, ExchangeId exchange, CancellationToken cancellation)
    {
        var count = await Eraser.CertificatesAsync(evidence, exchange, cancellation);
        return await FirstAsync(evidence, exchange, Enumerable.Range(1, count).Reverse().Select(Eraser.CertificateName), cancellation);
    }

    public static async Task<ApiAnswer> FirstAsync(IEvidenceStore evidence, ExchangeId exchange, IEnumerable<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            if (await evidence.FindAsync(exchange, name, cancellation) is { } document)
                return new ApiAnswer.Document("application/json", document);
        }

        return ApiAnswer.NotFound();
    }
}
