using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Proofs;

/// <summary>The duty is the answering party's: its officer hears at once what was given, and to whom. Nobody has to approve it.</summary>
public static class ProofPlan
{
    internal const string Tell = "bewijs-gegeven";

    public static DossierPlan Of(ExchangeId dossier, Protocol protocol, ProofState state, DateTimeOffset now) => DossierPlan.Of(
        [new DossierStep.Tell(Tell, [.. state.Asked.Of.Select(party => new Audience.Dpo(party))], Given(dossier, protocol, state))], now);

    private static MailText Given(ExchangeId dossier, Protocol protocol, ProofState state) => new(
        $"Protocol {protocol.Name}: bewijs gevraagd",
        $"""
        {protocol.Party(state.Asked.For).Name} vroeg op {DutchDate.Say(LegalCalendar.DateOf(state.Asked.At))} het bewijs van de maatregelen van artikel 6. Op eenvoudig verzoek moet uw organisatie dat geven;
        het systeem deed het voor u. U hoeft niets goed te keuren. Het pakket zegt niets over personen, en niets over contact, uitkomst of wissen.
        Maatregelen die dit systeem niet kan tonen, zoals het veiligheidsplan, staan er als 'door de partij voor te leggen': houd die stukken klaar.
        Het bewijs van uw eigen organisatie haalt u zelf op in de toepassing.

        Kenmerk: {dossier}
        Protocol: {protocol.Id}, versie {protocol.Version}
        Dit is een automatisch bericht; u kunt er niet op antwoorden.

        """);
}
