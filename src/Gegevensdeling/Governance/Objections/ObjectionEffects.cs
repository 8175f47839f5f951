using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Governance.Objections;

/// <summary>What an objection does to the exchange: facts in the exchange itself, so that every rule of its own sees them.</summary>
public sealed class ObjectionEffects(IReadOnlyList<IObjectedExchanges> kinds)
{
    /// <summary>Null where a person can object to nothing of that reference.</summary>
    public async Task<ObjectedExchange?> FindAsync(ExchangeId exchange, CancellationToken cancellation) =>
        (await KindOfAsync(exchange, cancellation))?.Found;

    /// <summary>Done again, it changes nothing.</summary>
    public async Task<bool> TakeAsync(DossierView dossier, string code, CancellationToken cancellation)
    {
        var objection = ObjectionState.Of(dossier.Facts);
        var (kind, _) = await KindOfAsync(objection.Made.Exchange, cancellation) ?? throw new InvalidOperationException("An objection to an exchange that is not there");
        await kind.TakeAsync(objection, dossier.Id, code, References.FactOf($"{dossier.Id} {code}"), cancellation);
        return true;
    }

    private async Task<(IObjectedExchanges Kind, ObjectedExchange Found)?> KindOfAsync(ExchangeId exchange, CancellationToken cancellation)
    {
        foreach (var kind in kinds)
        {
            if (await kind.FindAsync(exchange, cancellation) is { } found)
                return (kind, found);
        }

        return null;
    }
}
