using System.Globalization;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Protocols;
using Gegevensdeling.Tests.Protocols;

namespace Gegevensdeling.Tests.Governance.Breaches;

/// <summary>One breach, step by step, with nothing but the rules.</summary>
internal sealed class Breach
{
    /// <summary>A Friday evening: the 72 hours run through a weekend.</summary>
    public static readonly DateTimeOffset Begin = new(2026, 3, 6, 18, 0, 0, TimeSpan.Zero);

    public static readonly ExchangeId Id = new("GL-1111-2222-3333");
    public static readonly PartyId Team = new("opgroeien-regie");
    public static readonly ActedBy TeamMember = new(Team, "teamlid", new("m-2026-a"));
    public static readonly ActedBy TeamDpo = new(Team, "dpo", new("m-2026-b"));
    public static readonly ActedBy Operator = new(new("gegevensdeling"), "operator", new("m-2026-z"));

    private readonly List<ExchangeFact> facts = [];
    private int number;

    public Breach(Protocol? protocol = null) => Protocol = protocol ?? CommittedProtocols.Mechelen;

    public Protocol Protocol { get; }

    public PartyId Ocmw => Protocol.Receiver;

    public ActedBy Worker => new(Ocmw, "maatschappelijk-werker", new("m-2026-c"));

    public ActedBy OcmwDpo => new(Ocmw, "dpo", new("m-2026-d"));

    public DateTimeOffset Now { get; set; } = Begin;

    public BreachState State => new(facts);

    public IReadOnlyList<ExchangeFact> Facts => facts;

    public static BreachCommand.Report Report(BreachSort sort = BreachSort.Loss, bool goesOn = false) => new(Begin.AddHours(-1), sort, null, null, goesOn, Manner.Telephone);

    public static BreachCommand.Assess Risk(PartyId party, Likelihood likelihood, Impact impact) => new(party, [BreachNature.Confidentiality], Sensitivity.Contact, likelihood, impact);

    public static BreachCommand.NotifyAuthority Told(PartyId party, DateTimeOffset at) => new(party, party, SupervisoryAuthority.FlemishCommission, at, "melding 7");

    /// <summary>Reported by this person; then nothing else.</summary>
    public static Breach ReportedBy(ActedBy who, Protocol? protocol = null, BreachCommand.Report? report = null)
    {
        var breach = new Breach(protocol);
        breach.Do(who, report ?? Report());
        return breach;
    }

    public BreachCommand.Consult Consulted() =>
        new(Team, Now, [new(ConsultMandate.Officer, Team), new(ConsultMandate.Deputy, Ocmw)], [ConsultDecision.InvestigateFurther], "verslag 2026-3");

    public DossierDecision Decide(ActedBy who, BreachCommand command) => BreachDecisions.Decide(
        facts.Count == 0 ? null : State, command, new(Id, Protocol, (++number).ToString("x32", CultureInfo.InvariantCulture), Now, Gegevensdeling.Calendar.LegalCalendar.DateOf(Now), who));

    /// <summary>Does it; it must be allowed.</summary>
    public Breach Do(ActedBy who, BreachCommand command)
    {
        if (Decide(who, command) is not DossierDecision.Record { Fact: var fact })
            throw new InvalidOperationException($"{command} was not recorded: {(Decide(who, command) as DossierDecision.Refuse)?.Refusal.Code}");
        facts.Add(fact);
        return this;
    }

    /// <summary>The code of the refusal; null where there is none.</summary>
    public string? Refusal(ActedBy who, BreachCommand command) => (Decide(who, command) as DossierDecision.Refuse)?.Refusal.Code;

    public DossierPlan Plan() => BreachPlan.Of(Id, Protocol, State, Now);

    /// <summary>Takes every step that is due and was not taken.</summary>
    public IReadOnlyList<DossierStep.Tell> Take(Func<string, bool>? but = null)
    {
        var taken = new List<DossierStep.Tell>();
        while (Plan().Steps.OfType<DossierStep.Tell>().Where(step => !Done.Contains(step.Code) && but?.Invoke(step.Code) != true).ToList() is { Count: > 0 } due)
        {
            foreach (var step in due)
                facts.Add(new DossierFact.Taken((++number).ToString("x32", CultureInfo.InvariantCulture), Now, SystemActor.Value, step.Code));
            taken.AddRange(due);
        }

        return taken;
    }

    private HashSet<string> Done => [.. facts.OfType<DossierFact.Taken>().Select(taken => taken.Step)];
}
