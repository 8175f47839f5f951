using System.Globalization;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;

namespace Gegevensdeling.Azure.Stores;

/// <summary>How values stand in tables. Instants are text of fixed width: exact, readable, and in order under every filter.</summary>
internal static class TableTexts
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Text(this DateTimeOffset instant) => instant.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture);

    /// <summary>Sets a column, or leaves it out where there is nothing: a row that replaces another then has none.</summary>
    public static TableEntity With(this TableEntity row, string name, object? value)
    {
        if (value is not null)
            row[name] = value is DateTimeOffset instant ? instant.Text() : value;
        return row;
    }

    public static DateTimeOffset Instant(this TableEntity row, string name) => row.InstantOrNull(name) ?? throw Missing(name);

    public static DateTimeOffset? InstantOrNull(this TableEntity row, string name) =>
        row.GetString(name) is { } text ? DateTimeOffset.ParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    public static string Required(this TableEntity row, string name) => row.GetString(name) ?? throw Missing(name);

    public static int Number(this TableEntity row, string name) => row.GetInt32(name) ?? throw Missing(name);

    public static bool Flag(this TableEntity row, string name) => row.GetBoolean(name) ?? false;

    public static List<T> List<T>(this TableEntity row, string name) => JsonSerializer.Deserialize<List<T>>(row.Required(name))!;

    /// <summary>The row, or null when there is none.</summary>
    public static async Task<TableEntity?> FindAsync(this TableClient table, string partition, string row, CancellationToken cancellation) =>
        await table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation) is { HasValue: true, Value: { } found } ? found : null;

    /// <summary>Deletes the row as it was read, or whatever it is now.</summary>
    /// <returns>False when it was gone or had changed.</returns>
    public static async Task<bool> TryDeleteAsync(this TableClient table, string partition, string row, ETag read, CancellationToken cancellation)
    {
        try
        {
            return !(await table.DeleteEntityAsync(partition, row, read, cancellation)).IsError;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Replaces the row as it was read.</summary>
    /// <returns>False when it was gone or had changed; also when this very write won and its acknowledgement was lost.</returns>
    public static async Task<bool> TryReplaceAsync(this TableClient table, TableEntity row, ETag read, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException lost) when (lost.Status is 404 or 412)
        {
            return false;
        }
    }

    /// <summary>Adds the row.</summary>
    /// <returns>False when one of its key exists; also when this very write won and its acknowledgement was lost.</returns>
    public static async Task<bool> TryAddAsync(this TableClient table, TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Marks one call, so that after a lost acknowledgement it knows its own row.</summary>
    public static string NewAttempt() => Guid.NewGuid().ToString("N");

    private static InvalidOperationException Missing(string name) => new($"A row without {name}");
}
