using Gegevensdeling.Api.Routes;
using Gegevensdeling.Local.Tests.Api;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>One request and its answer, for tests that walk the routes on them.</summary>
/// <param name="Correction">A report of article 7 on the answer, once it is over.</param>
/// <param name="Objection">An objection to it, once it is over.</param>
internal sealed record LiveCase(Rig Rig, Turnhout Turnhout, string Request, string Answer, string? Correction = null, string? Objection = null)
{
    /// <summary>A sealed request that was answered; nobody opened the answer yet.</summary>
    public static async Task<LiveCase> StartAsync(Rig rig)
    {
        var turnhout = new Turnhout(rig);
        var request = await turnhout.SealedRequestAsync(Children.Column(Children.Child(1)));
        return new(rig, turnhout, request, await turnhout.AnsweredAsync(request, Children.Extract((Children.Child(1), "2020-01-01", "", Children.Parent(1), ""))));
    }

    /// <summary>The same after receipt and destruction: every document there can be is there, and the protocol has ended by law (P20).</summary>
    public async Task<LiveCase> EndAsync()
    {
        (await Turnhout.PostAsync(Turnhout.Service, $"/groeipakketantwoorden/{Answer}/openen")).Is(200);
        var correction = (await Turnhout.PostAsync(Turnhout.Service, $"/groeipakketantwoorden/{Answer}/fout", Samples.BodyOf("antwoordfout-melden"))).Is(201).Json.GetProperty("verbetering").GetString();
        var objection = (await Turnhout.PostAsync(Turnhout.Service, $"/groeipakketantwoorden/{Answer}/bezwaar", Samples.BodyOf("groeipakketantwoord-bezwaar"))).Is(201).Json.GetProperty("dossier").GetString();
        (await Turnhout.PostAsync(Turnhout.Service, $"/groeipakketantwoorden/{Answer}/niet-meer-nodig")).Is(204);
        await Rig.SweepAsync();
        await Rig.TurnAsync(TimeSpan.FromDays(1));
        return this with { Correction = correction, Objection = objection };
    }

    /// <param name="reference">Another than the request or answer that the route is about.</param>
    public async Task<Answer> AskAsync(Route route, Caller? who, string? reference = null)
    {
        var path = route.Path.Text.Replace("{verwijzing}", reference ?? (Uploads.IsOfAnswer(route) ? Answer : Request), StringComparison.Ordinal)
            .Replace("{dossier}", route.Path.Text.StartsWith("/antwoord", StringComparison.Ordinal) ? Correction : Objection, StringComparison.Ordinal) + Uploads.Query(route, Turnhout.Protocol.Id);
        if (route.Verb == Verb.Get)
            return await Rig.GetAsync(who, path);
        var stands = Turnhout.Protocol.Purposes.Any(purpose => who is not null && purpose.Parties.Contains(who.Party));
        return await Rig.SendAsync(who, HttpMethod.Post, path, await Uploads.BodyAsync(route), Turnhout.PurposeOf(stands ? who! : Turnhout.Service));
    }
}
