using Gegevensdeling.Api.Routes.Referral;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Api.Routes.Governance;

/// <summary>The routes of corrections (art. 7, G17, R15).</summary>
public static class CorrectionRoutes
{
    private const string One = "/verbeteringen/{dossier}";
    private const string OfReferral = "/doorverwijzingen/{verwijzing}";

    public static IEnumerable<Route> All(CorrectionHandlers handlers, string kind, ReferralStanding referrals, GovernanceStanding standing)
    {
        Access To(ProtocolAction action) => Access.To(action, standing.OfDossier(kind));

        yield return Route.Post<DefectBody>("fout-melden", OfReferral + "/fout", Access.To(CorrectionActions.Report, referrals.OfExchangeAsync), handlers.ReportAsync) with
        {
            Summary = "Meldt dat gegevens van een doorverwijzing fout zijn: welke soort, in welk gegeven, nooit de waarde.",
            Answers = [new(201, "Gemeld aan wie de gegevens bezorgde.", typeof(CorrectionOpened))],
        };
        yield return Route.Get("verbeteringen", OfReferral + "/verbeteringen", Access.To(CorrectionActions.Read, referrals.OfExchangeAsync), handlers.ListAsync) with
        {
            Summary = "De gemelde fouten van één doorverwijzing.",
            Answers = [new(200, "De lijst.", typeof(CorrectionList))],
        };
        yield return Route.Get("verbetering", One, To(CorrectionActions.Read), handlers.ReadAsync) with
        {
            Summary = "Hoe het met een gemelde fout staat.",
            Answers = [new(200, "De stand.", typeof(CorrectionAnswer))],
        };
        yield return Route.Post<DefectReceiptBody>("fout-ontvangst", One + "/ontvangst", To(CorrectionActions.Acknowledge),
            (request, body, cancellation) => handlers.DoAsync(request, CorrectionActions.Acknowledge, new CorrectionCommand.Acknowledge((Manner)body.Manner), cancellation)) with
        {
            Summary = "Bevestigt de ontvangst van de melding; het onderzoek begint.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Post<MeasureBody>("fout-maatregel", One + "/maatregel", To(CorrectionActions.Decide),
            (request, body, cancellation) => handlers.DoAsync(request, CorrectionActions.Decide, new CorrectionCommand.Decide(body.Measure, body.Reason, (Manner)body.Manner), cancellation)) with
        {
            Summary = "Beslist zonder nieuwe inhoud: de overtollige kopie wordt gewist, of de melding is niet gegrond.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Post<ContentBody>("fout-inhoud", One + "/inhoud", Access.To(CorrectionActions.Replace, (request, cancellation) => handlers.OfContentAsync(standing, request, cancellation)), handlers.ReplaceAsync) with
        {
            Summary = "Brengt de juiste inhoud aan: een nieuw bestand met een nieuwe sleutel vervangt het oude.",
            RefuseMember = UnwantedFields.RefusalFor,
            Answers = [new(204, "Verzegeld en vastgelegd.")],
        };
        yield return Route.Post("fout-niet-meer-nodig", One + "/niet-meer-nodig", To(CorrectionActions.TakeBack),
            (request, cancellation) => handlers.DoAsync(request, CorrectionActions.TakeBack, new CorrectionCommand.TakeBack(), cancellation)) with
        {
            Summary = "Zegt dat een verbetering niet meer nodig is.",
            Answers = [new(204, "Vastgelegd, of het was al zo.")],
        };
        yield return Route.Get("verbetering-wisbewijs", One + "/wisbewijs", To(CorrectionActions.ReadCertificate), handlers.CertificateAsync) with
        {
            Summary = "Het ondertekende wisbewijs van het bestand dat vervangen werd.",
            Answers = [new(200, "Ondertekend document.", typeof(ErasureCertificate))],
        };
    }
}
