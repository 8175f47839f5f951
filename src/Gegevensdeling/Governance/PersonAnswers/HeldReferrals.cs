using Gegevensdeling.Audit;
using Gegevensdeling.Calendar;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;
using Gegevensdeling.Publishing;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>
/// The receiver finds a person by trying the salt of each live referral (design 5). The sender finds none: it is given the one of the reference, and is told the same of it whatever
/// became of it (W12).
/// </summary>
public sealed class HeldReferrals(IRegister register, ISystemKeys systemKeys, ReferralFile referrals, ReferralSealing sealing) : IHeldPersons
{
    private const string Title = "Een doorverwijzing";

    public ProtocolKind Kind => ProtocolKind.Referral;

    public async Task<HeldFindings> FindAsync(PersonSearch search, CancellationToken cancellation) => search.Person switch
    {
        SoughtPerson.ByForms sought => await ReceivedAsync(search, sought.Forms, cancellation),
        SoughtPerson.ByReference { Exchange: { } exchange } => await SentAsync(search, exchange, cancellation),
        _ => HeldFindings.None,
    };

    private async Task<HeldFindings> ReceivedAsync(PersonSearch search, IReadOnlyList<PersonForm> forms, CancellationToken cancellation)
    {
        var (held, unread) = (new List<HeldData>(), new List<string>());
        foreach (var exchange in await MatchesAsync(search.Protocol.Id, forms, cancellation))
        {
            // What did not leave yet is not the receiver's; what is erased leads nowhere.
            if (await referrals.FindAsync(exchange, cancellation) is { State: { Sent: not null, Erased: null, Forgotten: false } } referral && referral.Head.Receiver == search.Party)
                held.Add(await ReceivedAsync(referral, unread, cancellation));
        }

        return new(held, unread);
    }

    private async Task<List<ExchangeId>> MatchesAsync(ProtocolId protocol, IReadOnlyList<PersonForm> forms, CancellationToken cancellation)
    {
        using var person = new PseudonymSearch(await Pseudonym.KeyAsync(systemKeys, protocol, cancellation), forms);
        var found = new List<ExchangeId>();
        await foreach (var lead in register.LeadsAsync(protocol, cancellation))
        {
            if (person.Matches(lead.Salt, lead.Pseudonyms))
                found.Add(lead.Exchange);
        }

        return found;
    }

    private async Task<HeldData> ReceivedAsync(Referral referral, List<string> unread, CancellationToken cancellation)
    {
        var (protocol, since) = (referral.Protocol, LegalCalendar.DateOf(referral.State.Sent!.At));
        var ends = referral.State.End is not null;
        var client = ends ? null : await ClientAsync(referral, cancellation);
        if (client is null && !ends)
            unread.Add($"De doorverwijzing {referral.Id} is er, maar haar inhoud kon nu niet gelezen worden.");
        var rules = protocol.Retention.Rules.Where(rule => rule.Parties.Contains(referral.Head.Receiver) && rule.InThisSystem);
        var accesses = HeldAccesses.Of(
            await register.FactsAsync(referral.Id, cancellation), referral.Head, protocol, referral.Head.Receiver, referrals.ReachOf(referral.Head, referral.Head.Receiver), since);
        return new(
            Title, referral.Id, protocol.Party(referral.Head.Sender).Name, protocol.Party(referral.Head.Receiver).Name, since,
            ends ? "De doorverwijzing is beëindigd en wordt nu gewist." : string.Join("; ", rules.Select(rule => rule.Say())),
            [new(Row: null, Fields(protocol, client))], accesses,
            [
                $"U gaf op {DutchDate.Say(referral.State.Consent.GivenOn)} toestemming voor deze doorverwijzing.",
                .. referral.State.IsRestricted ? [HeldNotes.Restricted] : Array.Empty<string>(),
            ]);
    }

    /// <summary>The same before and after contact, outcome and erasure: what the sender did itself, on the day it did it.</summary>
    private async Task<HeldFindings> SentAsync(PersonSearch search, ExchangeId exchange, CancellationToken cancellation)
    {
        if (await referrals.FindAsync(exchange, cancellation) is not { State.Exists: true } referral || referral.Head.Protocol != search.Protocol.Id || referral.Head.Sender != search.Party)
            return HeldFindings.None;
        var (protocol, since) = (referral.Protocol, LegalCalendar.DateOf(referral.Head.CreatedAt));
        var receiver = protocol.Party(referral.Head.Receiver).Name;
        var own = HeldAccesses.Of((await register.FactsAsync(exchange, cancellation)).Where(row => FactJson.Read(row.Json).By.Party == search.Party), referral.Head, protocol, search.Party, AuditReach.Own, since);
        return new(
            [
                new(Title, exchange, protocol.Party(search.Party).Name, receiver, since, $"Dat beslist {receiver}; wij horen daar niets van.", [new(Row: null, Fields(protocol, client: null))], own,
                [
                    $"Wij houden in dit systeem alleen het kenmerk bij. Wat in de doorverwijzing stond, kunt u vragen aan {receiver}.",
                    $"Wat {receiver} daarna deed, of de doorverwijzing nog bestaat en of er contact was, weten wij niet en kunnen wij niet opvragen.",
                ]),
            ],
            []);
    }

    private async Task<ReferredClient?> ClientAsync(Referral referral, CancellationToken cancellation)
    {
        try
        {
            return referral.State.Current is { } current ? (await sealing.OpenAsync(new(referral.Id, current.Id), current.Sha256, cancellation))?.Client : null;
        }
        catch (SealedArchiveException)
        {
            return null;
        }
    }

    /// <summary>In the order of the protocol; the values only where the party that answers holds them here.</summary>
    private static List<HeldField> Fields(Protocol protocol, ReferredClient? client) =>
        [.. protocol.Flows[0].Fields.Select(code => new HeldField(protocol.Fields.First(field => field.Code == code).Description, client is null ? null : ValueOf(code, client)))];

    private static string? ValueOf(string code, ReferredClient client) => code switch
    {
        "voornaam" => client.FirstName,
        "naam" => client.Name,
        "adres" => string.Join(", ", new[] { StreetOf(client.Address), $"{client.Address.Postcode} {client.Address.Municipality}" }.OfType<string>()),
        "telefoonnummer" => client.Phone ?? "niet opgegeven",
        "e-mailadres" => client.Mail ?? "niet opgegeven",
        _ => throw new InvalidOperationException($"A field that no rule knows: {code}"),
    };

    private static string? StreetOf(Address address) => address.Street is null ? null : $"{address.Street} {address.Number}{(address.Box is null ? "" : $" bus {address.Box}")}";
}
