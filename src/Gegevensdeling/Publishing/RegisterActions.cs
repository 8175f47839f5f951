using Gegevensdeling.Parties;

namespace Gegevensdeling.Publishing;

/// <summary>Who reads the registers of article 30 GDPR. They hold no personal data but the names of representatives, which are public.</summary>
public static class RegisterActions
{
    private static readonly Grant Dpo = new(Role.Dpo, Sides.Sender | Sides.Receiver);

    /// <summary>A party's own register (art. 30.1).</summary>
    public static ProtocolAction ReadProcessing { get; } = new("verwerkingsregister-lezen", "art. 30.1 AVG", content: false, Dpo);

    /// <summary>The processor's register (art. 30.2): the processor's own, and to each controller its part of it.</summary>
    public static ProtocolAction ReadProcessor { get; } = new("verwerkersregister-lezen", "art. 30.2 AVG", content: false, Dpo, new(Role.Operator, Sides.Sender | Sides.Receiver));
}
