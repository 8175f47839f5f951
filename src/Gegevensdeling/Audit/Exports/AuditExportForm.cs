namespace Gegevensdeling.Audit.Exports;

/// <summary>The shape of an export: one JSON object a line.</summary>
public enum AuditExportForm
{
    /// <summary>Logboek Dataverwerkingen (Logius).</summary>
    ProcessingLog,

    /// <summary>Auditregister (MAGDA, Digitaal Vlaanderen).</summary>
    AuditRegister,

    /// <summary>The chain as it is kept, to verify. Never in part.</summary>
    Chain,
}

/// <summary>The Dutch words of the forms.</summary>
public static class AuditExportForms
{
    public const string MediaType = "application/jsonl";

    public static string Word(this AuditExportForm form) => form switch
    {
        AuditExportForm.ProcessingLog => "logboek",
        AuditExportForm.AuditRegister => "auditregister",
        AuditExportForm.Chain => "keten",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    /// <summary>Null where no form has this word.</summary>
    public static AuditExportForm? Read(string word) => Enum.GetValues<AuditExportForm>().Where(form => form.Word() == word).Select(form => (AuditExportForm?)form).SingleOrDefault();
}
