using Gegevensdeling.Calendar;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.CrashHost;

/// <summary>
/// People who use the host and know no more than they were answered. Who got no answer, asks again with the same Idempotency-Key.
/// </summary>
/// <param name="restarted">An earlier process was killed: the sweep runs at the start and some minutes later, as the host's timer does.</param>
public sealed class Play(CrashPlace place, Script script, bool restarted)
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(5);

    private bool recovering = restarted;

    public CrashPlace Place => place;

    public Protocol Protocol => place.Law.Protocols.Find(new("mechelen-2024"))!;

    public ExchangeId Reference => new(place.Notebook.Find("doorverwijzen")!.Json.GetProperty("verwijzing").GetString()!);

    /// <summary>The dossier of the correction that was reported.</summary>
    public ExchangeId Correction => new(place.Notebook.Find("fout")!.Json.GetProperty("verbetering").GetString()!);

    public int StepsLeft => script.Steps.Count - place.Notebook.StepsDone;

    /// <summary>Plays what is left.</summary>
    public async Task ToTheEndAsync(CancellationToken cancellation)
    {
        while (StepsLeft > 0)
            await StepAsync(cancellation);
    }

    /// <summary>Plays the next step.</summary>
    public async Task StepAsync(CancellationToken cancellation)
    {
        if (recovering)
            await place.SweepAsync(cancellation);
        await script.Steps[place.Notebook.StepsDone](this, cancellation);
        if (recovering)
        {
            recovering = false;
            await place.TurnToAsync(place.Now + BetweenSweeps, cancellation);
            await place.SweepAsync(cancellation);
        }

        place.Notebook.StepDone();
    }

    /// <summary>Asks until there is an answer, and remembers it.</summary>
    /// <returns>The status.</returns>
    internal async Task<Answer> AskAsync(Caller person, string request, string path, string? json, string? purpose, CancellationToken cancellation)
    {
        if (place.Notebook.Find(request) is { } known)
            return known;
        var answer = await place.PostAsync(person, request, path, json, purpose, cancellation);
        place.Notebook.Note(request, answer);
        return answer;
    }

    /// <summary>Does something to the referral that is answered with 204.</summary>
    internal async Task DoAsync(Caller person, string action, string? json, CancellationToken cancellation, string? again = null)
    {
        var request = action.Replace('/', '-') + again;
        var answer = await AskAsync(person, request, $"/doorverwijzingen/{Reference}/{action}", json, purpose: null, cancellation);
        Expect(answer, 204, request);
    }

    internal string PurposeOf(PartyId party) => Protocol.Purposes.First(purpose => purpose.Parties.Contains(party)).Code;

    internal Task WaitWorkingDaysAsync(string what, int days, CancellationToken cancellation) =>
        UntilAsync(what, LegalCalendar.AddWorkingDays(place.Now, days).AddMinutes(30), cancellation);

    /// <summary>Turns to a moment that is chosen once, also when the process dies on the way.</summary>
    internal Task UntilAsync(string what, DateTimeOffset moment, CancellationToken cancellation)
    {
        if (place.Notebook.Find(what) is null)
            place.Notebook.Note(what, new(0, moment.ToString("O")));
        return place.TurnToAsync(DateTimeOffset.Parse(place.Notebook.Find(what)!.Text, System.Globalization.CultureInfo.InvariantCulture), cancellation);
    }

    internal static void Expect(Answer answer, int status, string request)
    {
        if (answer.Status != status)
            throw new InvalidOperationException($"{request}: {answer.Status} {answer.Text}");
    }
}
