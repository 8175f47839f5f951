using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Audit;

/// <summary>
/// One thing that was done (F9, D17): who, what, when, under which protocol and article, for which purpose, with which outcome.
/// About the person it holds nothing but the exchange's reference.
/// </summary>
/// <remarks>
/// The facts are those that both registers ask for. Logboek Dataverwerkingen (Logius): <c>trace_id</c> is the correlation,
/// <c>span_id</c> the first 8 bytes of the entry's hash, <c>name</c> the action, <c>status_code</c> the outcome, <c>start_time</c> and
/// <c>end_time</c> the two moments, <c>resource</c> the system, <c>dpl.core.processing_activity_id</c> protocol, version and purpose,
/// <c>dpl.core.data_subject_id</c> the exchange with a type of our own. MAGDA Auditregister: correlation and request as UUIDs (of the
/// correlation and of the entry's hash), wie (party, system, staff reference), waarom (role and purpose), wat (action), wanneer, over wie (the exchange).
/// </remarks>
/// <param name="At">When it began.</param>
/// <param name="Until">When it ended, where it lasted.</param>
/// <param name="Exchange">Null for what is done to a protocol or a whole list.</param>
/// <param name="Purpose">The protocol's purpose code (G20: mandatory on every access).</param>
/// <param name="Ground">The article that allows it, or that refused it.</param>
/// <param name="Code">Why it was refused or failed: a fixed word, never a text with data in it; or the id of a public key.</param>
/// <param name="Correlation">16 random bytes in lower-case hex, the same for everything one request set going.</param>
/// <param name="System">Name and version of the software that did it.</param>
/// <param name="Sha256">Of the file that was touched.</param>
public sealed record AuditEvent(
    DateTimeOffset At,
    ProtocolId Protocol,
    int ProtocolVersion,
    ExchangeId? Exchange,
    ActedBy Actor,
    AuditAction Action,
    string Purpose,
    string Ground,
    AuditOutcome Outcome,
    string Correlation,
    string System,
    string? Code = null,
    ArtefactId? Artefact = null,
    string? Sha256 = null,
    DateTimeOffset? Until = null)
{
    /// <summary>A correlation for a new request: 16 random bytes, as W3C trace ids and UUIDs have.</summary>
    public static string NewCorrelation() => Convert.ToHexStringLower(SecureRandom.Bytes(16));

    internal bool HasCorrelation => Correlation.Length == 32 && !Correlation.AsSpan().ContainsAnyExcept(Sha256Hex.Digits);
}

/// <summary>An event in its chain.</summary>
/// <param name="Chain">The chain's name, see <see cref="AuditChain.NameOf(AuditEvent)"/>.</param>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Previous">The hash of the entry before; 64 zeros in the first.</param>
/// <param name="Hash">SHA-256 over the canonical JSON of all other members, in lower-case hex.</param>
public sealed record ChainedAuditEvent(string Chain, long Sequence, string Previous, AuditEvent Event, string Hash)
{
    public AuditTip Tip => new(Chain, Sequence, Hash);
}

/// <summary>The last entry of a chain, all that the next one needs.</summary>
public readonly record struct AuditTip(string Chain, long Sequence, string Hash);
