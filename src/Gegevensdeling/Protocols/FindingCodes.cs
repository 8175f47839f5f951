namespace Gegevensdeling.Protocols;

/// <summary>What the linter computes, one code a rule; an acceptance names the same code. The numbers are those of the known defects.</summary>
public static class FindingCodes
{
    /// <summary>X6.</summary>
    public const string AdviceUndated = "advies-zonder-datum";

    public const string AdviceAfterSigning = "advies-na-ondertekening";

    /// <summary>X9.</summary>
    public const string AdviceAfterStart = "advies-na-inwerkingtreding";

    public const string AdviceNegative = "advies-negatief";

    /// <summary>X3.</summary>
    public const string SignedBeforeDrawnUp = "handtekening-voor-opmaak";

    public const string SignatureMissing = "handtekening-ontbreekt";

    /// <summary>X3.</summary>
    public const string SignerNoRepresentative = "ondertekenaar-geen-vertegenwoordiger";

    /// <summary>X16.</summary>
    public const string RepresentativeDoesNotSign = "vertegenwoordiger-tekent-niet";

    /// <summary>X9.</summary>
    public const string Retroactive = "inwerkingtreding-voor-ondertekening";

    /// <summary>X5.</summary>
    public const string AgreementAfterSigning = "overeenkomst-na-ondertekening";

    /// <summary>X2.</summary>
    public const string EnterpriseNumberInvalid = "kbo-ongeldig";

    /// <summary>X1.</summary>
    public const string AddressPrintedOtherwise = "e-mailadres-verschilt";

    /// <summary>X1.</summary>
    public const string AddressOtherElsewhere = "e-mailadres-elders-anders";

    /// <summary>X11.</summary>
    public const string BreachContactMissing = "contact-gegevenslek-ontbreekt";

    public const string PublicationMissing = "bekendmaking-ontbreekt";

    public const string NoticeShort = "opzegtermijn-kort";

    /// <summary>X8.</summary>
    public const string FieldWithoutColumn = "gegeven-zonder-kolom";

    /// <summary>X19.</summary>
    public const string DirectionNotInTitle = "richting-niet-in-titel";

    /// <summary>X10.</summary>
    public const string OneFileForPhases = "een-bestand-voor-fasen";

    /// <summary>X11.</summary>
    public const string RecitalMissing = "overweging-ontbreekt";

    public const string ArticleMissing = "artikel-ontbreekt";

    /// <summary>X12.</summary>
    public const string ReferenceDead = "verwijzing-onbestaand";

    /// <summary>X14.</summary>
    public const string ReferenceWrongPlace = "verwijzing-verkeerd-artikel";

    /// <summary>X21.</summary>
    public const string ReferenceNowhere = "verwijzing-nergens";

    /// <summary>X21.</summary>
    public const string BracketsLeft = "haakjes-vergeten";

    /// <summary>X4, X7, X13, X15, X17, X18.</summary>
    public const string SaidTwoWays = "op-twee-manieren-gezegd";

    /// <summary>X20.</summary>
    public const string TermWithoutLength = "termijn-zonder-lengte";

    /// <summary>X20.</summary>
    public const string NotionUndefined = "begrip-zonder-bepaling";

    /// <summary>An acceptance of what is not, or no longer, found.</summary>
    public const string AcceptedButAbsent = "aanvaard-maar-niet-gevonden";

    /// <summary>Every code that a rule computes; another code in an acceptance is a defect that a person read.</summary>
    public static IReadOnlySet<string> Computed { get; } = typeof(FindingCodes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
}
