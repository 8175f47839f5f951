using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>One thing that the system did by itself, in the order in which it did it.</summary>
internal sealed record Deed(DateTimeOffset At, ExchangeId Exchange, string Text, string? To = null)
{
    /// <summary>What runs side by side at one moment is told in a fixed order: what was done first, then the messages, those on a key last.</summary>
    public string Order => To is null ? Text.StartsWith("opnieuw", StringComparison.Ordinal) ? "1" : "2" : $"{(Text.Contains("sleutel", StringComparison.Ordinal) ? 4 : 3)} {To} {Text}";
}

/// <summary>Stands between the law and two of its ports and notes what the system does.</summary>
internal sealed class Recorder(TimeProvider clock)
{
    private readonly Lock gate = new();
    private readonly List<Deed> deeds = [];

    public List<OutboundMessage> Messages { get; } = [];

    public Ports Between(Ports ports) => ports with { Outbox = new Outbox(this, ports.Outbox), Audit = new Log(this, ports.Audit) };

    /// <summary>What was done since the last time.</summary>
    public IReadOnlyList<Deed> Take()
    {
        lock (gate)
        {
            Deed[] taken = [.. deeds.OrderBy(deed => deed.At)];
            deeds.Clear();
            return taken;
        }
    }

    private void Note(ExchangeId exchange, string text, string? to = null)
    {
        lock (gate)
            deeds.Add(new(clock.GetUtcNow(), exchange, text, to));
    }

    private sealed class Outbox(Recorder recorder, IOutbox inner) : IOutbox
    {
        public async Task SendAsync(OutboundMessage message, CancellationToken cancellation)
        {
            await inner.SendAsync(message, cancellation);
            lock (recorder.gate)
                recorder.Messages.Add(message);
            var subject = message.Subject[(message.Subject.IndexOf(':', StringComparison.Ordinal) + 2)..];
            recorder.Note(message.Exchange, message.Attachment is null ? subject : $"{subject}, met het verzegelde bestand", message.To);
        }

        public Task DeleteAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.DeleteAttachmentsAsync(exchange, cancellation);

        public Task<int> CountAttachmentsAsync(ExchangeId exchange, CancellationToken cancellation) => inner.CountAttachmentsAsync(exchange, cancellation);

        public Task ForgetAsync(ExchangeId exchange, CancellationToken cancellation) => inner.ForgetAsync(exchange, cancellation);

        public IAsyncEnumerable<StoredCopy> ListAttachmentsAsync(CancellationToken cancellation) => inner.ListAttachmentsAsync(cancellation);
    }

    private sealed class Log(Recorder recorder, IAuditLog inner) : IAuditLog
    {
        public async Task AppendAsync(AuditEvent draft, CancellationToken cancellation)
        {
            await inner.AppendAsync(draft, cancellation);
            if (draft.Exchange is { } exchange && Said(draft) is { } text)
                recorder.Note(exchange, text);
        }

        public IAsyncEnumerable<ChainedAuditEvent> ReadAsync(string chain, CancellationToken cancellation) => inner.ReadAsync(chain, cancellation);

        public Task<IReadOnlyList<string>> ChainsAsync(CancellationToken cancellation) => inner.ChainsAsync(cancellation);

        // Only what no message tells: the rest of the audit chain would say everything twice.
        private static string? Said(AuditEvent draft) => (draft.Action, draft.Code) switch
        {
            (AuditAction.Resealed, _) => "opnieuw verzegeld onder een nieuwe sleutel; het vorige bestand is vervallen en verwijderd",
            (AuditAction.Erased, null) => "gewist; in elke opslag opnieuw gekeken; wisbewijs ondertekend",
            (AuditAction.Corrected, _) => "nieuwe inhoud verzegeld onder een nieuwe sleutel; het vorige bestand is vervallen",
            (AuditAction.Erased, "vervangen-bestand") => "vervangen bestand gewist; in elke opslag opnieuw gekeken; wisbewijs van dat bestand ondertekend",
            (AuditAction.Erased, "nog-gevonden") => "ALARM: na het wissen werd nog iets gevonden; de wissing blijft open, er is geen wisbewijs",
            (AuditAction.HistoryPurged, _) => "historiek van de motor gewist; tweede wisbewijs ondertekend",
            _ => null,
        };
    }
}
