using System.Runtime.CompilerServices;
using System.Text;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Audit.Exports;

/// <summary>What is exported.</summary>
/// <param name="Chain">One protocol and month, see <see cref="AuditChain.NameOf(ProtocolId, DateTimeOffset)"/>.</param>
/// <param name="For">The party that gets it, and as which it sees; null for the operator's own keeping, which has everything.</param>
public sealed record AuditExportOrder(string Chain, AuditExportForm Form, PartyId? For);

/// <summary>Writes the events of one chain in the shape of a register, line by line while they are read; nothing is kept.</summary>
public sealed class AuditExport(IAuditLog audit, IRegister register, IReadOnlyList<IExchangeFile> files, DossierFile dossiers)
{
    /// <summary>Names protocol, month and form, and nobody.</summary>
    public static string FileName(AuditExportOrder order) => $"audit-{order.Chain.Replace('/', '-')}-{order.Form.Word()}.jsonl";

    /// <summary>JSON Lines, in the order of the chain. Not found is empty.</summary>
    /// <exception cref="InvalidDataException">An entry of the chain cannot be read.</exception>
    public async Task WriteAsync(AuditExportOrder order, Stream target, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 15, leaveOpen: true) { NewLine = "\n" };
        await foreach (var line in LinesAsync(order, cancellation))
            await writer.WriteLineAsync(line.AsMemory(), cancellation);
        await writer.FlushAsync(cancellation);
    }

    /// <exception cref="ArgumentException">A chain is given out whole or not at all: what is left out would break it.</exception>
    private IAsyncEnumerable<string> LinesAsync(AuditExportOrder order, CancellationToken cancellation) => order switch
    {
        { Form: AuditExportForm.Chain, For: null } => audit.ReadAsync(order.Chain, cancellation).Select(AuditLine.Write),
        { Form: AuditExportForm.ProcessingLog } => ShownAsync(order, ProcessingLogLine.Write, cancellation),
        { Form: AuditExportForm.AuditRegister } => ShownAsync(order, AuditRegisterLine.Write, cancellation),
        _ => throw new ArgumentException("a chain is given out whole or not at all", nameof(order)),
    };

    private async IAsyncEnumerable<string> ShownAsync(AuditExportOrder order, Func<AuditEvent, string, string> write, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var known = new Dictionary<ExchangeId, AuditReach>();
        await foreach (var entry in audit.ReadAsync(order.Chain, cancellation))
        {
            var shown = order.For is { } reader ? AuditSight.Shown(entry.Event, reader, await ReachAsync(entry.Event.Exchange, reader, known, cancellation)) : entry.Event;
            if (shown is not null)
                yield return write(shown, entry.Hash);
        }
    }

    private async Task<AuditReach> ReachAsync(ExchangeId? of, PartyId reader, Dictionary<ExchangeId, AuditReach> known, CancellationToken cancellation)
    {
        if (of is not { } exchange)
            return AuditReach.Own;
        if (!known.TryGetValue(exchange, out var reach))
            known.Add(exchange, reach = await register.FindAsync(exchange, cancellation) is { } head ? await ReachAsync(head, reader, cancellation) : AuditReach.Hidden);
        return reach;
    }

    /// <summary>A dossier is known to both sides by its kind, and to whoever opened it.</summary>
    private async Task<AuditReach> ReachAsync(ExchangeHead head, PartyId reader, CancellationToken cancellation)
    {
        if (dossiers.KindOf(head.Kind) is not { } kind)
            return files.FirstOrDefault(file => file.Word == head.Kind)?.ReachOf(head, reader) ?? AuditReach.Hidden;
        return kind.BothSidesKnow || (await dossiers.FindAsync(head.Id, cancellation))?.Facts[0].By.Party == reader ? AuditReach.Both : AuditReach.Own;
    }
}
