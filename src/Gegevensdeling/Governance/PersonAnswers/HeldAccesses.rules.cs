using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>
/// Who had the content of an exchange for the eyes: from the audit events of its facts, which are those of the chain (D17), one line a service, a day and a kind of access. Pure.
/// </summary>
public static class HeldAccesses
{
    /// <param name="rows">The facts of the exchange.</param>
    /// <param name="reader">The party that answers.</param>
    /// <param name="reach">How far it sees into this exchange.</param>
    /// <param name="from">Earlier accesses were not to this person's data.</param>
    public static IReadOnlyList<HeldAccess> Of(IEnumerable<FactRow> rows, ExchangeHead head, Protocol protocol, PartyId reader, AuditReach reach, DateOnly from) =>
    [
        .. rows.Select(row => AuditSight.Shown(FactAudit.EventFor(head, FactJson.Read(row.Json), protocol), reader, reach))
            .OfType<AuditEvent>()
            .Where(one => one.Outcome == AuditOutcome.Ok && one.Actor.Staff != StaffRef.System && LegalCalendar.DateOf(one.At) >= from)
            .Select(one => (Event: one, What: WordOf(one)))
            .Where(one => one.What is not null)
            .Select(one => new HeldAccess(LegalCalendar.DateOf(one.Event.At), ServiceOf(one.Event.Actor, protocol), one.What!))
            .Distinct()
            .OrderBy(access => access.On),
    ];

    private static string? WordOf(AuditEvent one) => (one.Action, one.Code) switch
    {
        (AuditAction.Opened, "boekhouding") => "nam de vermeldingen over in de boekhouding",
        (AuditAction.Opened, "vermeldingen") => "haalde de vermeldingen op",
        (AuditAction.Opened, "overdracht") => "nam een kopie mee om over te dragen",
        (AuditAction.Opened, "begunstigdenlijst") => "maakte de lijst van begunstigden",
        (AuditAction.Opened, _) => "opende de gegevens",
        (AuditAction.FileFetched, _) => "haalde het verzegelde bestand op",
        (AuditAction.KeyRevealed, _) => "zag de sleutel van het bestand",
        (AuditAction.PassedOn, _) => "gaf de gegevens met uw toestemming door aan een partner",
        _ => null,
    };

    private static string ServiceOf(ActedBy actor, Protocol protocol)
    {
        var party = protocol.IsParty(actor.Party) ? protocol.Party(actor.Party).Name : "een andere instantie";
        return RoleWords.Find(actor.Role) is { } role ? $"{party}, {ServiceOf(role)}" : party;
    }

    /// <summary>A service, not a function that only one person has.</summary>
    private static string ServiceOf(Role role) => role switch
    {
        Role.TeamMember => "het lokale team",
        Role.SocialWorker or Role.HeadOfSocialService or Role.SocialService => "de sociale dienst",
        Role.RegistryTeam => "het team Kadaster & Fluxen",
        Role.DebtTeam => "het debiteurenteam",
        Role.Dpo => "de dienst van de functionaris voor gegevensbescherming",
        Role.Signatory => "het bestuur",
        Role.Operator => "de beheerder van het systeem",
        _ => throw new InvalidOperationException($"A role that no rule knows: {role}"),
    };
}
