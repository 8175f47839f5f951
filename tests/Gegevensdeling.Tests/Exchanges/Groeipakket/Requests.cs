using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Tests.Protocols;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket;

/// <summary>Invented requests, answers and extracts in every state, for tests of the rules.</summary>
internal static class Requests
{
    public static readonly DateTimeOffset Begin = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    public static readonly ExchangeId Id = new("GP-0000-0000-0001");
    public static readonly ExchangeId AnswerId = new("GA-0000-0000-0001");
    public static readonly ExchangeId OtherAnswer = new("GA-0000-0000-0002");
    public static readonly ActedBy Service = new(new("ocmw-turnhout"), "sociale-dienst", new("m-2026-a"));
    public static readonly ActedBy Team = new(new("opgroeien-regie"), "team-kadaster", new("m-2026-b"));
    public static readonly ActedBy Dpo = new(new("opgroeien-regie"), "dpo", new("m-2026-c"));
    public static readonly string Sha256 = new('a', 64);

    public static Protocol Turnhout { get; } = CommittedProtocols.Turnhout;

    public static string Fact() => Referrals.NextId();

    public static IEnumerable<(string Name, RequestState State)> EveryRequest()
    {
        RequestFact claim(bool isSealed) => new RequestFact.Claimed(Fact(), Begin, Service, new("a-1"), 1, isSealed);
        var stored = new RequestFact.Stored(Fact(), Begin, Service, new("a-1"), Sha256, 4096);
        RequestFact tried() => new RequestFact.KeyTried(Fact(), Begin, Dpo, 1);
        var key = new RequestFact.KeyEntered(Fact(), Begin, Dpo, 1, KeyChannel.Telephone);
        RequestFact check(int right, int wrong) => new RequestFact.Checked(Fact(), Begin, SystemActor.Value, right + wrong, right, wrong, 0);
        RequestFact[] ready = [claim(true), stored, key, check(2, 0)];
        RequestFact[] answered = [.. ready, new RequestFact.Answered(Fact(), Begin, Team, AnswerId, Begin)];
        yield return ("aangemaakt, nog niet bewaard", Of(claim(true)));
        yield return ("wacht op de sleutel", Of(claim(true), stored));
        yield return ("drie keer een verkeerde sleutel", Of(claim(true), stored, tried(), tried(), tried()));
        yield return ("sleutel ingevoerd, nog niet gecontroleerd", Of(claim(true), stored, key));
        yield return ("hier verzegeld, nog niet gecontroleerd", Of(claim(false), stored));
        yield return ("foute rijen", Of(claim(true), stored, key, check(1, 1)));
        yield return ("geen juiste rij", Of(claim(true), stored, key, check(0, 2)));
        yield return ("wacht op antwoord", Of(ready));
        yield return ("beantwoord", Of(answered));
        yield return ("beperkt", Of([.. answered, new RequestFact.Restricted(Fact(), Begin, SystemActor.Value, new("BZ-0000-0000-0001"))]));
        yield return ("antwoord ontvangen", Of([.. answered, new RequestFact.AnswerReceived(Fact(), Begin, Service, AnswerId)]));
        yield return ("vervangen", Of([.. ready, new RequestFact.Replaced(Fact(), Begin, Service, 2)]));
        yield return ("geannuleerd", Of([.. ready, new RequestFact.Cancelled(Fact(), Begin, Service)]));
        yield return ("geweigerd na de sleutel", Of(claim(true), stored, key, new RequestFact.Rejected(Fact(), Begin, SystemActor.Value, "formule")));
        yield return ("termijn verstreken", Of([.. answered, new RequestFact.TermEnded(Fact(), Begin, SystemActor.Value)]));
        yield return ("protocol geëindigd", Of([.. answered, new RequestFact.ProtocolEnded(Fact(), Begin, SystemActor.Value)]));
        yield return ("gewist", Of([.. answered, new RequestFact.AnswerReceived(Fact(), Begin, Service, AnswerId), new ErasureFact.Erased(Fact(), Begin, SystemActor.Value, Sha256)]));
    }

    public static IEnumerable<(string Name, AnswerState State)> EveryAnswer()
    {
        var claim = new AnswerFact.Claimed(Fact(), Begin, Team, new("a-1"), Id);
        AnswerFact[] made = [claim, Sealed(4096)];
        AnswerFact[] sent = [.. made, new AnswerFact.Delivered(Fact(), Begin, SystemActor.Value, new("a-1"), "sftp"), new AnswerFact.HandoverBegun(Fact(), Begin, SystemActor.Value, 1)];
        AnswerFact[] shown = [.. sent, new AnswerFact.KeyRevealed(Fact(), Begin, Dpo, 1, "kadaster-beheren")];
        AnswerFact[] got = [.. shown, new AnswerFact.Opened(Fact(), Begin, Service, new("a-1"), "financiele-ondersteuning")];
        var asked = new AnswerFact.MailAsked(Fact(), Begin, Team, MailReason.Firewall);
        yield return ("aangemaakt, nog niet verzegeld", Answer(claim));
        yield return ("verzegeld", Answer(made));
        yield return ("verzegeld, te groot voor mail", Answer(claim, Sealed(AnswerDecisions.LargestMail + 1)));
        yield return ("verzonden", Answer(sent));
        yield return ("mail gevraagd", Answer([.. sent, asked]));
        yield return ("mail goedgekeurd", Answer([.. sent, asked, new AnswerFact.MailApproved(Fact(), Begin, Dpo)]));
        yield return ("sleutel getoond", Answer(shown));
        yield return ("sleutel ontvangen", Answer([.. shown, new AnswerFact.KeyReceived(Fact(), Begin, Dpo, 1, KeyChannel.Sms)]));
        yield return ("sleutel verloren", Answer([.. shown, new AnswerFact.KeyLost(Fact(), Begin, Dpo, AnswerKeyLostReason.Lost)]));
        yield return ("ontvangen", Answer(got));
        yield return ("beperkt", Answer([.. got, new AnswerFact.Restricted(Fact(), Begin, SystemActor.Value, new("BZ-0000-0000-0001"))]));
        yield return ("niet meer nodig", Answer([.. got, new AnswerFact.Irrelevant(Fact(), Begin, Service)]));
        yield return ("vervallen", Answer([.. sent, new AnswerFact.Lapsed(Fact(), Begin, Team)]));
        yield return ("termijn verstreken", Answer([.. got, new AnswerFact.TermEnded(Fact(), Begin, SystemActor.Value)]));
        yield return ("protocol geëindigd", Answer([.. sent, new AnswerFact.ProtocolEnded(Fact(), Begin, SystemActor.Value)]));
        yield return ("gewist", Answer([.. got, new AnswerFact.Irrelevant(Fact(), Begin, Service), new ErasureFact.Erased(Fact(), Begin, SystemActor.Value, Sha256)]));
    }

    public static RequestState Of(params ExchangeFact[] facts) => new RequestKind().StateOf(facts);

    public static AnswerState Answer(params ExchangeFact[] facts) => new AnswerKind().StateOf(facts);

    public static ExchangeView<TState> View<TState>(ExchangeId id, string kind, TState state)
        where TState : class =>
        new(new(id, kind, Turnhout.Id, Turnhout.Version, new("ocmw-turnhout"), new("opgroeien-regie"), "", Begin, null, null, null, [], null, [], 1), state, Turnhout);

    private static AnswerFact.Sealed Sealed(long bytes) => new(Fact(), Begin, Team, new("a-1"), Sha256, bytes, 1, 1, 0, AnswerWay.Extract, new("KU-0000-0000-0001"));
}
