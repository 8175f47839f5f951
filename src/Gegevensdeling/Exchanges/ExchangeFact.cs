using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.AccessReviews;
using Gegevensdeling.Governance.AnswerCorrections;
using Gegevensdeling.Governance.Breaches;
using Gegevensdeling.Governance.Corrections;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Governance.Evaluations;
using Gegevensdeling.Governance.ListCorrections;
using Gegevensdeling.Governance.Lives;
using Gegevensdeling.Governance.Notices;
using Gegevensdeling.Governance.Objections;
using Gegevensdeling.Governance.Proofs;

namespace Gegevensdeling.Exchanges;

/// <summary>
/// Something that happened in an exchange and stays true after the data is gone. No fact names the person concerned. The cases here
/// are common to every exchange; each exchange adds its own closed union.
/// </summary>
/// <param name="Id">32 hex digits, unique in the exchange: that of the request (the same when it is repeated) or the step of the activity. The message that wakes an orchestration has it too.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who did it; <see cref="SystemActor"/> for the system itself.</param>
public abstract record ExchangeFact(string Id, DateTimeOffset At, ActedBy By);

/// <summary>What erasure leaves behind (design 4, step 7).</summary>
public abstract record ErasureFact : ExchangeFact
{
    private ErasureFact(string id, DateTimeOffset at, ActedBy by)
        : base(id, at, by)
    {
    }

    /// <summary>The pseudonyms, their salt and the links are gone from the register: nothing leads to the person any more.</summary>
    public sealed record Forgotten(string Id, DateTimeOffset At, ActedBy By) : ErasureFact(Id, At, By);

    /// <summary>After deletion something was still found: the erasure stays open, with an alarm (F2).</summary>
    public sealed record StillFound(string Id, DateTimeOffset At, ActedBy By, IReadOnlyList<string> Places) : ErasureFact(Id, At, By);

    /// <summary>Every place was looked at again and held nothing; the certificate says so.</summary>
    public sealed record Erased(string Id, DateTimeOffset At, ActedBy By, string CertificateSha256) : ErasureFact(Id, At, By);

    /// <summary>The orchestration history is gone too; the second certificate says so.</summary>
    public sealed record HistoryPurged(string Id, DateTimeOffset At, ActedBy By, string CertificateSha256) : ErasureFact(Id, At, By);
}

/// <summary>Reads and writes facts as the register keeps them.</summary>
public static class FactJson
{
    private static readonly IReadOnlyList<JsonDerivedType> Cases =
    [
        new(typeof(ErasureFact.Forgotten), "vergeten"),
        new(typeof(ErasureFact.StillFound), "nog-gevonden"),
        new(typeof(ErasureFact.Erased), "gewist"),
        new(typeof(ErasureFact.HistoryPurged), "geschiedenis-gewist"),
        .. ReferralFact.Cases,
        .. RequestFact.Cases,
        .. AnswerFact.Cases,
        .. ExtractFact.Cases,
        .. CycleFact.Cases,
        .. CopyFact.Cases,
        .. ListFact.Cases,
        .. DossierFact.Common,
        .. LifeFact.Cases,
        .. BreachFact.Cases,
        .. CorrectionFact.Cases,
        .. AnswerCorrectionFact.Cases,
        .. ListCorrectionFact.Cases,
        .. ObjectionFact.Cases,
        .. EvaluationFact.Cases,
        .. NoticeFact.Cases,
        .. AccessReviewFact.Cases,
        .. ProofFact.Cases,
    ];

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectRequiredConstructorParameters = true, // the register is the truth: what is missing there is never guessed
        Converters = { new JsonStringEnumConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddCases } },
    };

    /// <summary>The word for a fact in the register and in the audit log, for example <c>geopend</c>.</summary>
    public static string WordFor(ExchangeFact fact) =>
        (string)Cases.Single(known => known.DerivedType == fact.GetType()).TypeDiscriminator!;

    public static string Write(ExchangeFact fact) => JsonSerializer.Serialize(fact, Options);

    /// <exception cref="JsonException">The text is not a fact that this version knows.</exception>
    public static ExchangeFact Read(string json) =>
        JsonSerializer.Deserialize<ExchangeFact>(json, Options) ?? throw new JsonException("null is not a fact");

    /// <summary>Whether the text is this case, by the first member, which <see cref="Write"/> puts there; a text in another order is read as a whole.</summary>
    /// <exception cref="JsonException">The text is not a fact that this version knows.</exception>
    public static bool Is<T>(string json)
        where T : ExchangeFact
    {
        const string Begin = "{\"feit\":\"";
        return json.StartsWith(Begin, StringComparison.Ordinal) && json.IndexOf('"', Begin.Length) is > 0 and var end
            ? json.AsSpan(Begin.Length..end).SequenceEqual(Case<T>.Word)
            : Read(json) is T;
    }

    private static class Case<T>
    {
        public static string Word { get; } = (string)Cases.Single(known => known.DerivedType == typeof(T)).TypeDiscriminator!;
    }

    private static void AddCases(JsonTypeInfo info)
    {
        if (info.Type != typeof(ExchangeFact))
            return;
        info.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "feit" };
        foreach (var known in Cases)
            info.PolymorphismOptions.DerivedTypes.Add(known);
    }
}
