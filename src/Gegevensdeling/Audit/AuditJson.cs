using System.Globalization;
using System.Text;
using Gegevensdeling.Evidence;

namespace Gegevensdeling.Audit;

/// <summary>The one JSON form of an audit entry: canonical (RFC 8785), Dutch members, written straight from the record.</summary>
/// <remarks>Written by hand because a chain of a million entries is verified in seconds; a test compares it with the general writer.</remarks>
public static class AuditJson
{
    internal const string Moment = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    /// <summary>The entry as it is kept: the canonical text that the hash is over.</summary>
    public static string Write(ChainedAuditEvent entry)
    {
        var writer = new CanonicalWriter();
        WriteCanonical(writer, entry.Chain, entry.Sequence, entry.Previous, entry.Event);
        return Encoding.UTF8.GetString(writer.Written);
    }

    /// <summary>The event with its moments as they are kept: UTC, whole milliseconds.</summary>
    internal static AuditEvent AsKept(AuditEvent entry) => entry with { At = Rounded(entry.At), Until = entry.Until is { } until ? Rounded(until) : null };

    // The members stand in the order of their names' UTF-16 code units, as RFC 8785 3.2.3 asks.
    internal static void WriteCanonical(CanonicalWriter writer, string chain, long sequence, string previous, AuditEvent entry)
    {
        writer.Raw("{\"actor\":{\"medewerker\":"u8);
        writer.Text(entry.Actor.Staff.Value);
        Member(writer, ",\"partij\":"u8, entry.Actor.Party.Value);
        Member(writer, ",\"rol\":"u8, entry.Actor.Role);
        writer.Raw("}"u8);
        Member(writer, ",\"bestand\":"u8, entry.Artefact?.Value);
        Member(writer, ",\"code\":"u8, entry.Code);
        Member(writer, ",\"correlatie\":"u8, entry.Correlation);
        Member(writer, ",\"doel\":"u8, entry.Purpose);
        Time(writer, ",\"einde\":"u8, entry.Until);
        Member(writer, ",\"grondslag\":"u8, entry.Ground);
        Member(writer, ",\"handeling\":"u8, AuditWords.Of(entry.Action));
        Member(writer, ",\"keten\":"u8, chain);
        Member(writer, ",\"protocol\":"u8, entry.Protocol.Value);
        writer.Raw(",\"protocolversie\":"u8);
        writer.Number(entry.ProtocolVersion);
        Member(writer, ",\"sha256\":"u8, entry.Sha256);
        Member(writer, ",\"systeem\":"u8, entry.System);
        Time(writer, ",\"tijd\":"u8, entry.At);
        Member(writer, ",\"uitkomst\":"u8, AuditWords.Of(entry.Outcome));
        Member(writer, ",\"verwijzing\":"u8, entry.Exchange?.Value);
        writer.Raw(",\"volgnummer\":"u8);
        writer.Number(sequence);
        Member(writer, ",\"vorige\":"u8, previous);
        writer.Raw("}"u8);
    }

    private static void Member(CanonicalWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        writer.Raw(name);
        writer.Text(value);
    }

    private static void Time(CanonicalWriter writer, ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is not { } moment)
            return;
        Span<char> text = stackalloc char[24];
        moment.UtcDateTime.TryFormat(text, out var written, Moment, CultureInfo.InvariantCulture);
        writer.Raw(name);
        writer.Text(text[..written]);
    }

    private static DateTimeOffset Rounded(DateTimeOffset value) => new(value.UtcTicks - (value.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
