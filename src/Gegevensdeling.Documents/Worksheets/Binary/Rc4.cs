namespace Gegevensdeling.Documents.Worksheets.Binary;

/// <summary>RC4 as old .xls files use it; the platform has none. Only to read what others made: it protects nothing.</summary>
internal sealed class Rc4
{
    private readonly byte[] state = new byte[256];
    private byte first;
    private byte second;

    public Rc4(ReadOnlySpan<byte> key)
    {
        for (var at = 0; at < state.Length; at++)
            state[at] = (byte)at;
        byte other = 0;
        for (var at = 0; at < state.Length; at++)
        {
            other += (byte)(state[at] + key[at % key.Length]);
            (state[at], state[other]) = (state[other], state[at]);
        }
    }

    public byte Next()
    {
        second += state[++first];
        (state[first], state[second]) = (state[second], state[first]);
        return state[(byte)(state[first] + state[second])];
    }

    public void Apply(Span<byte> bytes)
    {
        foreach (ref var one in bytes)
            one ^= Next();
    }
}
