using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Exchanges.Groeipakket;

/// <summary>Every command on a request and on an answer in every state: the whole tables are approved text, and what must hold in all of them is checked one by one.</summary>
public sealed class RequestDecisionTests
{
    private static readonly SealedFile File = new(new("a-1"), Requests.Sha256, 4096);

    private static readonly (string Does, RequestCommand Command)[] OnRequest =
    [
        ("bewaart", new RequestCommand.Store(File)),
        ("probeert een sleutel", new RequestCommand.TryKey(KeyChannel.Telephone)),
        ("voert de sleutel in", new RequestCommand.EnterKey(KeyChannel.Sms)),
        ("begint een nieuwe overdracht", new RequestCommand.BeginHandover(GroeipakketSide.Requester)),
        ("gaat verder zonder foute rijen", new RequestCommand.GoOn()),
        ("haalt het bestand op", new RequestCommand.Fetch("kadaster-beheren")),
        ("beantwoordt", new RequestCommand.Answer(Requests.AnswerId, Requests.Begin)),
        ("beantwoordt opnieuw", new RequestCommand.Answer(Requests.OtherAnswer, Requests.Begin)),
        ("ontvangst van het antwoord dat telt", new RequestCommand.Receive(Requests.AnswerId)),
        ("ontvangst van een ander antwoord", new RequestCommand.Receive(Requests.OtherAnswer)),
        ("vervangt ze, bij naam", new RequestCommand.Replace(2, Named: true)),
        ("vervangt ze, zonder ze te noemen", new RequestCommand.Replace(2, Named: false)),
        ("annuleert", new RequestCommand.Cancel()),
        ("verklaart de sleutel gewist", new RequestCommand.WipeKey(GroeipakketSide.Registry)),
        ("verklaart kopieën gewist", new RequestCommand.Declare([DeclaredCopy.Downloads])),
        ("verklaart niets gewist", new RequestCommand.Declare([])),
    ];

    private static readonly (string Does, AnswerCommand Command)[] OnAnswer =
    [
        ("verzegelt", new AnswerCommand.Seal(File, 1, 1, 0, AnswerWay.ByHand, null)),
        ("vraagt mail", new AnswerCommand.AskMail(MailReason.Outage)),
        ("keurt mail goed", new AnswerCommand.ApproveMail(new HashSet<StaffRef> { Requests.Dpo.Staff })),
        ("keurt de eigen vraag om mail goed", new AnswerCommand.ApproveMail(new HashSet<StaffRef> { new("m-2025-z"), Requests.Team.Staff })),
        ("opent", new AnswerCommand.Open("financiele-ondersteuning")),
        ("haalt het bestand op", new AnswerCommand.Fetch("financiele-ondersteuning")),
        ("bevestigt met de juiste controlesom", new AnswerCommand.Confirm(Requests.Sha256.ToUpperInvariant())),
        ("bevestigt met een andere controlesom", new AnswerCommand.Confirm(new string('b', 64))),
        ("maakt de lijst van begunstigden", new AnswerCommand.Export("financiele-ondersteuning")),
        ("begint een nieuwe overdracht", new AnswerCommand.BeginHandover()),
        ("toont de sleutel", new AnswerCommand.RevealKey("kadaster-beheren")),
        ("bevestigt de sleutel", new AnswerCommand.ReceiveKey(KeyChannel.Telephone, SamePerson: false)),
        ("bevestigt de sleutel die hij zelf toonde", new AnswerCommand.ReceiveKey(KeyChannel.Telephone, SamePerson: true)),
        ("meldt de sleutel verloren", new AnswerCommand.LoseKey(AnswerKeyLostReason.Lost)),
        ("verklaart de sleutel gewist", new AnswerCommand.WipeKey(GroeipakketSide.Requester)),
        ("zegt: niet meer nodig", new AnswerCommand.NeedNoMore()),
        ("laat vervallen", new AnswerCommand.Void()),
        ("verklaart kopieën gewist", new AnswerCommand.Declare([DeclaredCopy.Mailbox])),
        ("verklaart niets gewist", new AnswerCommand.Declare([])),
    ];

    [Fact]
    [Requirement("P1", "P4", "P8", "P9", "P12", "P13", "P14", "W6", "W14", "F4")]
    public async Task Every_command_in_every_state_is_allowed_or_refused_as_approved()
    {
        var text = new StringBuilder("Wat mag met een aanvraag en haar antwoord, in elke toestand. '=' is: het was al zo.\n");
        foreach (var (name, state) in Requests.EveryRequest())
        {
            text.Append("\n== aanvraag: ").Append(name).Append(" (").Append(state.Word).Append(") ==\n");
            foreach (var (does, command) in OnRequest)
                text.Append("  ").Append(does.PadRight(46)).Append(Said(Decide(state, command))).Append('\n');
        }

        foreach (var (name, state) in Requests.EveryAnswer())
        {
            text.Append("\n== antwoord: ").Append(name).Append(" (").Append(state.Word).Append(") ==\n");
            foreach (var (does, command) in OnAnswer)
                text.Append("  ").Append(does.PadRight(46)).Append(Said(Decide(state, command))).Append('\n');
        }

        await Approved.EqualAsync("beslissingen.approved.txt", text.ToString());
    }

    [Fact]
    public void Every_command_stands_in_the_tables()
    {
        Assert.Empty(typeof(RequestCommand).GetNestedTypes().Except(OnRequest.Select(row => row.Command.GetType())));
        Assert.Empty(typeof(AnswerCommand).GetNestedTypes().Except(OnAnswer.Select(row => row.Command.GetType())));
    }

    [Fact]
    [Requirement("P1", "W14")]
    public void Nothing_brings_what_ended_back()
    {
        foreach (var (name, state) in Requests.EveryRequest().Where(one => one.State.End is not null))
        {
            foreach (var fact in FactSamples.All.Where(fact => fact is RequestFact and not RequestFact.Claimed or ErasureFact))
                Assert.True((state.After(fact).End, state.After(fact).EndedAt) == (state.End, state.EndedAt), $"{name}: {fact.GetType().Name}");
        }

        foreach (var (name, state) in Requests.EveryAnswer().Where(one => one.State.End is not null))
        {
            foreach (var fact in FactSamples.All.Where(fact => fact is AnswerFact and not AnswerFact.Claimed or ErasureFact))
                Assert.True((state.After(fact).End, state.After(fact).EndedAt) == (state.End, state.EndedAt), $"{name}: {fact.GetType().Name}");
        }
    }

    [Fact]
    [Requirement("P1", "P12")]
    public void From_what_ended_no_command_but_an_attestation_records_anything()
    {
        foreach (var (name, state) in Requests.EveryRequest().Where(one => one.State.End is not null))
        {
            foreach (var (does, command) in OnRequest)
                Assert.True(Decide(state, command) is not ExchangeDecision.Record { Fact: not (RequestFact.KeyWiped or RequestFact.Declared) }, $"{name}: {does}");
        }

        foreach (var (name, state) in Requests.EveryAnswer().Where(one => one.State.End is not null))
        {
            foreach (var (does, command) in OnAnswer)
                Assert.True(Decide(state, command) is not ExchangeDecision.Record { Fact: not (AnswerFact.KeyWiped or AnswerFact.Declared) }, $"{name}: {does}");
        }
    }

    [Fact]
    [Requirement("P1", "W14")]
    public void Another_request_begins_where_none_runs_or_the_running_one_is_named_and_never_after_receipt()
    {
        var none = new ExchangeId("GP-0000-0000-0009");
        foreach (var (name, state) in Requests.EveryRequest())
        {
            var view = Requests.View(Requests.Id, RequestKind.Name, state);
            var incomplete = Requests.View(none, RequestKind.Name, Requests.EveryRequest().First().State); // claimed in vain: no request
            var (unnamed, named) = (RequestDecisions.MayBegin([view, incomplete], null)?.Code, RequestDecisions.MayBegin([view, incomplete], Requests.Id)?.Code);
            var (asUnnamed, asNamed) = state.Received ? ("al-beantwoord", "al-beantwoord") : state is { Exists: true, End: null } ? ("al-een-aanvraag", null) : ((string?)null, (string?)null);
            Assert.True((unnamed, named) == (asUnnamed, asNamed), $"{name}: {unnamed} {named}");
        }
    }

    private static ExchangeDecision Decide(RequestState state, RequestCommand command) =>
        RequestDecisions.Decide(Requests.View(Requests.Id, RequestKind.Name, state), command, new(Requests.Fact(), Requests.Begin.AddDays(1), Requests.Team));

    private static ExchangeDecision Decide(AnswerState state, AnswerCommand command) =>
        AnswerDecisions.Decide(Requests.View(Requests.AnswerId, AnswerKind.Name, state), command, new(Requests.Fact(), Requests.Begin.AddDays(1), Requests.Dpo));

    private static string Said(ExchangeDecision decision) => decision switch
    {
        ExchangeDecision.Record record => FactJson.WordFor(record.Fact),
        ExchangeDecision.Already => "=",
        ExchangeDecision.Refuse { Refusal: var refusal } => $"geweigerd: {refusal.Code} ({refusal.Article})",
        _ => throw new InvalidOperationException("a fourth answer"),
    };
}
