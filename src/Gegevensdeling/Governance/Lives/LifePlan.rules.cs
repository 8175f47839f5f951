using Gegevensdeling.Calendar;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.Lives;

/// <summary>Who is told what in the life of a protocol, and what the system does when it ends.</summary>
public static class LifePlan
{
    /// <summary>Unopened referrals are erased, and no new ones come: the first step after the end.</summary>
    public const string WindDown = "afbouwen";

    /// <summary>The pseudonym key goes when nothing lives any more: the last.</summary>
    public const string WindUp = "afwikkelen";

    /// <summary>So many days before the last day of a notice everybody hears of it once more.</summary>
    private const int RemindBeforeEnd = 30;

    /// <summary>After the end it is looked at again once a day whether anything still lives.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromDays(1);

    /// <param name="versions">Oldest first.</param>
    /// <param name="standing">Of each, now.</param>
    /// <param name="open">The first finding of the latest version that blocks it and that nobody accepted.</param>
    /// <param name="life">What was recorded.</param>
    /// <param name="done">Codes of the steps that were taken.</param>
    /// <param name="now">The moment.</param>
    public static DossierPlan Of(IReadOnlyList<Protocol> versions, Func<Protocol, ProtocolStanding> standing, Finding? open, LifeState life, IReadOnlySet<string> done, DateTimeOffset now)
    {
        var latest = life.Applied(versions[^1]);
        var stands = standing(versions[^1]);
        var (binding, last) = (life.Binding(versions)[^1], life.LastDay(versions));
        var ended = last is { } day && LegalCalendar.DateOf(now) > day;
        var steps = new List<DossierStep?>();
        if (!ended)
            steps.AddRange(Preparing(latest, open));
        steps.AddRange(versions.Where(version => standing(version) is ProtocolStanding.InForce).Select(version => InForce(life.Applied(version))));
        steps.Add(stands is ProtocolStanding.NotInForce { Refusal.Code: LifeStanding.Changed } ? Tell(latest, $"gewijzigd:{latest.Version}", "tekst gewijzigd zonder nieuwe versie", LifeTexts.Changed(latest)) : null);
        steps.AddRange(life.Facts.Select((_, at) => Heard(binding, new([.. life.Facts.Take(at + 1)]))));
        if (life.Notice is not null && last is { } end && LegalCalendar.DateOf(now) >= end.AddDays(-RemindBeforeEnd))
            steps.Add(Tell(binding, "einde-nadert", "het protocol eindigt binnenkort", LifeTexts.EndsSoon(binding, end)));

        // G7, G8, G9: no new exchanges; what was opened runs on to its own end, what was not is erased; keys go at the very end.
        if (ended)
        {
            steps.Add(Tell(binding, "geeindigd", "het protocol is geëindigd", LifeTexts.Ended(binding, last!.Value)));
            steps.Add(new DossierStep.Act(WindDown));
            steps.Add(done.Contains(WindDown) ? new DossierStep.Act(WindUp) : null);
        }

        return DossierPlan.Of(steps, now, [
            LegalCalendar.StartOf(latest.Duration.Start.Date),
            last is { } until ? LegalCalendar.StartOf(until.AddDays(-RemindBeforeEnd)) : null,
            last is { } over ? LegalCalendar.StartOf(over.AddDays(1)) : null,
            ended ? now + LookAgain : null,
        ]);
    }

    /// <summary>G3, G5, G2, W4: each step asks for the next.</summary>
    private static IEnumerable<DossierStep?> Preparing(Protocol protocol, Finding? finding)
    {
        var asked = protocol.Advices.Where(advice => advice.Date is null).ToList();
        foreach (var advice in asked)
            yield return TellOne(protocol, $"advies-vragen:{protocol.Version}:{advice.Party}", new Audience.Dpo(advice.Party), "advies gevraagd", LifeTexts.AskAdvice(protocol));
        if (asked.Count > 0)
            yield break;
        var unsigned = protocol.Parties.Where(party => protocol.Signing.Signatures.All(signature => signature.Party != party.Id)).ToList();
        foreach (var party in unsigned)
            yield return TellOne(protocol, $"ondertekening-vragen:{protocol.Version}:{party.Id}", new Audience.Dpo(party.Id), "klaar om te ondertekenen", LifeTexts.AskSignature(protocol));
        if (unsigned.Count > 0)
            yield break;
        foreach (var party in protocol.Parties.Where(party => protocol.Publications.All(publication => publication.Party != party.Id)))
            yield return TellOne(protocol, $"bekendmaking-vragen:{protocol.Version}:{party.Id}", new Audience.Dpo(party.Id), "maak het protocol bekend", LifeTexts.AskPublication(protocol));
        if (protocol.ContactsOf(protocol.Receiver).Mailbox is { ConfirmedOn: null })
            yield return TellOne(protocol, $"postbus-vragen:{protocol.Version}", new Audience.HeadOfService(protocol.Receiver), "bevestig wie de mailbox leest", LifeTexts.AskMailbox(protocol));
        if (finding is { } open)
            yield return Tell(protocol, $"bevindingen:{protocol.Version}", "bevindingen staan open", LifeTexts.FindingsOpen(protocol, open));
    }

    private static DossierStep.Tell InForce(Protocol protocol) =>
        Tell(protocol, $"in-werking:{protocol.Version}", "het protocol is in werking", LifeTexts.InForce(protocol));

    /// <summary>G9, G10, G7: what one side does, the other hears at once. A release is one when no other suspension runs.</summary>
    /// <param name="protocol">The version that binds.</param>
    /// <param name="then">The life up to and including what is heard of.</param>
    private static DossierStep.Tell? Heard(Protocol protocol, LifeState then) => then.Facts[^1] switch
    {
        LifeFact.Suspended suspended => Tell(protocol, $"geschorst:{suspended.Id}", "de uitwisseling is stopgezet", LifeTexts.Suspended(protocol, suspended)),
        LifeFact.Released released when then.Suspension is null => Tell(protocol, $"hervat:{released.Id}", "de uitwisseling mag weer", LifeTexts.Released(protocol)),
        LifeFact.NoticeGiven notice => Tell(protocol, $"opgezegd:{notice.Id}", "het protocol is opgezegd", LifeTexts.Notice(protocol, notice)),
        LifeFact.Terminated end => Tell(protocol, $"beeindigd:{end.Id}", "het protocol is beëindigd", LifeTexts.Terminated(protocol, end)),
        LifeFact.Advised { Sense: AdviceSense.Negative } advised => Tell(protocol, $"negatief-advies:{advised.Id}", "negatief advies", LifeTexts.NegativeAdvice(protocol)),
        _ => null,
    };

    private static DossierStep.Tell TellOne(Protocol protocol, string code, Audience to, string subject, string text) => new(code, [to], LifeTexts.Mail(protocol, subject, text));

    /// <summary>Both officers, and the services that work under the protocol.</summary>
    private static DossierStep.Tell Tell(Protocol protocol, string code, string subject, string text) => new(
        code,
        [.. protocol.Parties.SelectMany(party => new Audience[] { new Audience.Dpo(party.Id), new Audience.Service(party.Id) }), new Audience.HeadOfService(protocol.Receiver)],
        LifeTexts.Mail(protocol, subject, text));
}
