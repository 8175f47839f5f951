using System.Globalization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Keys;
using Gegevensdeling.Orchestrations;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Retention;

/// <summary>
/// Deletes, looks again and certifies. The orchestration calls it step by step, the sweep in one go; both may run at once and neither
/// needs the other (design 4).
/// </summary>
public sealed class Eraser
{
    private readonly IReadOnlyList<ICopyPlace> places;
    private readonly IReadOnlyList<ICopyPlace> added;
    private readonly IRegister register;
    private readonly ExchangeLedger ledger;
    private readonly IEvidenceStore evidence;
    private readonly IReadOnlyList<IExchangeFile> files;
    private readonly SigningKeys signing;
    private readonly ProtocolCatalog protocols;
    private readonly TimeProvider clock;

    /// <param name="places">As <see cref="RegisteredPlaces"/> gives them.</param>
    /// <exception cref="InvalidOperationException">A place has no code behind it.</exception>
    public Eraser(
        IEnumerable<ICopyPlace> places, IReadOnlyList<IExchangeFile> files, IRegister register, ExchangeLedger ledger, IEvidenceStore evidence, SigningKeys signing, ProtocolCatalog protocols, TimeProvider clock)
    {
        var known = places.ToDictionary(place => place.Name, StringComparer.Ordinal);
        if (!known.Keys.ToHashSet().IsSupersetOf(CopyPlaces.InOrderOfErasure))
            throw new InvalidOperationException("A place of erasure without code behind it");
        added = [.. known.Values.Where(place => !CopyPlaces.InOrderOfErasure.Contains(place.Name))];
        this.places = [.. CopyPlaces.InOrderOfErasure.Select(name => known[name]), .. added];
        (this.files, this.register, this.ledger, this.evidence, this.signing, this.protocols, this.clock) = (files, register, ledger, evidence, signing, protocols, clock);
    }

    public void Bind(ActivityBindings bindings) => bindings
        .Bind(ErasureActivities.EraseAt, async (input, cancellation) =>
        {
            await places.Single(place => place.Name == input.Place).EraseAsync(input.Exchange, cancellation);
            return Done.Value;
        })
        .Bind(ErasureActivities.LookAgainAndCertify, async (input, cancellation) =>
        {
            // A version of the orchestration knows the places that there were when it was made (law 9); those that a host added since are erased at here.
            foreach (var place in added)
                await place.EraseAsync(input.Exchange, cancellation);
            return new(await LookAgainAndCertifyAsync(input.Exchange, cancellation));
        });

    /// <summary>The whole erasure without any engine, as the sweep does it.</summary>
    /// <returns>The places that still hold something; empty when the erasure is proven and certified.</returns>
    public async Task<IReadOnlyList<string>> EraseAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var place in places)
            await place.EraseAsync(exchange, cancellation);
        return await LookAgainAndCertifyAsync(exchange, cancellation);
    }

    /// <summary>What erasing would find, place by place; nothing is touched. Also where no row claims the exchange.</summary>
    public async Task<IReadOnlyList<PlaceLookedAt>> DryRunAsync(ExchangeId exchange, CancellationToken cancellation) => await LookAsync(exchange, cancellation);

    /// <summary>Erases what no row claims, or what came back after the certificate. There is nothing to certify.</summary>
    public async Task EraseAgainAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var place in places)
            await place.EraseAsync(exchange, cancellation);
    }

    private async Task<IReadOnlyList<string>> LookAgainAndCertifyAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        while (await register.FindAsync(exchange, cancellation) is { ErasedAt: null } head)
        {
            var erasedAt = clock.GetUtcNow();
            var looked = await LookAsync(exchange, cancellation);
            var protocol = protocols.Of(head);
            var subject = await SubjectAsync(head, cancellation);
            var history = EngineHistory.ToBePurged(erasedAt.AddDays(protocol.Retention.History.Days));
            var outcome = ErasureCertificate.Issue(PartiesOf(head), FactsOf(subject, erasedAt, looked, history), clock.GetUtcNow());
            if (outcome is ErasureOutcome.Open open)
            {
                // F2: what cannot be proven is reported as open, never as done.
                var found = open.Places.Select(place => place.Place).ToList();
                var still = new ErasureFact.StillFound(References.NewFact(), clock.GetUtcNow(), SystemActor.Value, found);
                await ledger.AppendAsync(ErasureHeads.After(head, still), still, wakes: false, cancellation);
                return found;
            }

            var document = await KeepAsync(exchange, CertificateName(1), ((ErasureOutcome.Proven)outcome).Certificate, cancellation);
            var erased = new ErasureFact.Erased(References.NewFact(), erasedAt, SystemActor.Value, Sha256Hex.Of(document));
            if (await ledger.AppendAsync(ErasureHeads.After(head, erased), erased, wakes: false, cancellation))
                return [];
        }

        return [];
    }

    /// <summary>The next certificate: the engine's history is gone too, or a declaration came after that.</summary>
    public async Task CertifyPurgeAsync(ExchangeHead head, CancellationToken cancellation)
    {
        var number = await CertificatesAsync(evidence, head.Id, cancellation);
        if (number == 0)
            throw new InvalidOperationException("Erased without a certificate");
        var previous = (await evidence.FindAsync(head.Id, CertificateName(number), cancellation))!;
        var now = clock.GetUtcNow();

        // Killed between keeping a certificate and recording it: that certificate is the one, no other is made.
        if (!await IsRecordedAsync(head.Id, Sha256Hex.Of(previous), cancellation))
        {
            await RecordPurgeAsync(head, now, previous, cancellation);
            return;
        }

        // An effect that was under way at the first certificate may have come after it.
        await EraseAgainAsync(head.Id, cancellation);
        var looked = await LookAsync(head.Id, cancellation);
        looked.Add(new("historiek van de verwerking", "elke stap van deze uitwisseling en van wat eruit voortkwam, na het opschonen opnieuw bekeken", now, 0));
        var subject = await SubjectAsync(head, cancellation);
        var facts = FactsOf(subject, head.ErasedAt!.Value, looked, EngineHistory.WasPurged(now));
        if (ErasureCertificate.IssueNext(PartiesOf(head), facts, number + 1, previous, now) is not ErasureOutcome.Proven proven)
            throw new InvalidOperationException("Something of an erased exchange came back");
        var document = await KeepAsync(head.Id, CertificateName(number + 1), proven.Certificate, cancellation);
        await RecordPurgeAsync(head, now, document, cancellation);
    }

    private async Task<bool> IsRecordedAsync(ExchangeId exchange, string sha256, CancellationToken cancellation) =>
        (await register.FactsAsync(exchange, cancellation)).Select(row => FactJson.Read(row.Json)).Any(fact =>
            fact is ErasureFact.Erased erased && erased.CertificateSha256 == sha256 || fact is ErasureFact.HistoryPurged purged && purged.CertificateSha256 == sha256);

    private Task<bool> RecordPurgeAsync(ExchangeHead head, DateTimeOffset now, string document, CancellationToken cancellation)
    {
        var purged = new ErasureFact.HistoryPurged(References.NewFact(), now, SystemActor.Value, Sha256Hex.Of(document));
        return ledger.AppendAsync(ErasureHeads.After(head, purged), purged, wakes: false, cancellation);
    }

    /// <summary>How many certificates an exchange has.</summary>
    public static async Task<int> CertificatesAsync(IEvidenceStore evidence, ExchangeId exchange, CancellationToken cancellation) =>
        (await evidence.NamesAsync(exchange, cancellation)).Count(name => name.StartsWith("wisbewijs-", StringComparison.Ordinal));

    /// <summary>The name under which a certificate is kept.</summary>
    public static string CertificateName(int number) => string.Create(CultureInfo.InvariantCulture, $"wisbewijs-{number}");

    /// <summary>What is known of an exchange for its certificate.</summary>
    public Task<ErasureSubject> SubjectAsync(ExchangeHead head, CancellationToken cancellation) =>
        files.Single(file => file.Word == head.Kind).SubjectAsync(head, cancellation);

    private async Task<List<PlaceLookedAt>> LookAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        var looked = new List<PlaceLookedAt>();
        foreach (var place in places)
            looked.Add(new(place.Name, place.SoughtFor, clock.GetUtcNow(), await place.CountAsync(exchange, cancellation)));
        return looked;
    }

    private async Task<string> KeepAsync(ExchangeId exchange, string name, ErasureCertificate certificate, CancellationToken cancellation)
    {
        using var key = await signing.CurrentAsync(cancellation);
        var document = SignedDocument.Sign(certificate, ErasureCertificate.JwsType, key).ToJson();
        return await evidence.KeepAsync(exchange, name, document, cancellation) ? document : (await evidence.FindAsync(exchange, name, cancellation))!;
    }

    private static ExchangeParties PartiesOf(ExchangeHead head) => new(head.Id, head.Protocol, head.ProtocolVersion, head.Sender, head.Receiver);

    private static ErasureFacts FactsOf(ErasureSubject subject, DateTimeOffset erasedAt, IReadOnlyList<PlaceLookedAt> looked, EngineHistory history) =>
        new(subject.Reason, subject.DueSince, erasedAt, subject.Files, looked, subject.Declared, subject.NotVerifiableHere, subject.Remains, history);
}
