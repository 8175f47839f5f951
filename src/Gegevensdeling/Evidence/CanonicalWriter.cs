using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Gegevensdeling.Evidence;

/// <summary>Writes the primitives of RFC 8785 into one buffer that is used again and again.</summary>
internal sealed class CanonicalWriter
{
    // RFC 8785, 3.2.2.2: only these are escaped; everything else stands as it is, in UTF-8.
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\"\\");

    private readonly ArrayBufferWriter<byte> _buffer = new(512);

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void Clear() => _buffer.ResetWrittenCount();

    public void Raw(ReadOnlySpan<byte> utf8) => _buffer.Write(utf8);

    public void Literal(string ascii) => Plain(ascii);

    public void Number(long value)
    {
        var span = _buffer.GetSpan(20);
        value.TryFormat(span, out var written, default, CultureInfo.InvariantCulture);
        _buffer.Advance(written);
    }

    public void Number(double value) => Plain(EcmaNumber.Format(value));

    public void Text(ReadOnlySpan<char> value)
    {
        Raw("\""u8);
        while (value.IndexOfAny(Escaped) is var next and >= 0)
        {
            Plain(value[..next]);
            Escape(value[next]);
            value = value[(next + 1)..];
        }

        Plain(value);
        Raw("\""u8);
    }

    private void Escape(char value)
    {
        switch (value)
        {
            case '"': Raw("\\\""u8); break;
            case '\\': Raw("\\\\"u8); break;
            case '\b': Raw("\\b"u8); break;
            case '\t': Raw("\\t"u8); break;
            case '\n': Raw("\\n"u8); break;
            case '\f': Raw("\\f"u8); break;
            case '\r': Raw("\\r"u8); break;
            default: Plain($"\\u{(int)value:x4}"); break;
        }
    }

    private void Plain(ReadOnlySpan<char> value)
    {
        if (value.IsEmpty)
            return;
        var span = _buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length));
        if (Utf8.FromUtf16(value, span, out _, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
            throw new CanonicalJsonException("de tekst bevat een los surrogaatteken");
        _buffer.Advance(written);
    }
}
