using System.Globalization;
using Azure.Data.Tables;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>How heads and facts stand in rows. The head's row holds nothing that leads to a person, only whether such a thing stands elsewhere.</summary>
internal static class ExchangeRows
{
    public const string Head = "kop";

    /// <summary>All facts of a partition lie between these.</summary>
    public const string FirstFact = "feit-", AfterFacts = "feit.";

    public static string FactKey(int sequence) => string.Create(CultureInfo.InvariantCulture, $"{FirstFact}{sequence:D6}");

    public static string IdKey(string factId) => "id-" + StoreKeys.Safe(factId);

    public static bool Leads(this ExchangeHead head) => head.Pseudonyms.Count > 0 || head.Links.Count > 0 || head.Salt is not null;

    public static TableEntity Of(ExchangeHead head) => new TableEntity(StoreKeys.Safe(head.Id.Value), Head)
    {
        ["Kind"] = head.Kind,
        ["Protocol"] = head.Protocol.Value,
        ["ProtocolVersion"] = head.ProtocolVersion,
        ["Sender"] = head.Sender.Value,
        ["Receiver"] = head.Receiver.Value,
        ["State"] = head.State,
        ["CreatedAt"] = head.CreatedAt.Text(),
        ["Revision"] = head.Revision,
        ["Leads"] = head.Leads(),
    }.With("EraseAfter", head.EraseAfter).With("ErasedAt", head.ErasedAt).With("PurgedAt", head.PurgedAt);

    public static ExchangeHead ToHead(TableEntity row, Person person) => new(
        new(row.PartitionKey), row.Required("Kind"), new(row.Required("Protocol")), row.Number("ProtocolVersion"), new(row.Required("Sender")), new(row.Required("Receiver")),
        row.Required("State"), row.Instant("CreatedAt"), row.InstantOrNull("EraseAfter"), row.InstantOrNull("ErasedAt"), row.InstantOrNull("PurgedAt"),
        person.Pseudonyms, person.Salt, person.Links, row.Number("Revision"));

    public static TableEntity Of(FactRow fact, string attempt) => new(StoreKeys.Safe(fact.Exchange.Value), FactKey(fact.Sequence))
    {
        ["Sequence"] = fact.Sequence,
        ["Id"] = fact.Id,
        ["At"] = fact.At.Text(),
        ["Json"] = fact.Json,
        ["Wakes"] = fact.Wakes,
        ["Handled"] = fact.Handled,
        ["Audited"] = fact.Audited,
        ["Attempt"] = attempt,
    };

    /// <summary>Keeps a fact's id unique in its partition, and tells where the fact stands.</summary>
    public static TableEntity IdOf(ExchangeHead head, FactRow fact) =>
        new(StoreKeys.Safe(fact.Exchange.Value), IdKey(fact.Id)) { ["Sequence"] = fact.Sequence, ["Protocol"] = head.Protocol.Value };

    public static FactRow ToFact(TableEntity row) => new(
        new(row.PartitionKey), row.Number("Sequence"), row.Required("Id"), row.Instant("At"), row.Required("Json"), row.Flag("Wakes"), row.Flag("Handled"), row.Flag("Audited"));

    public static bool IsFact(TableEntity row) => row.RowKey.StartsWith(FirstFact, StringComparison.Ordinal);

    /// <summary>Somebody must still hear of it, or its audit event is not there yet.</summary>
    public static bool IsUnfinished(TableEntity fact) => (fact.Flag("Wakes") && !fact.Flag("Handled")) || !fact.Flag("Audited");
}
