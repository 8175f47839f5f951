using System.Text.Json.Serialization;

namespace Gegevensdeling.Governance.Notices;

/// <summary>What is announced of a disclosure to others (D18, Maldegem art. 4): to which kind of body, and under which protocol or why none is required.</summary>
/// <param name="Protocol">Where its own protocol can be found; null where none is required.</param>
/// <param name="NoProtocol">Why none is; null where there is one.</param>
public sealed record OnwardDisclosure(OnwardReceiver Receiver, string? Protocol = null, NoProtocolReason? NoProtocol = null);

/// <summary>To which kind of body; which client it is about stands nowhere.</summary>
public enum OnwardReceiver
{
    [JsonStringEnumMemberName("ander-ocmw")] OtherOcmw,
    [JsonStringEnumMemberName("schuldbemiddelaar")] DebtMediator,
    [JsonStringEnumMemberName("bewindvoerder")] Administrator,
    [JsonStringEnumMemberName("rechtbank")] Court,
    [JsonStringEnumMemberName("welzijnsorganisatie")] WelfareOrganisation,
    [JsonStringEnumMemberName("andere-overheid")] OtherAuthority,
    [JsonStringEnumMemberName("andere")] Other,
}

/// <summary>Why the decree of 18 July 2008 asks no protocol of its own ('waar vereist', Maldegem art. 4).</summary>
public enum NoProtocolReason
{
    /// <summary>An authorisation or deliberation covers it.</summary>
    [JsonStringEnumMemberName("machtiging-of-beraadslaging")] Authorised,

    /// <summary>A law orders it and says how.</summary>
    [JsonStringEnumMemberName("wettelijke-verplichting")] LawOrders,

    /// <summary>Article 8 §1 is about bodies of government.</summary>
    [JsonStringEnumMemberName("ontvanger-geen-overheid")] ReceiverIsNoAuthority,

    /// <summary>Article 8 §1 is about electronic communication.</summary>
    [JsonStringEnumMemberName("niet-elektronisch")] NotElectronic,

    [JsonStringEnumMemberName("op-vraag-van-de-client")] ClientAsks,
}

/// <summary>Both lists as people read them in a message.</summary>
internal static class OnwardWords
{
    public static string Said(this OnwardReceiver receiver) => receiver switch
    {
        OnwardReceiver.OtherOcmw => "een ander OCMW",
        OnwardReceiver.DebtMediator => "een schuldbemiddelaar",
        OnwardReceiver.Administrator => "een bewindvoerder",
        OnwardReceiver.Court => "een rechtbank",
        OnwardReceiver.WelfareOrganisation => "een welzijnsorganisatie",
        OnwardReceiver.OtherAuthority => "een andere overheid",
        OnwardReceiver.Other => "een andere organisatie",
        _ => throw new ArgumentOutOfRangeException(nameof(receiver)),
    };

    public static string Said(this NoProtocolReason reason) => reason switch
    {
        NoProtocolReason.Authorised => "een machtiging of beraadslaging dekt de mededeling",
        NoProtocolReason.LawOrders => "een wet legt de mededeling op",
        NoProtocolReason.ReceiverIsNoAuthority => "de ontvanger is geen overheid",
        NoProtocolReason.NotElectronic => "de mededeling is niet elektronisch",
        NoProtocolReason.ClientAsks => "de cliënt vraagt het zelf",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
