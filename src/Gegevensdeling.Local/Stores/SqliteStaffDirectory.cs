using System.Globalization;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.Stores;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Stores;

/// <summary>The staff directory in SQLite.</summary>
public sealed class SqliteStaffDirectory(LocalDatabase database) : IStaffDirectory
{
    public Task<StaffRef> ReferenceAsync(StaffMember member, int year, CancellationToken cancellation) =>
        database.WriteAsync((connection, transaction) =>
        {
            (string, object?)[] parameters =
            [
                ("$reference", string.Create(CultureInfo.InvariantCulture, $"m-{year}-{Convert.ToHexStringLower(SecureRandom.Bytes(8))}")),
                ("$party", member.Party.Value), ("$subject", member.Subject), ("$year", year), ("$name", member.Name), ("$mail", member.Mail),
            ];

            // The name and address of the latest sign-in count; the reference stays.
            connection.Execute(transaction, """
                INSERT INTO staff (reference, party, subject, year, name, mail) VALUES ($reference, $party, $subject, $year, $name, $mail)
                ON CONFLICT (party, subject, year) DO UPDATE SET name = $name, mail = $mail
                """, parameters);
            return new StaffRef(connection.First(
                transaction, "SELECT reference FROM staff WHERE party = $party AND subject = $subject AND year = $year",
                row => row.GetString(0), parameters[1..4])!);
        }, cancellation);

    public async Task<StaffMember?> FindAsync(StaffRef reference, CancellationToken cancellation) =>
        (await database.ReadAsync("SELECT party, subject, name, mail FROM staff WHERE reference = $reference", Read, cancellation, ("$reference", reference.Value))).SingleOrDefault();

    public async Task<int> ForgetAsync(int year, CancellationToken cancellation)
    {
        var forgotten = await database.WriteAsync(
            (connection, transaction) => connection.Execute(transaction, "DELETE FROM staff WHERE year <= $year", ("$year", year)), cancellation);
        if (forgotten > 0)
            await database.ScrubAsync(cancellation);
        return forgotten;
    }

    private static StaffMember Read(SqliteDataReader row) => new(new(row.GetString(0)), row.GetString(1), row.GetString(2), row.TextOrNull(3));
}
