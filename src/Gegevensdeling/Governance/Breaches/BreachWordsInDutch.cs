namespace Gegevensdeling.Governance.Breaches;

/// <summary>The codes as people read them in messages and drafts.</summary>
internal static class BreachWordsInDutch
{
    public static string Of(BreachSort sort) => sort switch
    {
        BreachSort.WrongReceiver => "gegevens bij een verkeerde ontvanger",
        BreachSort.Loss => "gegevens of een drager verloren",
        BreachSort.UnauthorisedAccess => "inzage door iemand die dat niet mocht",
        BreachSort.Theft => "diefstal",
        BreachSort.Ransomware => "gegevens versleuteld of geblokkeerd door ransomware",
        BreachSort.KeyKnown => "een sleutel is of kan bekend zijn bij anderen",
        BreachSort.Other => "iets anders",
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    public static string Of(SupervisoryAuthority authority) => authority switch
    {
        SupervisoryAuthority.FlemishCommission => "de Vlaamse Toezichtcommissie",
        SupervisoryAuthority.DataProtectionAuthority => "de Gegevensbeschermingsautoriteit",
        _ => throw new ArgumentOutOfRangeException(nameof(authority)),
    };

    public static string Of(BreachNature nature) => nature switch
    {
        BreachNature.Confidentiality => "vertrouwelijkheid (iemand kan de gegevens gezien hebben)",
        BreachNature.Integrity => "integriteit (gegevens zijn gewijzigd)",
        BreachNature.Availability => "beschikbaarheid (gegevens zijn weg of onbereikbaar)",
        _ => throw new ArgumentOutOfRangeException(nameof(nature)),
    };

    public static string Of(Risk risk) => risk switch
    {
        Risk.None => "geen risico voor de betrokkenen",
        Risk.Some => "een risico voor de betrokkenen",
        Risk.High => "een hoog risico voor de betrokkenen",
        _ => throw new ArgumentOutOfRangeException(nameof(risk)),
    };

    public static string Of(Impact impact) => impact switch
    {
        Impact.Limited => "beperkt",
        Impact.Considerable => "aanzienlijk",
        Impact.Severe => "ernstig",
        _ => throw new ArgumentOutOfRangeException(nameof(impact)),
    };

    public static string Of(Likelihood likelihood) => likelihood switch
    {
        Likelihood.Unlikely => "onwaarschijnlijk",
        Likelihood.Possible => "mogelijk",
        Likelihood.Likely => "waarschijnlijk",
        _ => throw new ArgumentOutOfRangeException(nameof(likelihood)),
    };

    public static string Of(BreachMeasure measure) => measure switch
    {
        BreachMeasure.Stopped => "de inbreuk is gestopt",
        BreachMeasure.AccessRevoked => "de toegang is ingetrokken",
        BreachMeasure.KeyReplaced => "de sleutel is vervangen; het bestand met de oude sleutel is vervallen",
        BreachMeasure.CopyErased => "wie de gegevens kreeg, verklaarde ze gewist te hebben",
        BreachMeasure.Recovered => "het bestand of de drager is teruggevonden",
        BreachMeasure.Suspended => "de uitwisseling is geschorst",
        BreachMeasure.ProcedureChanged => "de werkwijze is aangepast",
        BreachMeasure.TechnologyChanged => "de techniek is aangepast",
        BreachMeasure.StaffInstructed => "de medewerkers zijn ingelicht",
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };
}
