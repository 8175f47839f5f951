using Gegevensdeling.Calendar;
using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Exchanges.Kinds;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>
/// Looks whether a number stands in the request, the answer or the extract, as a child or as a beneficiary, in memory. Each party in what it holds: the request is of who asked and of
/// Opgroeien regie, the answer of the social service alone once it was received (P13, P15), the extract of Opgroeien regie.
/// </summary>
public sealed class HeldGroeipakket(
    ExchangeFile<RequestState, RequestCommand> requests, ExchangeFile<AnswerState, AnswerCommand> answers, ExchangeFile<ExtractState, ExtractCommand> extracts, RequestContent requestContent,
    SealedContent content, IRegister register) : IHeldPersons
{
    private const string NoKey = "het bestand is verzegeld en zijn sleutel is hier nog niet ingegeven; niemand kan het nu lezen";
    private const string Unreadable = "het bestand kon nu niet gelezen worden";

    public ProtocolKind Kind => ProtocolKind.Groeipakket;

    public async Task<HeldFindings> FindAsync(PersonSearch search, CancellationToken cancellation)
    {
        if (search.Person is not SoughtPerson.ByNumber { Insz: var number })
            return HeldFindings.None;
        var found = new Found(search.Party, number, [], []);
        foreach (var request in await requests.ListAsync(search.Protocol.Id, liveOnly: true, cancellation))
            await AddAsync(found, request, cancellation);
        foreach (var answer in await answers.ListAsync(search.Protocol.Id, liveOnly: true, cancellation))
            await AddAsync(found, answer, cancellation);
        foreach (var extract in await extracts.ListAsync(search.Protocol.Id, liveOnly: true, cancellation))
            await AddAsync(found, extract, cancellation);
        return new(found.Held, found.NotRead);
    }

    private async Task AddAsync(Found found, ExchangeView<RequestState> request, CancellationToken cancellation)
    {
        const string Title = "De aanvraag aan Opgroeien regie";
        if (request.State is not { Exists: true, End: null, Erased: null } || (request.Head.Sender != found.Party && request.Head.Receiver != found.Party))
            return;
        if (!request.State.IsReadable)
        {
            found.NotRead.Add(HeldNotes.NotRead(Title, request.Id, NoKey));
            return;
        }

        if (await requestContent.ReadAsync(request, cancellation) is not FileResult<CheckedRequest>.Done { Value: var read })
        {
            found.NotRead.Add(HeldNotes.NotRead(Title, request.Id, Unreadable));
            return;
        }

        await AddAsync(found, Title, request, request.State.IsRestricted, HeldRows.InRequest(read, found.Number), requests, cancellation);
    }

    private async Task AddAsync(Found found, ExchangeView<AnswerState> answer, CancellationToken cancellation)
    {
        const string Title = "Het antwoord van Opgroeien regie";
        if (answer.State is not { Exists: true, End: null, Erased: null, Current: { } file } || !Holds(answer, found.Party))
            return;
        await using var workbook = await content.WorkbookAsync(answer.Id, file, cancellation);
        if (workbook is null || HeldRows.InAnswer(workbook, answer.Protocol, found.Number, cancellation) is not { } rows)
        {
            found.NotRead.Add(HeldNotes.NotRead(Title, answer.Id, Unreadable));
            return;
        }

        await AddAsync(found, Title, answer, answer.State.IsRestricted, rows, answers, cancellation);
    }

    private async Task AddAsync(Found found, ExchangeView<ExtractState> extract, CancellationToken cancellation)
    {
        const string Title = "Een uittreksel uit het Vlaams Kadaster Groeipakket";
        if (extract.State is not { IsUsable: true, Erased: null, File: { } file } || extract.Protocol.Registry() != found.Party)
            return;
        List<HeldRow>? rows;
        try
        {
            rows = await content.ReadAsync(extract.Id, file, (stream, token) => HeldRows.InExtractAsync(stream, extract.Protocol, found.Number, token), cancellation);
        }
        catch (Exception damaged) when (damaged is SealedArchiveException or InvalidDataException)
        {
            rows = null;
        }

        if (rows is null)
            found.NotRead.Add(HeldNotes.NotRead(Title, extract.Id, Unreadable));
        else
            await AddAsync(found, Title, extract, isRestricted: false, rows, extracts, cancellation);
    }

    /// <summary>P13: what Opgroeien regie held of it goes with the receipt. P15: of city and OCMW the one with the social service, once it is on its way.</summary>
    private static bool Holds(ExchangeView<AnswerState> answer, PartyId party) =>
        party == answer.Protocol.Registry() ? !answer.State.Received : party == answer.Protocol.Service() && answer.State.IsThere;

    private async Task AddAsync<TState, TCommand>(
        Found found, string title, ExchangeView<TState> view, bool isRestricted, List<HeldRow> rows, ExchangeFile<TState, TCommand> file, CancellationToken cancellation)
        where TState : class
    {
        if (rows.Count == 0)
            return;
        var (protocol, since) = (view.Protocol, LegalCalendar.DateOf(view.Head.CreatedAt));
        var accesses = HeldAccesses.Of(await register.FactsAsync(view.Id, cancellation), view.Head, protocol, found.Party, file.ReachOf(view.Head, found.Party), since);
        found.Held.Add(new(
            title, view.Id, protocol.Party(view.Head.Sender).Name, protocol.Party(view.Head.Receiver).Name, since, HeldNotes.Until(view.Head, HeldNotes.RulesOf(protocol, found.Party)), rows, accesses,
            isRestricted ? [HeldNotes.FileOfMany, HeldNotes.Restricted] : [HeldNotes.FileOfMany]));
    }

    private sealed record Found(PartyId Party, long Number, List<HeldData> Held, List<string> NotRead)
    {
        /// <summary>Says nothing of the person.</summary>
        public override string ToString() => nameof(Found);
    }
}
