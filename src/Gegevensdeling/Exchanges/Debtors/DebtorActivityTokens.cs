using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.Exchanges.Debtors;

/// <param name="Closes">The first instant after the month.</param>
/// <param name="Course">Null at the first start.</param>
public sealed record CycleInput(ExchangeId Exchange, DebtorTerms Terms, DateTimeOffset Closes, CycleCourse? Course);

public sealed record ListInput(ExchangeId Exchange, DebtorTerms Terms, ListCourse Course);

/// <param name="FactId">The fact that ended the copy.</param>
public sealed record CopyEndInput(ExchangeId Exchange, string FactId);

/// <summary>One step of a month, a list or a copy.</summary>
public sealed record DebtorStep(ExchangeId Exchange, Guid Step) : IStepOfExchange
{
    /// <summary>The step as the id of what is recorded or sent: 32 hex digits.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Id => Step.ToString("N");
}

public sealed record CycleReminderStep(ExchangeId Exchange, Guid Step, CycleReminder Reminder) : IStepOfExchange;

public sealed record DebtorHandledStep(ExchangeId Exchange, string FactId) : IStepOfExchange;

/// <summary>The activities of this exchange.</summary>
public static class DebtorActivityTokens
{
    /// <summary>Tells both sides that the month is open (D1).</summary>
    public static Activity<DebtorStep, Done> TellOpened { get; } = new("MaandOpenMelden", RetryPolicy.Patient);

    /// <summary>Asks the OCMW for its numbers, or to mark.</summary>
    public static Activity<DebtorStep, Done> AskClients { get; } = new("ClientenVragen", RetryPolicy.Patient);

    /// <summary>D5: ends the delivery, so that whoever is no client is gone.</summary>
    public static Activity<DebtorStep, Done> EndDelivery { get; } = new("LeveringBeeindigen", RetryPolicy.Patient);

    /// <summary>Tells both DPOs the counts, and the OCMW that it can release.</summary>
    public static Activity<DebtorStep, Done> TellListed { get; } = new("VergelijkingMelden", RetryPolicy.Patient);

    public static Activity<DebtorStep, Done> TellReleased { get; } = new("VrijgaveMelden", RetryPolicy.Patient);

    public static Activity<DebtorStep, Done> TellDetailed { get; } = new("GegevensMelden", RetryPolicy.Patient);

    public static Activity<CycleReminderStep, Done> RemindOfCycle { get; } = new("MaandHerinneren", RetryPolicy.Patient);

    /// <summary>D1: a month without a delivery closes as such.</summary>
    public static Activity<DebtorStep, Done> CloseCycle { get; } = new("MaandSluiten", RetryPolicy.Patient);

    /// <summary>D11: what a later version replaced goes.</summary>
    public static Activity<DebtorStep, Done> EndOldVersions { get; } = new("OudeVersiesBeeindigen", RetryPolicy.Patient);

    public static Activity<DebtorStep, Done> TellMarksChanged { get; } = new("GewijzigdeVermeldingenMelden", RetryPolicy.Patient);

    /// <summary>D12.</summary>
    public static Activity<DebtorStep, Done> MoveList { get; } = new("LijstVerplaatsen", RetryPolicy.Patient);

    /// <summary>W18.</summary>
    public static Activity<DebtorStep, Done> AskReview { get; } = new("PauzesHerzienVragen", RetryPolicy.Patient);

    /// <summary>Writes in the register that a fact was heard.</summary>
    public static Activity<DebtorHandledStep, Done> MarkHandled { get; } = new("DebiteurenAfhandelen", RetryPolicy.Patient);

    public static IReadOnlyList<IActivityToken> All { get; } =
    [
        TellOpened, AskClients, EndDelivery, TellListed, TellReleased, TellDetailed, RemindOfCycle, CloseCycle, EndOldVersions, TellMarksChanged, MoveList, AskReview, MarkHandled,
    ];
}
