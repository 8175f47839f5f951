using System.ComponentModel.DataAnnotations;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>How POSTs are made repeatable.</summary>
public sealed class IdempotencyOptions
{
    /// <summary>Names this process among all that share the store; another one at each start.</summary>
    public string Process { get; init; } = Convert.ToHexStringLower(SecureRandom.Bytes(8));

    /// <summary>True on a host of one process: a claim of another process is a dead one's and is taken over at once.</summary>
    public bool OnlyProcess { get; init; }

    /// <summary>Where several processes share the store: a claim of another process that is older than this is a dead one's.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "01:00:00")]
    public TimeSpan DeadAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long an answer is repeated. The sweep purges older rows.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "7.00:00:00")]
    public TimeSpan Term { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Makes the reference that an attempt reserves, see <see cref="Routes.ApiRequest.Reservation"/>.</summary>
    public Func<string> NewReservation { get; init; } = () => Convert.ToHexStringLower(SecureRandom.Bytes(16));
}
