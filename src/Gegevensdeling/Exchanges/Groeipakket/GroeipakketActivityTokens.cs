using Gegevensdeling.Evidence;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>The start of a request's orchestration, and of each of its cycles.</summary>
/// <param name="Until">The end of the longest term (P12).</param>
public sealed record RequestInput(ExchangeId Exchange, GroeipakketTerms Terms, bool SealedByRequester, DateTimeOffset Until, RequestCourse? Course);

/// <summary>The start of an answer's orchestration, and of each of its cycles.</summary>
/// <param name="Until">The end of the longest term (P12).</param>
public sealed record AnswerInput(ExchangeId Exchange, GroeipakketTerms Terms, DateTimeOffset Until, AnswerCourse? Course);

/// <summary>The start of an extract's orchestration.</summary>
/// <param name="Until">The end of its own term.</param>
public sealed record ExtractInput(ExchangeId Exchange, DateTimeOffset Until);

/// <summary>One effect on one request, answer or extract.</summary>
/// <param name="Step">Makes the effect the same one when the activity runs twice.</param>
public sealed record GroeipakketStep(ExchangeId Exchange, Guid Step) : IStepOfExchange
{
    /// <summary>The step as the id of what is recorded or sent: 32 hex digits.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Id => Step.ToString("N");
}

public sealed record RequestReminderStep(ExchangeId Exchange, Guid Step, RequestReminder Reminder) : IStepOfExchange;

public sealed record AnswerReminderStep(ExchangeId Exchange, Guid Step, AnswerReminder Reminder) : IStepOfExchange;

public sealed record GroeipakketHandledStep(ExchangeId Exchange, string FactId) : IStepOfExchange;

/// <summary>What the check of a request came to.</summary>
/// <param name="End">Why it is over; null while it goes on.</param>
public sealed record CheckedRows(CheckOutcome Outcome, ErasureReason? End);

/// <summary>How a request ended.</summary>
/// <param name="Fetched">The team had fetched its content.</param>
public sealed record EndedRequest(bool Fetched);

/// <summary>Why something is over whose longest term has passed: that term, unless it ended before.</summary>
public sealed record EndedAtTerm(ErasureReason Reason);

/// <summary>A handover that began; 0 where none was needed any more.</summary>
public sealed record BegunHandover(int Number)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsNeeded => Number > 0;
}

/// <summary>The activities of this exchange.</summary>
public static class GroeipakketActivityTokens
{
    /// <summary>Judges every row of column A (P2, W13) and tells who is to do something.</summary>
    public static Activity<GroeipakketStep, CheckedRows> CheckRows { get; } = new("AanvraagControleren", RetryPolicy.Patient);

    /// <summary>Asks team Kadaster &amp; Fluxen for the answer.</summary>
    public static Activity<GroeipakketStep, Done> AskTeam { get; } = new("AntwoordVragen", RetryPolicy.Patient);

    public static Activity<RequestReminderStep, Done> RemindOfRequest { get; } = new("AanvraagHerinneren", RetryPolicy.Patient);

    /// <summary>P12: records that the longest term is over.</summary>
    public static Activity<GroeipakketStep, EndedAtTerm> EndRequestAtTerm { get; } = new("AanvraagTermijnBeeindigen", RetryPolicy.Patient);

    public static Activity<GroeipakketStep, EndedRequest> TellRequestEnded { get; } = new("AanvraagEindeMelden", RetryPolicy.Patient);

    /// <summary>P8, P9: to the place of the municipality on the SFTP server, or by mail where somebody approved that.</summary>
    public static Activity<GroeipakketStep, Done> Deliver { get; } = new("AntwoordAfleveren", RetryPolicy.Patient);

    /// <summary>P8: the DPO of Opgroeien regie hands the key to the other DPO.</summary>
    public static Activity<GroeipakketStep, BegunHandover> BeginHandover { get; } = new("AntwoordSleutelBeginnen", RetryPolicy.Patient);

    /// <summary>Signs the receipt (F1), and makes sure that what Opgroeien regie holds ends (P13).</summary>
    public static Activity<GroeipakketStep, Done> CloseOnReceipt { get; } = new("AntwoordOntvangstBewijzen", RetryPolicy.Patient);

    public static Activity<AnswerReminderStep, Done> RemindOfAnswer { get; } = new("AntwoordHerinneren", RetryPolicy.Patient);

    /// <summary>W6: seals again under a new key and voids the old archive.</summary>
    public static Activity<GroeipakketStep, Done> ResealAnswer { get; } = new("AntwoordOpnieuwVerzegelen", RetryPolicy.Patient);

    /// <summary>P12: records that the longest term is over.</summary>
    public static Activity<GroeipakketStep, EndedAtTerm> EndAnswerAtTerm { get; } = new("AntwoordTermijnBeeindigen", RetryPolicy.Patient);

    public static Activity<GroeipakketStep, Done> TellAnswerEnded { get; } = new("AntwoordEindeMelden", RetryPolicy.Patient);

    /// <summary>Notes that the orchestration of an extract runs.</summary>
    public static Activity<GroeipakketStep, Done> HearExtract { get; } = new("UittrekselOpvolgen", RetryPolicy.Patient);

    /// <summary>P20: the protocol ends by law once the data of its one request are destroyed.</summary>
    public static Activity<GroeipakketStep, Done> EndProtocol { get; } = new("ProtocolNaVernietigingBeeindigen", RetryPolicy.Patient);

    /// <summary>Writes in the register that a fact was heard.</summary>
    public static Activity<GroeipakketHandledStep, Done> MarkHandled { get; } = new("GroeipakketAfhandelen", RetryPolicy.Patient);

    public static IReadOnlyList<IActivityToken> All { get; } =
    [
        CheckRows, AskTeam, RemindOfRequest, EndRequestAtTerm, TellRequestEnded, Deliver, BeginHandover, CloseOnReceipt, RemindOfAnswer, ResealAnswer, EndAnswerAtTerm, TellAnswerEnded,
        HearExtract, EndProtocol, MarkHandled,
    ];
}
