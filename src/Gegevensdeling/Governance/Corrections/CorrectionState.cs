using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Governance.Corrections;

/// <summary>What was recorded of one correction. Derived, never stored.</summary>
public sealed record CorrectionState(IReadOnlyList<CorrectionFact> Facts)
{
    public CorrectionFact.Reported Report { get; } = Facts.OfType<CorrectionFact.Reported>().First();

    public CorrectionFact.Acknowledged? Acknowledged { get; } = Facts.OfType<CorrectionFact.Acknowledged>().FirstOrDefault();

    public CorrectionFact.Decided? Decided { get; } = Facts.OfType<CorrectionFact.Decided>().FirstOrDefault();

    /// <summary>Somebody brought new content.</summary>
    public bool ReplacementBegun { get; } = Facts.OfType<CorrectionFact.ReplacementBegun>().Any();

    public CorrectionFact.Replaced? Replaced { get; } = Facts.OfType<CorrectionFact.Replaced>().FirstOrDefault();

    public CorrectionFact.CopyErased? CopyErased { get; } = Facts.OfType<CorrectionFact.CopyErased>().FirstOrDefault();

    public CorrectionFact.NoLongerNeeded? NoLongerNeeded { get; } = Facts.OfType<CorrectionFact.NoLongerNeeded>().FirstOrDefault();

    public CorrectionFact.Settled? Settled { get; } = Facts.OfType<CorrectionFact.Settled>().FirstOrDefault();

    /// <summary>What the provider did; null while it investigates.</summary>
    public CorrectionMeasure? Measure => Replaced is not null ? CorrectionMeasure.Corrected : Decided?.Measure;

    /// <summary>
    /// What people are told that the provider did. From the moment it brought new content that is 'verbeterd', also where the referral had ended and
    /// nothing was left to replace: the team must not see the difference (W12).
    /// </summary>
    public CorrectionMeasure? ToldMeasure => ReplacementBegun ? CorrectionMeasure.Corrected : Measure;

    /// <summary>The word of this state in lists; it says nothing of how the referral itself fares (W12).</summary>
    public string Word => this switch
    {
        { Settled: not null } => "afgesloten",
        { NoLongerNeeded: not null, ReplacementBegun: false } => "niet-meer-nodig",
        { ToldMeasure: { } measure } => measure.Word(),
        { Acknowledged: not null } => "in-onderzoek",
        _ => "gemeld",
    };

    /// <summary>When it was over. Where new content was brought that is when it was settled, whether the referral had ended or not (W12).</summary>
    public DateTimeOffset? ClosedAt => Settled?.At ?? (ReplacementBegun ? null : NoLongerNeeded?.At);

    /// <exception cref="InvalidOperationException">The first fact is no report.</exception>
    public static CorrectionState Of(IEnumerable<ExchangeFact> facts) => new([.. facts.OfType<CorrectionFact>()]);

    /// <summary>Whether the client said so, for who may know: from a report of the receiver the provider would learn that there was contact (W12, R13).</summary>
    public bool? AfterNoticeFor(PartyId reader, PartyId provider) => reader == provider && !IsOwn(provider) ? null : Report.AfterNotice;

    /// <summary>The provider corrects what it sent itself: nobody has to acknowledge that.</summary>
    public bool IsOwn(PartyId provider) => Report.By.Party == provider;
}
