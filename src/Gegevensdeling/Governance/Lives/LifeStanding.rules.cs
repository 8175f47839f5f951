using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>Whether a version of a protocol admits anything: its own rules, and above them what stops every version.</summary>
public static class LifeStanding
{
    /// <summary>The refusal of a version whose text is no longer what the parties signed.</summary>
    public const string Changed = "protocol-gewijzigd";

    /// <summary>The refusal while a suspension runs (art. 8).</summary>
    public const string Suspended = "protocol-geschorst";

    /// <param name="file">One version, as its file says.</param>
    /// <param name="sha256">Of that file's text as loaded now.</param>
    /// <param name="life">What was recorded.</param>
    /// <param name="others">The other protocols that are loaded: the linter compares with them.</param>
    /// <param name="now">The instant that is asked about.</param>
    public static ProtocolStanding At(Protocol file, string sha256, LifeState life, IReadOnlyCollection<Protocol> others, DateTimeOffset now)
    {
        // G1: a text that changed without a new version was signed by nobody.
        if (life.TextOf(file.Version) is { } signed && signed != sha256)
        {
            return Not(Changed, $"{file.Name} versie {file.Version}",
                "De tekst van dit protocol is gewijzigd zonder nieuwe versie. Een wijziging is een nieuwe versie, die opnieuw ondertekend wordt.");
        }

        // First what the protocol's own dates say: an end is an end, also of a suspended protocol.
        var applied = life.Applied(file);
        var standing = ProtocolRules.At(applied, now, ProtocolFindings.Check(applied, others));
        return standing is not ProtocolStanding.NotInForce { Refusal.Code: "protocol-beeindigd" or "protocol-opgezegd" } && life.Suspension is { } suspended
            ? Not(Suspended, file.Cite(file.Duration.BreachEnd), $"De uitwisseling is stopgezet ({Word(suspended.Reason)}), tot er weer voldoende waarborgen zijn.")
            : standing;
    }

    internal static string Word(SuspensionReason reason) => reason switch
    {
        SuspensionReason.Breach => "verwerking in strijd met het protocol",
        SuspensionReason.DataBreach => "een gegevenslek",
        SuspensionReason.SafeguardsMissing => "er ontbreken waarborgen",
        SuspensionReason.Supervisor => "een vraag van de toezichthouder",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    private static ProtocolStanding.NotInForce Not(string code, string article, string text) => new(new Refusal(code, article, text));
}
