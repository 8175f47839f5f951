using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Publishing;

/// <summary>The closed words of a protocol file in sentences for citizens.</summary>
internal static class ProtocolWords
{
    public static string Names(this Protocol protocol, IEnumerable<PartyId> parties) => And([.. parties.Distinct().Select(id => protocol.Party(id).Name)]);

    public static string And(IReadOnlyList<string> words) =>
        words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words.Take(words.Count - 1))} en {words[^1]}";

    public static string Say(this ProtocolKind kind) => kind switch
    {
        ProtocolKind.Referral => "Doorverwijzing van een gezin, met toestemming",
        ProtocolKind.Groeipakket => "Vraag naar het recht op een sociale toeslag in het Groeipakket",
        ProtocolKind.Debtors => "Sociaal debiteurenbeleid",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Say(this ChannelKind kind) => kind switch
    {
        ChannelKind.Mail => "e-mail",
        ChannelKind.Sftp => "beveiligde bestandsoverdracht (SFTP)",
        ChannelKind.SharedFolder => "een afgeschermde netwerkmap",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Say(this KeyChannel channel) => channel switch
    {
        KeyChannel.Telephone => "telefoon",
        KeyChannel.Sms => "sms",
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    public static string Say(this ProtocolRole role) => role switch
    {
        ProtocolRole.TeamMember => "het lokale teamlid",
        ProtocolRole.SocialWorker => "de maatschappelijk werker",
        ProtocolRole.DataProtectionOfficer => "de functionaris voor gegevensbescherming",
        ProtocolRole.RegisterTeam => "het team Kadaster & Fluxen",
        ProtocolRole.DebtTeam => "het debiteurenteam",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    public static string Say(this Periodicity periodicity) => periodicity switch
    {
        Periodicity.WhenIndicated => "Telkens wanneer het aangewezen is",
        Periodicity.Once => "Eenmalig",
        Periodicity.Monthly => "Elke maand",
        _ => throw new ArgumentOutOfRangeException(nameof(periodicity)),
    };

    public static string Say(this DurationKind kind) => kind switch
    {
        DurationKind.AsTheAgreement => "Zolang de samenwerkingsovereenkomst duurt",
        DurationKind.Once => "Voor één uitwisseling",
        DurationKind.Indefinite => "Onbepaalde duur",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    public static string Say(this AdviceSense sense) => sense switch
    {
        AdviceSense.Positive => "positief",
        AdviceSense.WithRemarks => "met opmerkingen",
        AdviceSense.Negative => "negatief",
        AdviceSense.NotStated => "de tekst vermeldt de strekking niet",
        _ => throw new ArgumentOutOfRangeException(nameof(sense)),
    };

    public static string Say(this SignatureForm form) => form switch
    {
        SignatureForm.Digital => "digitaal",
        SignatureForm.ByHand => "met de hand",
        SignatureForm.NotStated => "vorm niet vermeld",
        _ => throw new ArgumentOutOfRangeException(nameof(form)),
    };

    public static string Say(this EndCause cause) => cause switch
    {
        EndCause.GroundLapsed => "de rechtsgrond is vervallen",
        EndCause.DataDestroyed => "de gegevens zijn vernietigd",
        EndCause.Breach => "verwerking in strijd met het protocol",
        _ => throw new ArgumentOutOfRangeException(nameof(cause)),
    };

    public static string Say(this DutyKind kind) => kind switch
    {
        DutyKind.DataQuality => "Onjuiste gegevens melden",
        DutyKind.Breach => "Een gegevenslek melden",
        DutyKind.ChangeOfLaw => "Een wijziging van de wet melden",
        DutyKind.Processors => "Verwerkers melden",
        DutyKind.Proof => "Bewijs leveren",
        DutyKind.OnwardDisclosure => "Een verdere doorgifte melden",
        DutyKind.InformPersons => "De betrokkenen informeren",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
