using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What the sealed archive of a referral holds: a page for the social worker and the same as JSON.</summary>
public sealed record ReferralDocument
{
    public const string PageName = "doorverwijzing.html";

    public const string JsonName = "doorverwijzing.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // a file, never part of a page
        Converters = { new JsonStringEnumConverter() },
    };

    [JsonPropertyName("verwijzing")]
    public required ExchangeId Exchange { get; init; }

    [JsonPropertyName("protocol")]
    public required ProtocolId Protocol { get; init; }

    [JsonPropertyName("van")]
    public required string From { get; init; }

    [JsonPropertyName("naar")]
    public required string To { get; init; }

    [JsonPropertyName("doel")]
    public required string Purpose { get; init; }

    [JsonPropertyName("opgemaaktOp")]
    public required DateOnly MadeOn { get; init; }

    [JsonPropertyName("toestemming")]
    public required ConsentRecord Consent { get; init; }

    [JsonPropertyName("client")]
    public required ReferredClient Client { get; init; }

    public static ReferralDocument Of(ExchangeId exchange, Protocol protocol, Admission.Admitted admitted, DateTimeOffset now) => new()
    {
        Exchange = exchange,
        Protocol = protocol.Id,
        From = protocol.Party(protocol.Sender).Name,
        To = protocol.Party(protocol.Receiver).Name,
        Purpose = string.Join(" ", protocol.Purposes.Where(purpose => purpose.Parties.Contains(protocol.Receiver)).Select(purpose => purpose.Text)),
        MadeOn = LegalCalendar.DateOf(now),
        Consent = admitted.Consent,
        Client = admitted.Client,
    };

    /// <exception cref="JsonException">Not a document of this kind.</exception>
    public static ReferralDocument Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<ReferralDocument>(json, Options) ?? throw new JsonException("empty document");

    public byte[] Json() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <summary>A page that opens anywhere, prints on one sheet and loads nothing from outside.</summary>
    public byte[] Page()
    {
        var rows = new StringBuilder();
        void Row(string label, string? value)
        {
            if (value is not null)
                rows.Append("<tr><th scope=\"row\">").Append(WebUtility.HtmlEncode(label)).Append("</th><td>").Append(WebUtility.HtmlEncode(value)).Append("</td></tr>\n");
        }

        var address = Client.Address;
        Row("Voornaam", Client.FirstName);
        Row("Naam", Client.Name);
        Row("Straat en nummer", address.Street is null ? null : $"{address.Street} {address.Number}{(address.Box is null ? "" : $" bus {address.Box}")}");
        Row("Postcode en gemeente", $"{address.Postcode} {address.Municipality}");
        Row("Telefoonnummer", Dialled(Client.Phone));
        Row("E-mailadres", Client.Mail);

        return Encoding.UTF8.GetBytes($$"""
            <!doctype html>
            <html lang="nl-BE">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Doorverwijzing {{Exchange}}</title>
            <style>body{font: 1.1rem/1.5 sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem} th{text-align: left; padding-right: 2rem; font-weight: 600}</style>
            </head>
            <body>
            <h1>Doorverwijzing {{Exchange}}</h1>
            <p>{{Encode(From)}} verwijst deze cliënt door naar {{Encode(To)}}. De cliënt gaf daarvoor toestemming op {{Day(Consent.GivenOn)}}.</p>
            <table>
            {{rows}}</table>
            <h2>Waarvoor u deze gegevens mag gebruiken</h2>
            <p>{{Encode(Purpose)}}</p>
            <h2>Wat u nu doet</h2>
            <ol>
            <li>Neem de doorverwijzing op in de toepassing, als dat nog niet gebeurd is. Opende u dit bestand met 7-Zip, bevestig daar dan de ontvangst.</li>
            <li>Neem contact op met de cliënt.</li>
            <li>Leg in de toepassing het contact vast, en daarna of de cliënt verdere hulp wenst.</li>
            <li>Woont of verblijft de cliënt niet in uw gemeente? Stuur niets door. Meld ‘niet voor ons’ in de toepassing.</li>
            <li>Trekt de cliënt de toestemming in? Meld dat in de toepassing; de gegevens worden dan gewist.</li>
            <li>Wis na gebruik uw eigen kopieën: in de mailbox, in uw downloads en op papier.</li>
            </ol>
            <p>Opgemaakt op {{Day(MadeOn)}} onder het protocol {{Encode(Protocol.Value)}}.</p>
            </body>
            </html>

            """);
    }

    /// <summary>Names nobody, also when it ends up in a message by mistake.</summary>
    public override string ToString() => $"{nameof(ReferralDocument)} {Exchange}";

    /// <summary>As people in Belgium dial it; a foreign number with its country.</summary>
    private static string? Dialled(string? phone)
    {
        if (phone is null)
            return null;
        var library = PhoneNumbers.PhoneNumberUtil.GetInstance();
        var number = library.Parse(phone, "BE");
        return library.Format(number, number.CountryCode == 32 ? PhoneNumbers.PhoneNumberFormat.NATIONAL : PhoneNumbers.PhoneNumberFormat.INTERNATIONAL);
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
