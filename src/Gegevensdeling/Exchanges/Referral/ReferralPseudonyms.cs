using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Exchanges.Referral;

/// <summary>What the register knows of the client while a referral lives: pseudonyms under a salt of its own, and links to others (W8).</summary>
public sealed class ReferralPseudonyms(IRegister register, ISystemKeys systemKeys)
{
    /// <summary>The head with fresh pseudonyms of this client; those that it had are in it no more.</summary>
    public async Task<ExchangeHead> OnAsync(ExchangeHead head, ReferredClient client, CancellationToken cancellation)
    {
        var person = PersonNormalisation.Referral(client.FirstName, client.Name, client.Phone, client.Mail, Street(client.Address));
        var key = await Pseudonym.KeyAsync(systemKeys, head.Protocol, cancellation);
        var salt = Pseudonym.NewSalt();
        return head with { Pseudonyms = Pseudonym.Of(key, salt, person), Salt = salt, Links = await LinksAsync(head, person, key, cancellation) };
    }

    /// <summary>The address as a pseudonym takes it, or null where it names no street.</summary>
    internal static string? Street(Address address) =>
        address.Street is null ? null : $"{address.Postcode} {address.Street} {address.Number} {address.Box}";

    /// <summary>W8: live referrals of possibly the same client, found by trying each under its own salt; only the OCMW is shown them.</summary>
    private async Task<IReadOnlyList<ExchangeId>> LinksAsync(ExchangeHead head, IReadOnlyList<PersonForm> person, byte[] key, CancellationToken cancellation)
    {
        var links = new List<ExchangeId>();
        await foreach (var other in register.ReferralsAsync(head.Protocol, liveOnly: true, cancellation))
        {
            if (other.Id != head.Id && other.Salt is { } salt && Pseudonym.Matches(key, salt, other.Pseudonyms, person))
                links.Add(other.Id);
        }

        return links;
    }
}
