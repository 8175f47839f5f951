using Gegevensdeling.Api.Dispatch;
using Gegevensdeling.Local.Engine;
using Microsoft.Data.Sqlite;

namespace Gegevensdeling.Local.Host;

/// <summary>What means 'later' on this host: a full disk, a locked or unreadable database.</summary>
internal static class LocalOutages
{
    // SQLite primary result codes (sqlite.org/rescode.html): 5 BUSY, 6 LOCKED, 8 READONLY, 10 IOERR, 13 FULL, 14 CANTOPEN.
    private static readonly HashSet<int> Codes = [5, 6, 8, 10, 13, 14];

    public static bool Recognise(Exception exception) => exception switch
    {
        SqliteException sqlite => Codes.Contains(sqlite.SqliteErrorCode),
        EngineStorageException => true,
        _ => Outages.Recognise(exception),
    };
}
