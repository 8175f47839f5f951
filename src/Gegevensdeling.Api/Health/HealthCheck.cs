using System.Diagnostics;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.Telemetry;

namespace Gegevensdeling.Api.Health;

/// <summary>
/// Whether the register, the blob store, the key store and the drop answer, and whether terms are being kept. Anybody may ask, so the stores are
/// asked once in a while and not once a question; which part does not answer is told to telemetry alone.
/// </summary>
public sealed class HealthCheck
{
    /// <summary>An exchange this long past its term, and not tried since, means that no sweep runs: the term of the alarm on its runs.</summary>
    public static readonly TimeSpan SweepPatience = TimeSpan.FromHours(25);

    private static readonly TimeSpan StoresFresh = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan TermsFresh = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>No exchange has this reference: every store must answer that there is nothing.</summary>
    private static readonly ExchangeId Nobody = new("gezondheid");

    private readonly IReadOnlyList<CachedCheck> checks;

    public HealthCheck(Ports ports, TimeProvider clock) => checks =
    [
        Of("register", StoresFresh, async cancellation => await ports.Register.FindAsync(Nobody, cancellation) is null, clock),
        Of("opslag", StoresFresh, async cancellation => await ports.Blobs.CountAsync(Nobody, cancellation) == 0, clock),
        Of("sleutels", StoresFresh, async cancellation => await ports.Keys.GetAsync(Nobody, cancellation) is null, clock),
        Of("afhaalplaats", StoresFresh, async cancellation => await ports.Drop.CountAsync(Nobody, cancellation) == 0, clock),
        Of("termijnen", TermsFresh, cancellation => TermsAreKeptAsync(ports.Register, clock.GetUtcNow() - SweepPatience, cancellation), clock),
    ];

    /// <summary>True when all of it is well, as far as is known from the last few seconds (terms: minutes).</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken cancellation) =>
        (await Task.WhenAll(checks.Select(check => check.AskAsync())).WaitAsync(cancellation)).All(well => well);

    /// <summary>
    /// Both hosts may run in several processes, so no process knows when the sweep last ran; its work shows it. What is long past its
    /// term was erased, or its erasure was at least tried and recorded as open.
    /// </summary>
    private static async Task<bool> TermsAreKeptAsync(IRegister register, DateTimeOffset since, CancellationToken cancellation)
    {
        await foreach (var head in register.DueAsync(since, cancellation))
        {
            var tried = (await register.FactsAsync(head.Id, cancellation)).Any(row => row.At > since && FactJson.Read(row.Json) is ErasureFact.StillFound);
            return tried;
        }

        return true;
    }

    private static CachedCheck Of(string part, TimeSpan fresh, Func<CancellationToken, Task<bool>> ask, TimeProvider clock) => new(
        async () =>
        {
            using var span = Instruments.Spans.StartActivity("gezondheid");
            span?.SetTag("part", part);
            using var limit = new CancellationTokenSource(Patience, clock);
            try
            {
                var well = await ask(limit.Token).WaitAsync(Patience, clock, CancellationToken.None);
                span?.SetTag("outcome", well ? "ok" : "failed");
                return well;
            }
#pragma warning disable CA1031 // whatever a store throws means that it does not answer
            catch (Exception failure)
#pragma warning restore CA1031
            {
                span?.SetTag("outcome", "failed");
                span?.SetTag("failure", failure.GetType().Name);
                span?.SetStatus(ActivityStatusCode.Error);
                return false;
            }
        },
        fresh, clock);
}
