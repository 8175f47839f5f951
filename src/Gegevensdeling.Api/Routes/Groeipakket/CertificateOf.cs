using Gegevensdeling.Exchanges;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes.Groeipakket;

/// <summary>Signed documents of an exchange, the latest first.</summary>
internal static class CertificateOf
{
    public static async Task<ApiAnswer> LatestAsync(IEvidenceStore evidence, ExchangeId exchange, CancellationToken cancellation)
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
