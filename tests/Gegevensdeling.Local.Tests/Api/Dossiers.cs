using Gegevensdeling.Api.Routes;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Tests.Host;
using Xunit;

namespace Gegevensdeling.Local.Tests.Api;

/// <summary>One dossier of every kind, for routes that have one in their path.</summary>
internal sealed class Dossiers(IReadOnlyList<(string Route, ExchangeId Id)> opened)
{
    public static async Task<Dossiers> OpenAsync(Rig rig, ExchangeId correction)
    {
        var (law, engine, protocol) = (rig.Host.Law, rig.Host.Engine, rig.Mechelen);
        var made = (await rig.DoAsync(rig.Team, await rig.ReferAsync(Client.Of(904)), "bezwaar", Samples.BodyOf("bezwaar"))).Is(201).Json.GetProperty("dossier").GetString()!;
        var (evaluation, notice, review) = (new ExchangeId("EV-mechelen-2024-202603"), new ExchangeId("WM-0000-0000-0001"), new ExchangeId("TC-mechelen-2024-2025-2-2"));
        DossierResult[] results =
        [
            await law.Evaluations(engine).DoAsync(SystemActor.Value, protocol, evaluation, new EvaluationCommand.Open(new(2026, 3, 1)), References.NewFact(), Rig.Cancelled),
            await law.Notices(engine).DoAsync(SystemActor.Value, protocol, notice, new NoticeCommand.Give(protocol.Receiver, NoticeSubject.Processors, [], null, "2026/14"), References.NewFact(), Rig.Cancelled),
            await law.AccessReviews(engine).DoAsync(
                SystemActor.Value, protocol, review, new AccessReviewCommand.Open(protocol.Receiver, AccessReviewCalendar.Last(new(2026, 3, 2))), References.NewFact(), Rig.Cancelled),
        ];
        var breach = (await rig.PostAsync(rig.Team, "/protocollen/mechelen-2024/gegevenslekken", Samples.BodyOf("gegevenslek-melden"))).Is(201).Json.GetProperty("dossier").GetString()!;
        var proof = (await rig.PostAsync(SyntheticPeople.SendingDpo, "/protocollen/mechelen-2024/bewijs/aanvraag")).Is(201).Json.GetProperty("dossier").GetString()!;
        Assert.All(results, result => Assert.IsType<DossierResult.Ok>(result));
        return new([("verbeteringen", correction), ("gegevenslekken", new(breach)), (ObjectionKind.Name, new(made)), (EvaluationKind.Name, evaluation), (NoticeKind.Name, notice), (AccessReviewKind.Name, review), ("bewijsaanvragen", new(proof))]);
    }

    public string For(Route route) => opened.FirstOrDefault(one => route.Name.StartsWith(one.Route, StringComparison.Ordinal) || route.Path.Text.StartsWith($"/{one.Route}/", StringComparison.Ordinal)).Id.Value ?? "onbekend";
}
