using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Protocols;
using Gegevensdeling.Tests.Protocols;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>Invented referrals for tests of the rules.</summary>
internal static class Referrals
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly ExchangeId Id = new("DV-0000-0000-0001");
    public static readonly ExchangeId Correction = new("VB-0000-0000-0001");
    public static readonly ActedBy Sender = new(new("opgroeien-regie"), "teamlid", new("m-2026-a"));
    public static readonly ActedBy OtherTeamMember = Sender with { Staff = new("m-2026-b") };
    public static readonly ActedBy Worker = new(new("ocmw-mechelen"), "maatschappelijk-werker", new("m-2026-c"));
    public static readonly ActedBy Colleague = Worker with { Staff = new("m-2026-d") };
    public static readonly string Sha256 = new('a', 64);

    private static int facts;

    public static Protocol Mechelen { get; } = CommittedProtocols.Mechelen;

    public static ReferralTerms Terms { get; } = ReferralTerms.Of(Mechelen);

    public static ReferredClient Client { get; } = new()
    {
        FirstName = "Amélie", Name = "Vandenproef", Phone = "0470 00 00 17", Mail = "amelie.vandenproef@proefpost.example",
        Address = new() { Street = "Proefdreef", Number = "12", Box = "3", Postcode = "2800", Municipality = "Mechelen" },
    };

    public static ConsentGiven Consent { get; } = new() { Given = true, On = new(2026, 3, 2), Form = ConsentForm.Oral, InformedOn = Enum.GetValues<InformedOn>() };

    public static ReferralRequest Request(Func<ReferredClient, ReferredClient>? client = null, Func<ConsentGiven, ConsentGiven>? consent = null) => new()
    {
        Protocol = "mechelen-2024", Client = (client ?? (same => same))(Client), Consent = (consent ?? (same => same))(Consent),
    };

    public static string NextId() => Interlocked.Increment(ref facts).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);

    public static ReferralFact Created() => new ReferralFact.Created(NextId(), Begin, Sender, new("a-1"), new(Consent.On, Consent.Form, Consent.InformedOn));

    public static ReferralFact Sealed() => new ReferralFact.Sealed(NextId(), Begin, Sender, new("a-1"), Sha256, 1234);

    public static ReferralFact Sent() => new ReferralFact.Sent(NextId(), Begin, SystemActor.Value, new("a-1"), "mail");

    public static ReferralFact Taken(ActedBy by, bool takeover = false) => new ReferralFact.Taken(NextId(), Begin, by, takeover);

    public static ReferralFact Opened() => new ReferralFact.Opened(NextId(), Begin, Worker, new("a-1"), "hulpvraag-onderzoeken");

    public static ReferralFact Contact() => new ReferralFact.ContactMade(NextId(), Begin, Worker, Manner.Telephone);

    public static ReferralFact Asked(int number, ActedBy by) => new ReferralFact.KeyRequested(NextId(), Begin, by, number, Worker.Staff);

    public static ReferralFact Shown(int number) => new ReferralFact.KeyRevealed(NextId(), Begin, Sender, number, "toegang-verhogen");

    public static ReferralFact Heard(int number) => new ReferralFact.KeyReceived(NextId(), Begin, Worker, number);

    public static ReferralFact Claimed(DateTimeOffset at) => new ReferralFact.ReplacementClaimed(NextId(), at, Sender, Correction, Sha256[..32], new($"a-{Sha256[..32]}"));

    public static ReferralFact Corrected() => new ReferralFact.Corrected(Sha256[..32], Begin, Sender, Correction, new($"a-{Sha256[..32]}"), Sha256, 1234, new("a-1"));

    public static ReferralFact Restricted(Side where) => new ReferralFact.Restricted(NextId(), Begin, SystemActor.Value, new("BZ-0000-0000-0001"), where);

    public static ReferralState State(params ExchangeFact[] facts) => ReferralState.Of([Created(), .. facts]);

    /// <summary>Every state that a referral can be in, by its name in Dutch, in the order of a course.</summary>
    public static IEnumerable<(string Name, ReferralState State)> EveryState()
    {
        ReferralFact[] sent = [Sealed(), Sent()];
        ReferralFact[] taken = [.. sent, Taken(Worker)];
        ReferralFact[] opened = [.. taken, Opened()];
        ReferralFact[] contact = [.. opened, Contact()];
        yield return ("aangemaakt, nog niet verzegeld", State());
        yield return ("verzegeld", State(Sealed()));
        yield return ("verzonden", State(sent));
        yield return ("opgenomen", State(taken));
        yield return ("sleutel gevraagd", State([.. taken, Asked(1, Worker)]));
        yield return ("sleutel getoond", State([.. taken, Asked(1, Worker), Shown(1)]));
        yield return ("tonen onderbroken, overdracht opnieuw", State([.. taken, Asked(1, Worker), Shown(1), Asked(2, Sender)]));
        yield return ("sleutel ontvangen, nog niet in de toepassing geopend", State([.. taken, Asked(1, Worker), Shown(1), Heard(1)]));
        yield return ("sleutel verloren, nog niet opnieuw verzegeld", State([.. opened, new ReferralFact.KeyLost(NextId(), Begin, Worker, KeyLostReason.Lost), Asked(1, Worker)]));
        yield return ("overgenomen door de collega, terwijl de sleutel getoond was", State([.. taken, Asked(1, Worker), Shown(1), Taken(Colleague, takeover: true)]));
        yield return ("geopend", State(opened));
        yield return ("inhoud wordt nu vervangen", State([.. opened, Claimed(Begin.AddDays(1))]));
        yield return ("inhoud vervangen, nog niet opnieuw geopend", State([.. taken, Asked(1, Worker), Shown(1), Claimed(Begin), Corrected()]));
        yield return ("contact gehad", State(contact));
        yield return ("beperkt na een bezwaar bij het team, sleutel gevraagd", State([.. opened, Asked(1, Worker), Restricted(Side.Team)]));
        yield return ("beperkt na een bezwaar bij het OCMW, sleutel gevraagd", State([.. opened, Asked(1, Worker), Restricted(Side.Ocmw)]));
        yield return ("geen hulp gewenst, protocol laat het wissen aan het OCMW", State([.. contact, new ReferralFact.NoHelpWanted(NextId(), Begin, Worker, Manner.Telephone, false)]));
        foreach (var (name, end) in Ends())
            yield return ($"beëindigd: {name}", State([.. contact, end]));
        yield return ("gewist", State([.. contact, Ends().First().End, new ErasureFact.Erased(NextId(), Begin, SystemActor.Value, Sha256)]));
    }

    public static IEnumerable<(string Name, ReferralFact End)> Ends() =>
    [
        ("cliëntdossier", new ReferralFact.ClientFileOpened(NextId(), Begin, Worker, Manner.Application)),
        ("geen hulp gewenst", new ReferralFact.NoHelpWanted(NextId(), Begin, Worker, Manner.Telephone, true)),
        ("niet voor ons", new ReferralFact.NotForUs(NextId(), Begin, Worker, NotForUsReason.Moved)),
        ("onbereikbaar", new ReferralFact.Unreachable(NextId(), Begin, Worker)),
        ("ingetrokken bij het team", new ReferralFact.Withdrawn(NextId(), Begin, Sender, Side.Team, Manner.Telephone)),
        ("teruggenomen, want overtollig", new ReferralFact.Recalled(NextId(), Begin, Sender, Correction)),
        ("gewist op verzoek", new ReferralFact.ErasedOnRequest(NextId(), Begin, SystemActor.Value, new("BZ-0000-0000-0001"))),
        ("ingetrokken bij het OCMW", new ReferralFact.Withdrawn(NextId(), Begin, Worker, Side.Ocmw, Manner.Telephone)),
    ];
}
