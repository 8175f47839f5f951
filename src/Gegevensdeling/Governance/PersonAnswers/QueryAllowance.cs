using System.Globalization;
using Gegevensdeling.Calendar;
using Gegevensdeling.Evidence;
using Gegevensdeling.Protocols;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>
/// Counts questions, found or not, by member of staff and by party, in the store that makes POSTs happen once: its rows change atomically on every host and are purged by the sweep.
/// A counter knows who asked how often, never about whom.
/// </summary>
public sealed class QueryAllowance(IIdempotencyStore counters, QueryLimits limits)
{
    /// <summary>Takes one question of the day's, or says why not.</summary>
    public async Task<Refusal?> TakeAsync(ActedBy actor, DateTimeOffset now, CancellationToken cancellation)
    {
        var day = LegalCalendar.DateOf(now);
        return !await TakeAsync($"{actor.Party} {actor.Staff}", day, limits.PerStaff, now, cancellation)
                ? Refuse("te-vaak-gevraagd-medewerker", "U stelde", limits.PerStaff)
            : !await TakeAsync($"{actor.Party}", day, limits.PerParty, now, cancellation)
                ? Refuse("te-vaak-gevraagd-organisatie", "Uw organisatie stelde", limits.PerParty)
            : null;
    }

    private async Task<bool> TakeAsync(string who, DateOnly day, int most, DateTimeOffset now, CancellationToken cancellation)
    {
        var key = Sha256Hex.Of(string.Create(CultureInfo.InvariantCulture, $"inzagevragen {who} {day:yyyy-MM-dd}"));

        // Kept from the end of the day on, so that no purge of the day itself begins the count anew.
        var row = new IdempotencyRow(key, string.Empty, string.Empty, Attempt: 1, Holder: null, LegalCalendar.StartOf(day.AddDays(1)), now, Done: true, Answer: null);
        while (await counters.InsertAsync(row, cancellation) is { } counted)
        {
            if (counted.Attempt >= most)
                return false;
            if (await counters.ReplaceAsync(counted, row with { Attempt = counted.Attempt + 1 }, cancellation))
                return true;
        }

        return true;
    }

    private static Refusal Refuse(string code, string who, int most) => new(
        code, "art. 32 AVG", string.Create(CultureInfo.InvariantCulture, $"{who} vandaag al {most} {(most == 1 ? "vraag" : "vragen")} over betrokkenen, het hoogste aantal op één dag. Stel deze vraag morgen; de betrokkene heeft recht op een antwoord binnen een maand."));
}
