using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Retention;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>P13: what Opgroeien regie put on its SFTP server goes once that very archive was received. The orchestration does so at once; this does it without any.</summary>
public sealed class ReceivedDrops(ExchangeFile<AnswerState, AnswerCommand> answers, IDropStore drop, SweepAudit audit)
{
    /// <param name="protocol">Of any kind.</param>
    public async Task DeleteAsync(ProtocolId protocol, CancellationToken cancellation)
    {
        foreach (var answer in await answers.ListAsync(protocol, liveOnly: true, cancellation))
        {
            if (!answer.State.Receipts.Any(receipt => receipt.Artefact == answer.State.Current?.Id) || await drop.CountAsync(answer.Id, cancellation) == 0)
                continue;
            await audit.RecordAsync(answer.Id, answer.Head, AuditAction.Erased, "afhaalplaats", cancellation);
            await drop.DeleteAsync(answer.Id, cancellation);
        }
    }
}
