using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Api.Routes.Referral;

/// <summary>The routes of a referral. Each says what it needs; what happens is the desk's.</summary>
public static class ReferralRoutes
{
    private const string One = "/doorverwijzingen/{verwijzing}";

    public static IEnumerable<Route> All(ReferralHandlers handlers, ReferralStanding standing)
    {
        Access To(Parties.ProtocolAction action) => Access.To(action, action.Content ? standing.OfContentAsync : standing.OfExchangeAsync);
        Route Command(string name, string path, Parties.ProtocolAction action, string summary, Func<ApiRequest, ReferralCommand> command) =>
            Route.Post(name, One + path, To(action), (request, cancellation) => handlers.DoAsync(request, action, command(request), cancellation)) with
            {
                Summary = summary,
                Answers = [new(204, "Vastgelegd, of het was al zo.")],
            };
        Route CommandOf<TBody>(string name, string path, Parties.ProtocolAction action, string summary, Func<ApiRequest, TBody, ReferralCommand> command)
            where TBody : class =>
            Route.Post<TBody>(name, One + path, To(action), (request, body, cancellation) => handlers.DoAsync(request, action, command(request, body), cancellation)) with
            {
                Summary = summary,
                Answers = [new(204, "Vastgelegd, of het was al zo.")],
            };

        yield return Route.Post<ReferralRequest>("doorverwijzen", "/doorverwijzingen", Access.To(ReferralActions.Refer, standing.OfRequestAsync), handlers.CreateAsync) with
        {
            Summary = "Verwijst één cliënt met toestemming door naar het OCMW.",
            RefuseMember = UnwantedFields.RefusalFor,
            Answers = [new(201, "Verzegeld en onderweg.", typeof(ReferredAnswer))],
        };
        yield return Route.Get("aflevering", One + "/aflevering", To(ReferralActions.ReadDelivery), handlers.DeliveryAsync) with
        {
            Summary = "Toont het team of de doorverwijzing is afgeleverd.",
            Answers = [new(200, "Afgeleverd of niet.", typeof(DeliveryAnswer))],
        };
        yield return Route.Get("lijst", "/doorverwijzingen", Access.To(ReferralActions.List, standing.AsReceiverAsync), handlers.ListAsync) with
        {
            Summary = "De lopende doorverwijzingen van het eigen OCMW, zonder persoonsgegevens.",
            Answers = [new(200, "De lijst.", typeof(ReferralList))],
        };
        yield return CommandOf<TakeBody>("opname", "/opname", ReferralActions.Take, "Neemt een doorverwijzing op, of neemt ze over van een afwezige collega.",
            (_, body) => new ReferralCommand.Take(body.Takeover));
        yield return Route.Post("openen", One + "/openen", To(ReferralActions.Open), handlers.OpenAsync) with
        {
            Summary = "Toont de inhoud; de eerste keer is het ontvangstbewijs.",
            Reveals = true,
            Answers = [new(200, "De inhoud.", typeof(ReferralDocument))],
        };
        yield return Route.Post("bestand", One + "/bestand", To(ReferralActions.Fetch), handlers.FetchAsync) with
        {
            Summary = "Haalt het verzegelde bestand op, om het met 7-Zip te openen.",
            Reveals = true,
            Answers = [new(200, "Het verzegelde bestand.", null, "application/x-7z-compressed")],
        };
        yield return CommandOf<ConfirmBody>("ontvangst", "/ontvangst", ReferralActions.Confirm, "Bevestigt de ontvangst met de controlesom van het bestand.",
            (_, body) => new ReferralCommand.Confirm(body.Sha256));
        yield return CommandOf<ContactBody>("contact", "/contact", ReferralActions.FollowUp, "Legt vast dat er contact was met de cliënt.",
            (_, body) => new ReferralCommand.RecordContact((Manner)body.Manner));
        yield return Route.Post<OutcomeBody>("uitkomst", One + "/uitkomst", To(ReferralActions.FollowUp), handlers.OutcomeAsync) with
        {
            Summary = "Legt vast of de cliënt verdere hulp wenst.",
            Answers = [new(204, "Vastgelegd.")],
        };
        yield return CommandOf<NotForUsBody>("niet-voor-ons", "/niet-voor-ons", ReferralActions.FollowUp, "Meldt dat de doorverwijzing niet voor dit OCMW is; ze wordt gewist.",
            (_, body) => new ReferralCommand.RefuseNotForUs(body.Reason));
        yield return Command("onbereikbaar", "/onbereikbaar", ReferralActions.FollowUp, "Beslist dat de cliënt niet te bereiken is; de doorverwijzing wordt gewist.",
            _ => new ReferralCommand.DecideUnreachable());
        yield return Route.Post<WithdrawBody>("intrekking", One + "/intrekking", To(ReferralActions.Withdraw), handlers.WithdrawAsync) with
        {
            Summary = "Legt vast dat de cliënt de toestemming intrekt; de gegevens worden gewist.",
            Answers = [new(204, "Vastgelegd.")],
        };
        yield return CommandOf<PassOnBody>("doorgave-gbo", "/doorgave-gbo", ReferralActions.PassOn, "Legt vast dat met toestemming aan een GBO-partner werd doorgegeven.",
            (_, body) => new ReferralCommand.PassOn(body.ClientConsents, body.On)) with
        {
            Access = Access.To(ReferralActions.PassOn, standing.OfPassingOnAsync),
        };
        yield return CommandOf<DeclareBody>("verklaring", "/verklaring", ReferralActions.Declare, "Verklaart eigen kopieën gewist.",
            (_, body) => new ReferralCommand.Declare(Side.Ocmw, body.Erased));

        yield return Command("sleutel-vraag", "/sleutel/vraag", ReferralActions.RequestKey, "Vraagt de sleutel aan het team.", _ => new ReferralCommand.RequestKey());
        yield return Route.Get("sleutel-stand", One + "/sleutel", To(ReferralActions.KeyAtBothSides), handlers.HandoverAsync) with
        {
            Summary = "Hoe ver de sleuteloverdracht staat, en met wie.",
            Answers = [new(200, "De stand.", typeof(HandoverAnswer))],
        };
        yield return Route.Post("sleutel-tonen", One + "/sleutel/tonen", To(ReferralActions.RevealKey), handlers.RevealKeyAsync) with
        {
            Summary = "Toont de sleutel één keer, om aan de telefoon voor te lezen.",
            Reveals = true,
            Answers = [new(200, "De sleutel.", typeof(KeyAnswer))],
        };
        yield return Command("sleutel-onderbroken", "/sleutel/onderbroken", ReferralActions.InterruptReveal, "Begint een nieuwe overdracht nadat het tonen onderbroken werd.",
            _ => new ReferralCommand.InterruptReveal());
        yield return Command("sleutel-ontvangst", "/sleutel/ontvangst", ReferralActions.ReceiveKey, "Bevestigt dat de sleutel aan de telefoon werd ontvangen.",
            _ => new ReferralCommand.ReceiveKey());
        yield return Route.Post("sleutel-gewist", One + "/sleutel/gewist", To(ReferralActions.KeyAtBothSides), handlers.WipeKeyAsync) with
        {
            Summary = "Verklaart dat de sleutel is gewist waar hij was genoteerd.",
            Answers = [new(204, "Vastgelegd.")],
        };
        yield return CommandOf<KeyLostBody>("sleutel-verloren", "/sleutel/verloren", ReferralActions.KeyAtBothSides, "Meldt de sleutel verloren; er komt een nieuw bestand met een nieuwe sleutel.",
            (_, body) => new ReferralCommand.LoseKey(body.Reason));

        yield return Route.Get("ontvangstbewijs", One + "/ontvangstbewijs", To(ReferralActions.ReadReceipt), handlers.ReceiptAsync) with
        {
            Summary = "Het ondertekende ontvangstbewijs.",
            Answers = [new(200, "Ondertekend document.", typeof(Receipt))],
        };
        yield return Route.Get("wisbewijs", One + "/wisbewijs", To(ReferralActions.ReadCertificate), handlers.CertificateAsync) with
        {
            Summary = "Het laatste ondertekende wisbewijs.",
            Answers = [new(200, "Ondertekend document.", typeof(ErasureCertificate))],
        };
        yield return Route.Get("evaluatie", "/protocollen/{protocol}/evaluatie", Access.To(ReferralActions.ReadFigures, standing.OfProtocolAsync), handlers.FiguresAsync) with
        {
            Summary = "De cijfers van één jaar, zonder persoonsgegevens.",
            Query = ["jaar"],
            Answers = [new(200, "De cijfers.", typeof(YearFigures))],
        };
    }
}
