using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.Breaches;

/// <summary>Reads breaches: one, the register of a protocol (art. 33.5), and what one may reach.</summary>
public sealed class BreachFile(BreachKind kind, DossierFile file, BreachExtents extents, IRegister register)
{
    public string Word => kind.Word;

    /// <summary>The reference of the breach that a request reports.</summary>
    public ExchangeId ReferenceOf(string reservation) => kind.ReferenceOf(reservation);

    /// <exception cref="InvalidOperationException">There is no such dossier.</exception>
    public Task<DossierView> GetAsync(ExchangeId dossier, CancellationToken cancellation) => file.GetAsync(dossier, cancellation);

    /// <summary>Every breach of a protocol, open and closed, oldest first.</summary>
    public Task<IReadOnlyList<DossierView>> ListAsync(ProtocolId protocol, CancellationToken cancellation) => file.ListAsync(kind, protocol, openOnly: false, cancellation);

    /// <summary>When the exchange of this reference began; null where this protocol has none, whoever else has.</summary>
    public async Task<DateTimeOffset?> BeganAsync(ProtocolId protocol, ExchangeId exchange, CancellationToken cancellation) =>
        await register.FindAsync(exchange, cancellation) is { } head && head.Protocol == protocol && file.KindOf(head.Kind) is null ? head.CreatedAt : null;

    /// <summary>Without days: the exchange that was reported, or what existed from the day on which it was noticed until today.</summary>
    public Task<BreachExtent> ExtentAsync(DossierView dossier, DateOnly? from, DateOnly? until, DateTimeOffset now, CancellationToken cancellation)
    {
        var report = kind.StateOf(dossier.Facts).Report;
        return report.Exchange is { } exchange && from is null && until is null
            ? extents.OfExchangeAsync(exchange, now, cancellation)
            : extents.OfPeriodAsync(
                dossier.Head.Protocol, from ?? Calendar.LegalCalendar.DateOf(report.NoticedAt), until ?? Calendar.LegalCalendar.DateOf(now), cancellation);
    }
}
