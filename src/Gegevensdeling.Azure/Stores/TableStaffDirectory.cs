using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Azure.Stores;

/// <summary>The staff directory in a table: a partition a year, so that a year is forgotten as one.</summary>
public sealed class TableStaffDirectory(TableClient table) : IStaffDirectory
{
    private const string PersonKey = "p-";

    public async Task<StaffRef> ReferenceAsync(StaffMember member, int year, CancellationToken cancellation)
    {
        var (partition, person) = (PartitionOf(year), PersonKey + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{member.Party}|{member.Subject}"))));
        while (true)
        {
            if (await table.FindAsync(partition, person, cancellation) is { } known)
            {
                // The name and address of the latest sign-in count; the reference stays.
                var reference = new StaffRef(known.Required("Reference"));
                if (await FindAsync(reference, cancellation) != member)
                    await table.UpsertEntityAsync(RowOf(member, partition, reference), TableUpdateMode.Replace, cancellation);
                return reference;
            }

            var made = new StaffRef($"m-{partition}-{Convert.ToHexStringLower(SecureRandom.Bytes(8))}");
            try
            {
                await table.SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add, new TableEntity(partition, person) { ["Reference"] = made.Value }),
                    new(TableTransactionActionType.Add, RowOf(member, partition, made)),
                ], cancellation);
                return made;
            }
            catch (RequestFailedException exists) when (exists.Status == 409)
            {
                // Another of this person's requests was first, or ours was and its acknowledgement was lost: what stands there counts.
            }
        }
    }

    public async Task<StaffMember?> FindAsync(StaffRef reference, CancellationToken cancellation) =>
        StoreKeys.IsSafe(reference.Value) && reference.Value.Split('-') is ["m", var year, _] && await table.FindAsync(year, reference.Value, cancellation) is { } row
            ? new(new(row.Required("Party")), row.Required("Subject"), row.Required("Name"), row.GetString("Mail"))
            : null;

    public async Task<int> ForgetAsync(int year, CancellationToken cancellation)
    {
        var old = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey le {PartitionOf(year)}"), select: ["PartitionKey", "RowKey"], cancellationToken: cancellation).ToListAsync(cancellation);
        var forgotten = await old.InOrder(async row => (Names: !row.RowKey.StartsWith(PersonKey, StringComparison.Ordinal), Gone: await table.TryDeleteAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation)))
            .CountAsync(row => row is { Names: true, Gone: true }, cancellation);
        return forgotten;
    }

    private static string PartitionOf(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static TableEntity RowOf(StaffMember member, string partition, StaffRef reference) => new TableEntity(partition, reference.Value)
    {
        ["Party"] = member.Party.Value,
        ["Subject"] = member.Subject,
        ["Name"] = member.Name,
    }.With("Mail", member.Mail);
}
