using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Notices;

/// <summary>Every message around a notice of change, in plain Dutch.</summary>
internal sealed class NoticeTexts(ExchangeId dossier, Protocol protocol, NoticeState state)
{
    private string Who => protocol.Party(state.Given.From).Name;

    private string What => state.Given.Subject switch
    {
        NoticeSubject.ChangeOfLaw => $"een wijziging van wetgeving met impact op dit protocol ({string.Join(", ", state.Given.Touches.Select(Word))})",
        NoticeSubject.Processors => "een wijziging van verwerkers",
        _ => $"een doorgifte van gegevens aan {state.Onward!.Receiver.Said()}",
    };

    public MailText Given => state.Onward is { } onward ? Announced(onward) : Mail("melding van een wijziging", $"""
        {Who} meldt {What}. Kenmerk: {state.Given.Reference}.{(state.Given.Since is { } since ? $" Van toepassing vanaf {DutchDate.Say(since)}." : string.Empty)}
        Bevestig in de toepassing dat u deze melding gelezen hebt, en bepaal samen wat eruit volgt.{(state.Given.Subject == NoticeSubject.Processors ? " Het overzicht van de verwerkers staat in de toepassing bij dit protocol." : string.Empty)}
        """);

    public MailText Remind => Mail("melding nog niet gelezen", $"""
        {Who} meldde op {DutchDate.Say(LegalCalendar.DateOf(state.Given.At))} {What}. Bevestig in de toepassing dat u deze melding gelezen hebt.
        """);

    public MailText Read => Mail("melding gelezen", state.Onward is null
        ? $"De andere partij bevestigde uw melding van {DutchDate.Say(LegalCalendar.DateOf(state.Given.At))}. Bepaal samen wat eruit volgt en leg dat vast in de toepassing."
        : $"De andere partij las uw aankondiging van {DutchDate.Say(LegalCalendar.DateOf(state.Given.At))}. Leg in de toepassing elke dag vast waarop u gegevens doorgeeft, en wanneer dat stopt.");

    public MailText AskConsequence => Mail("wat volgt uit de wijziging?", $"""
        De melding van {Who} ({What}) is gelezen, maar wat eruit volgt is nog niet vastgelegd: geen gevolg, het protocol aanpassen, opzeggen, of een einde van rechtswege.
        """);

    public MailText Settled => Mail(state.Onward is null ? "gevolg van de wijziging" : "de aangekondigde doorgifte", state.Settled!.Consequence switch
    {
        NoticeConsequence.Stopped => $"{Who} geeft geen gegevens meer door aan {state.Onward!.Receiver.Said()}. Kenmerk: {state.Settled.Reference}.",
        NoticeConsequence.None => $"Uit de gemelde wijziging volgt niets voor dit protocol. Kenmerk: {state.Settled.Reference}.",
        NoticeConsequence.ChangeProtocol => $"Het protocol wordt aangepast. Dat is een nieuwe versie, die opnieuw advies en ondertekening vraagt. Kenmerk: {state.Settled.Reference}.",
        NoticeConsequence.GiveNotice => $"Het protocol wordt opgezegd. Leg de opzegging vast bij het protocol zelf; dan begint de termijn te lopen. Kenmerk: {state.Settled.Reference}.",
        NoticeConsequence.EndsByLaw => $"Het protocol eindigt van rechtswege: er is geen rechtsgrond meer. Leg het einde nu vast bij het protocol zelf; pas dan stopt de uitwisseling. Kenmerk: {state.Settled.Reference}.",
        var other => throw new InvalidOperationException($"A consequence without a text: {other}"),
    });

    private MailText Announced(OnwardDisclosure onward) => Mail("aankondiging van een doorgifte", $"""
        {Who} kondigt een doorgifte aan. Vanaf {DutchDate.Say(state.Given.Since!.Value)} worden gegevens die onder dit protocol gedeeld zijn, meegedeeld aan {onward.Receiver.Said()}. Kenmerk: {state.Given.Reference}.
        {(onward.Protocol is { } own ? $"Daarvoor is er een eigen protocol: {own}." : $"Een eigen protocol is daarvoor niet vereist: {onward.NoProtocol!.Value.Said()}.")}
        Bevestig in de toepassing dat u deze aankondiging gelezen hebt. Bent u het er niet mee eens, overleg dan voor die dag.
        """);

    private MailText Mail(string subject, string text) => new(
        $"Protocol {protocol.Name}: {subject}",
        $"{text}\n\nKenmerk: {dossier}\nProtocol: {protocol.Id}, versie {protocol.Version}\nDit is een automatisch bericht; u kunt er niet op antwoorden.\n");

    private static string Word(NoticeTouch touch) => touch switch
    {
        NoticeTouch.Finality => "finaliteit",
        NoticeTouch.Proportionality => "proportionaliteit",
        NoticeTouch.Frequency => "frequentie",
        NoticeTouch.Duration => "duurtijd",
        _ => "andere",
    };
}
