using System.Text.Json.Serialization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Dossiers;

namespace Gegevensdeling.Api.Routes.Governance;

public sealed record BreachReported([property: JsonPropertyName("dossier")] ExchangeId Dossier);

/// <summary>The internal register of art. 33.5 GDPR.</summary>
public sealed record BreachRegister([property: JsonPropertyName("inbreuken")] IReadOnlyList<BreachAnswer> Breaches);

/// <summary>One breach: facts, effects and measures.</summary>
public sealed record BreachAnswer(
    [property: JsonPropertyName("dossier")] ExchangeId Dossier,
    [property: JsonPropertyName("protocol")] ProtocolId Protocol,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("gemeld")] DateTimeOffset ReportedAt,
    [property: JsonPropertyName("gemeldDoor")] PartyId ReportedBy,
    [property: JsonPropertyName("opgemerkt")] DateTimeOffset NoticedAt,
    [property: JsonPropertyName("soort")] BreachSort Sort,
    [property: JsonPropertyName("verwijzing")] ExchangeId? Exchange,
    [property: JsonPropertyName("duurtVoort")] bool GoesOn,
    [property: JsonPropertyName("risico")] RiskLine? Risk,
    [property: JsonPropertyName("termijnen")] IReadOnlyList<ClockLine> Clocks,
    [property: JsonPropertyName("maatregelen")] IReadOnlyList<MeasureLine> Measures,
    [property: JsonPropertyName("betrokkenen")] IReadOnlyList<PersonsLine> Persons,
    [property: JsonPropertyName("overleg")] IReadOnlyList<ConsultLine> Consultations,
    [property: JsonPropertyName("stappen")] IReadOnlyList<BreachLine> Steps)
{
    public static BreachAnswer Of(DossierView dossier, DateTimeOffset now)
    {
        var state = new BreachState(dossier.Facts);
        return new(
            dossier.Id, dossier.Head.Protocol, state.Word, state.Report.At, state.Report.By.Party, state.Report.NoticedAt, state.Report.Sort, state.Report.Exchange, state.GoesOn,
            state.Assessment is { } known ? new(known.Nature, known.Sensitivity, known.Likelihood, known.Impact, known.Risk) : null,
            [.. BreachClock.Of(state).Select(clock => ClockLine.Of(clock, now))],
            [.. state.Facts.OfType<BreachFact.MeasuresTaken>().Select(taken => new MeasureLine(taken.At, taken.Party, taken.Measures, taken.Reference))],
            [.. state.Report.Controllers.Select(state.PersonsOf).OfType<BreachFact.PersonsDecided>().Select(decided => new PersonsLine(decided.Party, decided.Tell, decided.Ground, decided.Reference))],
            [.. state.Facts.OfType<BreachFact.Consulted>().Select(one => new ConsultLine(one.HeldAt, [.. one.Participants.Select(who => new ParticipantLine(who.Party, who.Mandate))], one.Decisions, one.Reference))],
            [.. state.Facts.OfType<BreachFact>().Select(fact => new BreachLine(fact.At, FactJson.WordFor(fact), fact.By.Party, fact.By.Role))]);
    }
}

public sealed record RiskLine(
    [property: JsonPropertyName("aard")] IReadOnlyList<BreachNature> Nature,
    [property: JsonPropertyName("gevoeligheid")] Sensitivity Sensitivity,
    [property: JsonPropertyName("kans")] Likelihood Likelihood,
    [property: JsonPropertyName("gevolg")] Impact Impact,
    [property: JsonPropertyName("uitkomst")] Risk Outcome);

/// <summary>The 72 hours of one controller, and what it decided.</summary>
/// <param name="Exceeded">No decision within 72 hours, or the authority heard it later.</param>
public sealed record ClockLine(
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("vanaf")] DateTimeOffset? From,
    [property: JsonPropertyName("tot")] DateTimeOffset? Until,
    [property: JsonPropertyName("besluit")] string? Decision,
    [property: JsonPropertyName("op")] DateTimeOffset? At,
    [property: JsonPropertyName("toezichthouder")] SupervisoryAuthority? Authority,
    [property: JsonPropertyName("reden")] string? Reason,
    [property: JsonPropertyName("kenmerk")] string? Reference,
    [property: JsonPropertyName("overschreden")] bool Exceeded)
{
    public static ClockLine Of(BreachClock clock, DateTimeOffset now)
    {
        var told = clock.Decision as BreachFact.AuthorityNotified;
        return new(
            clock.Party, clock.From, clock.Deadline, clock.Decision is null ? null : FactJson.WordFor(clock.Decision), told?.ToldAt ?? clock.Decision?.At, told?.Authority,
            clock.Decision switch { BreachFact.NotNotified { Reason: var reason } => Bodies.ApiJson.Word(reason), BreachFact.Dismissed { Reason: var reason } => Bodies.ApiJson.Word(reason), _ => null },
            told?.Reference, clock.Exceeded(now));
    }
}

public sealed record MeasureLine(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("maatregelen")] IReadOnlyList<BreachMeasure> Measures,
    [property: JsonPropertyName("kenmerk")] string Reference);

public sealed record PersonsLine(
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("inlichten")] bool Tell,
    [property: JsonPropertyName("grond")] NoPersonsGround? Ground,
    [property: JsonPropertyName("kenmerk")] string? Reference);

public sealed record ConsultLine(
    [property: JsonPropertyName("op")] DateTimeOffset HeldAt,
    [property: JsonPropertyName("deelnemers")] IReadOnlyList<ParticipantLine> Participants,
    [property: JsonPropertyName("beslissingen")] IReadOnlyList<ConsultDecision> Decisions,
    [property: JsonPropertyName("kenmerk")] string Reference);

public sealed record ParticipantLine(
    [property: JsonPropertyName("partij")] PartyId? Party,
    [property: JsonPropertyName("mandaat")] ConsultMandate Mandate);

public sealed record BreachLine(
    [property: JsonPropertyName("op")] DateTimeOffset At,
    [property: JsonPropertyName("stap")] string Step,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("functie")] string Role);

/// <summary>What the breach may reach: counts, computed at this moment.</summary>
/// <param name="PersonsAtMost">Null where there are files of many people.</param>
public sealed record ExtentAnswer(
    [property: JsonPropertyName("van")] DateOnly? From,
    [property: JsonPropertyName("tot")] DateOnly? Until,
    [property: JsonPropertyName("uitwisselingen")] int Exchanges,
    [property: JsonPropertyName("nogBewaard")] int Live,
    [property: JsonPropertyName("gewist")] int Erased,
    [property: JsonPropertyName("personenMinstens")] int PersonsAtLeast,
    [property: JsonPropertyName("personenHoogstens")] int? PersonsAtMost,
    [property: JsonPropertyName("bestanden")] IReadOnlyList<BreachFilesLine> Files,
    [property: JsonPropertyName("toegangen")] IReadOnlyList<BreachAccessLine> Accesses);

/// <summary>Files of many people of one kind, in numbers of rows: a row is a child, whose beneficiaries are not known without opening the file, or a person with a debt.</summary>
public sealed record BreachFilesLine(
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("aantal")] int Files,
    [property: JsonPropertyName("rijen")] int Rows,
    [property: JsonPropertyName("nietGeteld")] int Uncounted);

public sealed record BreachAccessLine(
    [property: JsonPropertyName("dag")] DateOnly Date,
    [property: JsonPropertyName("partij")] PartyId Party,
    [property: JsonPropertyName("functie")] string Role,
    [property: JsonPropertyName("handeling")] string Action,
    [property: JsonPropertyName("aantal")] int Count);
