using System.Buffers;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Audit;

/// <summary>Reads entries back as <see cref="AuditJson.Write"/> wrote them, and nothing else.</summary>
/// <remarks>By hand, because reading a million entries must not take longer than verifying them.</remarks>
public static class AuditEntryReader
{
    /// <summary>The entry as it was kept, with the hash that was kept beside it; whether that fits is for the verifier to say.</summary>
    /// <exception cref="JsonException">The text is no audit entry.</exception>
    public static ChainedAuditEvent Read(string json, string hash)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(json.Length));
        try
        {
            return Read(buffer.AsSpan(0, Encoding.UTF8.GetBytes(json, buffer)), hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The same from UTF-8.</summary>
    /// <exception cref="JsonException">The text is no audit entry.</exception>
    public static ChainedAuditEvent Read(ReadOnlySpan<byte> utf8, string hash)
    {
        var tokens = new AuditTokens(utf8);
        tokens.Begin("actor"u8);
        var staff = new StaffRef(tokens.Text("medewerker"u8));
        var actor = new ActedBy(new PartyId(tokens.Text("partij"u8)), tokens.Text("rol"u8), staff);
        tokens.End();
        var artefact = tokens.OptionalText("bestand"u8);
        var code = tokens.OptionalText("code"u8);
        var correlation = tokens.Text("correlatie"u8);
        var purpose = tokens.Text("doel"u8);
        var until = tokens.OptionalMoment("einde"u8);
        var ground = tokens.Text("grondslag"u8);
        var action = AuditWords.Action(tokens.Text("handeling"u8));
        var chain = tokens.Text("keten"u8);
        var protocol = new ProtocolId(tokens.Text("protocol"u8));
        var protocolVersion = tokens.Number("protocolversie"u8);
        var sha256 = tokens.OptionalText("sha256"u8);
        var system = tokens.Text("systeem"u8);
        var at = tokens.Moment("tijd"u8);
        var outcome = AuditWords.Outcome(tokens.Text("uitkomst"u8));
        var exchange = tokens.OptionalText("verwijzing"u8);
        var sequence = tokens.Number("volgnummer"u8);
        var previous = tokens.Text("vorige"u8);
        tokens.Finish();
        var entry = new AuditEvent(
            at,
            protocol,
            protocolVersion is >= 0 and <= int.MaxValue ? (int)protocolVersion : throw new JsonException("a version that no protocol has"),
            exchange is null ? null : new ExchangeId(exchange),
            actor,
            action,
            purpose,
            ground,
            outcome,
            correlation,
            system,
            code,
            artefact is null ? null : new ArtefactId(artefact),
            sha256,
            until);
        return new ChainedAuditEvent(chain, sequence, previous, entry, hash);
    }
}
