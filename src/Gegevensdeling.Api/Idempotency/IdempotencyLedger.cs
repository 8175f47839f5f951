using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Gegevensdeling.Api.Problems;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Keys;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Idempotency;

/// <summary>
/// Makes a repeated POST harmless. The store is asked one atomic step at a time; every decision is here.
/// </summary>
/// <param name="key">The system's own key for the hashes, at least 32 bytes.</param>
public sealed class IdempotencyLedger(IIdempotencyStore store, byte[] key, IdempotencyOptions options, TimeProvider clock)
{
    private const string KeyName = "idempotentie";

    private readonly ConcurrentDictionary<string, byte> running = new(StringComparer.Ordinal);

    /// <summary>With the hash key of the system, made at the first start.</summary>
    /// <exception cref="ValidationException">An option is out of bounds.</exception>
    public static async Task<IdempotencyLedger> CreateAsync(
        IIdempotencyStore store, ISystemKeys keys, IdempotencyOptions options, TimeProvider clock, CancellationToken cancellation)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        return new IdempotencyLedger(store, await keys.GetOrCreateAsync(KeyName, () => SecureRandom.Bytes(32), cancellation), options, clock);
    }

    /// <summary>Forgets what is older than the term; for the sweep.</summary>
    public Task<int> PurgeAsync(CancellationToken cancellation) => store.PurgeAsync(clock.GetUtcNow() - options.Term, cancellation);

    /// <summary>For a body that is here.</summary>
    internal Task<Claim> ClaimAsync(Route route, Caller caller, string header, string path, string purpose, ReadOnlyMemory<byte> body, CancellationToken cancellation) =>
        ClaimAsync(route, caller, header, KeyedHash.Of(key, [path, purpose], body.Span), cancellation);

    /// <summary>For a file that is still to come: the claim is made on what is known, and <see cref="FileBond"/> adds the file.</summary>
    internal Task<Claim> ClaimAsync(Route route, Caller caller, string header, string path, string purpose, string mediaType, CancellationToken cancellation) =>
        ClaimAsync(route, caller, header, KeyedHash.Of(key, [path, purpose, mediaType], default), cancellation);

    /// <summary>The hash of a file, begun. Of each claim its own: the store does not tell that two claims had the same file.</summary>
    internal IncrementalHash BeginFile(IdempotencyRow row) => KeyedHash.Begin(key, ["bestand", row.Key]);

    /// <summary>The repetition of a claim that is done, with the hash of the file that came now.</summary>
    internal static Claim Repeat(IdempotencyRow known, string file) =>
        IsSame(FileBond.Of(known) ?? string.Empty, file) ? Repeat(known) : new Claim.Refused(FaceRefusals.OtherContent);

    private async Task<Claim> ClaimAsync(Route route, Caller caller, string header, string content, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var fresh = new IdempotencyRow(
            KeyedHash.Of(key, [caller.Party.Value, caller.Subject, route.Name, header], default), content,
            options.NewReservation(), 1, options.Process, now, now, false, null);
        if (!running.TryAdd(fresh.Key, 0))
            return new Claim.Refused(FaceRefusals.StillRunning);

        Claim? claim = null;
        try
        {
            return claim = await DecideAsync(fresh, route.File is not null, cancellation);
        }
        finally
        {
            if (claim is not Claim.Held)
                running.TryRemove(fresh.Key, out _);
        }
    }

    /// <summary>The attempt succeeded. After this, and only after this, the answer may leave.</summary>
    /// <param name="answer">Null where it must not be given again.</param>
    internal async Task CompleteAsync(IdempotencyRow held, StoredAnswer? answer, CancellationToken cancellation)
    {
        // Losing the row here is no loss of the fact: the other holder continues under the same reservation.
        await store.ReplaceAsync(held, held with { Holder = null, Done = true, Answer = answer }, cancellation);
        running.TryRemove(held.Key, out _);
    }

    /// <summary>The attempt was refused and changed nothing: the question may be asked again, and corrected.</summary>
    internal async Task ForgetAsync(IdempotencyRow held, CancellationToken cancellation)
    {
        // Where an earlier attempt died, its reservation may stand for something already: that one is kept.
        if (held.Attempt == 1)
            await store.DeleteAsync(held, cancellation);
        else
            await store.ReplaceAsync(held, held with { Holder = null }, cancellation);
        running.TryRemove(held.Key, out _);
    }

    /// <summary>The attempt failed half-way: the next one continues under the same reservation.</summary>
    internal async Task ReleaseAsync(IdempotencyRow held, CancellationToken cancellation)
    {
        running.TryRemove(held.Key, out _);
        await store.ReplaceAsync(held, held with { Holder = null }, cancellation);
    }

    private async Task<Claim> DecideAsync(IdempotencyRow fresh, bool ofFile, CancellationToken cancellation)
    {
        if (await store.InsertAsync(fresh, cancellation) is not { } known)
            return new Claim.Held(fresh);
        if (known.Since < fresh.Since - options.Term)
            return await TakeAsync(known, fresh with { Attempt = known.Attempt + 1 }, cancellation);
        if (!IsSame(FileBond.Without(known), fresh.Content))
            return new Claim.Refused(FaceRefusals.OtherContent);
        if (known.Done)
            return ofFile ? new Claim.Compare(known) : Repeat(known);
        if (!IsFree(known, fresh.Since))
            return new Claim.Refused(FaceRefusals.StillRunning);

        return await TakeAsync(known, known with { Attempt = known.Attempt + 1, Holder = options.Process, ClaimedAt = fresh.Since }, cancellation);
    }

    private static Claim Repeat(IdempotencyRow known) =>
        known.Answer is { } answer ? new Claim.Replay(answer) : new Claim.Refused(FaceRefusals.AlreadyShown);

    private static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Convert.FromHexString(one), Convert.FromHexString(other));

    private async Task<Claim> TakeAsync(IdempotencyRow known, IdempotencyRow mine, CancellationToken cancellation) =>
        await store.ReplaceAsync(known, mine, cancellation) ? new Claim.Held(mine) : new Claim.Refused(FaceRefusals.StillRunning);

    /// <summary>Free when released, when its process is dead, or when it is ours and does not run (its release failed).</summary>
    private bool IsFree(IdempotencyRow known, DateTimeOffset now) =>
        known.Holder is null
        || known.Holder == options.Process
        || options.OnlyProcess
        || now - known.ClaimedAt > options.DeadAfter;
}
