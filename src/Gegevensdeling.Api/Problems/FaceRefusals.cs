using Gegevensdeling.Api.Routes;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Api.Problems;

/// <summary>The refusals of the HTTP face itself; those of the protocols stand with the protocols.</summary>
public static class FaceRefusals
{
    private const string TooLarge = "inhoud-te-groot";

    /// <summary>An unknown exchange and somebody else's exchange get this same answer.</summary>
    public static Refusal NotFound { get; } = Of("niet-gevonden", "Dit bestaat niet, of het is niet van uw organisatie.");

    public static Refusal WrongVerb { get; } = Of("methode-niet-toegelaten", "Dit adres kent deze methode niet.");

    public static Refusal UnknownParameter { get; } = Of("onbekende-parameter", "Het adres bevat een parameter die hier niet bestaat of geen geldige waarde heeft.");

    /// <summary>The host itself could not read the request to its end.</summary>
    public static Refusal BadRequest { get; } = Of("vraag-ongeldig", "De vraag kwam niet volledig of niet geldig aan.");

    public static Refusal SignIn { get; } = Of("niet-aangemeld", "Meld u aan en probeer opnieuw.");

    public static Refusal UnknownParty { get; } = Of("onbekende-organisatie", "Uw organisatie is in dit systeem niet bekend.");

    public static Refusal PurposeMissing { get; } = new("doel-ontbreekt", "art. 2", "Voor toegang tot gegevens is een doel nodig. Geef de doelcode van het protocol mee in de header 'Doel'.");

    public static Refusal PurposeMalformed { get; } = new("doel-ongeldig", "art. 2", "De header 'Doel' bevat geen doelcode: één woord in kleine letters, cijfers en koppeltekens.");

    public static Refusal KeyMissing { get; } = Of("herhaalsleutel-ontbreekt", "Geef bij elke opdracht een header 'Idempotency-Key' mee, met een waarde die u maar voor één opdracht gebruikt.");

    public static Refusal KeyMalformed { get; } = Of("herhaalsleutel-ongeldig", "De header 'Idempotency-Key' telt 1 tot 128 zichtbare ASCII-tekens, al dan niet tussen aanhalingstekens.");

    public static Refusal OtherContent { get; } = Of("andere-inhoud", "Deze 'Idempotency-Key' hoorde bij een opdracht met een andere inhoud. Er is niets uitgevoerd. Gebruik voor een nieuwe opdracht een nieuwe sleutel.");

    public static Refusal StillRunning { get; } = Of("nog-bezig", "Dezelfde opdracht wordt nog uitgevoerd. Probeer zo dadelijk opnieuw.");

    public static Refusal AlreadyShown { get; } = Of("al-getoond", "Deze opdracht is al uitgevoerd. Wat ze toonde, wordt niet opnieuw getoond.");

    public static Refusal BodyMissing { get; } = Of("inhoud-ontbreekt", "Deze opdracht vraagt een inhoud in JSON.");

    public static Refusal BodyUnexpected { get; } = Of("inhoud-niet-verwacht", "Bij dit adres hoort geen inhoud.");

    public static Refusal BodyTooLarge(int mostBytes) => Of(TooLarge, $"De inhoud is te groot: hoogstens {FileBody.Say(mostBytes)}.");

    public static Refusal MediaType { get; } = Of("mediatype-niet-ondersteund", "De inhoud moet 'application/json' zijn, in UTF-8 en niet gecomprimeerd.");

    public static Refusal FileMissing { get; } = Of("bestand-ontbreekt", "Deze opdracht vraagt een bestand; er kwam geen, of een leeg.");

    /// <summary>Cut off, or not as long as announced.</summary>
    public static Refusal FileIncomplete { get; } = Of("bestand-onvolledig", "Het bestand kwam niet volledig aan en is niet aanvaard. Stuur het opnieuw met dezelfde 'Idempotency-Key'.");

    public static Refusal BodyFields { get; } = Of("velden-ongeldig", "De inhoud klopt niet: zie de velden.");

    public static Refusal Outage { get; } = Of("tijdelijk-niet-beschikbaar", "Het systeem kan dit nu niet verwerken. Wat al aanvaard was, blijft bewaard. Probeer later opnieuw met dezelfde 'Idempotency-Key'.");

    public static Refusal Unexpected { get; } = Of("onverwacht", "Er ging iets mis. Meld het met het correlatienummer.");

    /// <summary>Where the JSON stops being JSON; what stands there is not repeated.</summary>
    public static Refusal Malformed(long line, long position) =>
        Of("json-ongeldig", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"De inhoud is geen geldige JSON: regel {line}, positie {position}."));

    public static Refusal FileTooLarge(FileBody file) => Of(TooLarge, $"Het bestand is te groot: hoogstens {file.Most}.");

    public static Refusal FileMediaType(FileBody file) =>
        Of(MediaType.Code, $"Het bestand moet {string.Join(" of ", file.MediaTypes.Select(type => $"'{type}'"))} zijn, en de overdracht niet gecomprimeerd.");

    private static Refusal Of(string code, string text) => new(code, string.Empty, text);
}
