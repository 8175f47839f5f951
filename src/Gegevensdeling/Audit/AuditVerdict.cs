namespace Gegevensdeling.Audit;

/// <summary>Whether a chain is whole.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <param name="Tip">Null for an empty chain.</param>
    public sealed record Intact(long Count, AuditTip? Tip) : AuditVerdict;

    /// <param name="Sequence">The first entry that is bad, or absent.</param>
    public sealed record Broken(long Sequence, AuditDamage How) : AuditVerdict
    {
        /// <summary>Dutch, for an auditor.</summary>
        public string Reason => How switch
        {
            AuditDamage.Unreadable => $"gebeurtenis {Sequence} is niet te lezen",
            AuditDamage.Changed => $"gebeurtenis {Sequence} is gewijzigd: haar inhoud en haar hash passen niet bij elkaar",
            AuditDamage.Missing => $"gebeurtenis {Sequence} ontbreekt",
            AuditDamage.Reordered => $"gebeurtenis {Sequence} staat niet op haar plaats",
            AuditDamage.Rewritten => $"gebeurtenis {Sequence} past niet bij wat eraan voorafgaat of bij de ondertekende kop: een deel van de keten is herschreven",
            AuditDamage.Truncated => $"de keten breekt af voor gebeurtenis {Sequence}, terwijl een ondertekende kop verder reikt",
            AuditDamage.ForeignChain => $"gebeurtenis {Sequence} hoort bij een andere keten",
            _ => throw new InvalidOperationException("damage of another kind"),
        };
    }
}

/// <summary>What is wrong with a chain.</summary>
public enum AuditDamage
{
    Changed,
    Missing,
    Reordered,
    Rewritten,
    Truncated,
    ForeignChain,

    /// <summary>It is no audit entry at all.</summary>
    Unreadable,
}
