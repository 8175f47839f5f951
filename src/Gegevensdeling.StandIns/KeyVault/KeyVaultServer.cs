using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Gegevensdeling.StandIns.KeyVault;

/// <summary>
/// The secrets of one vault, in memory, in the shapes of learn.microsoft.com/rest/api/keyvault/secrets (each operation cites its page). What takes a while
/// in Azure takes a number of looks here, never time.
/// </summary>
public sealed partial class KeyVaultServer : IAsyncDisposable
{
    private const long DaysKept = 7;

    private readonly Dictionary<string, StoredSecret> secrets = new(StringComparer.OrdinalIgnoreCase); // names are case-insensitive
    private readonly Lock turn = new();
    private readonly TimeProvider clock;
    private readonly bool purgeable;
    private readonly WebApplication web;

    private KeyVaultServer(WebApplication web, TimeProvider clock, bool purgeable) => (this.web, this.clock, this.purgeable) = (web, clock, purgeable);

    public Uri Address => new(web.Urls.First() + "/");

    /// <summary>How many looks after a deletion find the name neither alive nor deleted.</summary>
    public int LooksUntilDeleted { get; set; } = 1;

    /// <summary>How many looks after a purge still find the deleted name.</summary>
    public int LooksUntilPurged { get; set; } = 1;

    /// <summary>Entries on a page of a list; the service allows at most 25.</summary>
    public int PageSize { get; set; } = 25;

    /// <summary>Every value that it still holds, deleted ones included: what a thief of the vault would have.</summary>
    public IReadOnlyList<string> Everything
    {
        get
        {
            lock (turn)
                return [.. secrets.Values.SelectMany(secret => secret.Versions).Select(version => version.Value)];
        }
    }

    /// <param name="certificate">For TLS.</param>
    /// <param name="clock">Of the dates that it gives.</param>
    /// <param name="purgeable">False is a vault with purge protection.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task<KeyVaultServer> StartAsync(LoopbackCertificate certificate, TimeProvider clock, bool purgeable, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(certificate.Certificate)));
        var web = builder.Build();
        var server = new KeyVaultServer(web, clock, purgeable);
        web.Run(server.AnswerAsync);
        await web.StartAsync(cancellation);
        return server;
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        // learn.microsoft.com/azure/key-vault/general/authentication-requests-and-responses: without a token, 401 with the challenge.
        if (!http.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.Ordinal))
        {
            http.Response.Headers.WWWAuthenticate = "Bearer authorization=\"https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000\", resource=\"https://vault.azure.net\"";
            await WriteAsync(http, Answer.Failed(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token."));
            return;
        }

        var body = http.Request.ContentLength is > 0 ? await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted) : null;
        Answer answer;
        lock (turn)
            answer = Route(http.Request, body?.AsObject());
        await WriteAsync(http, answer);
    }

    private static async Task WriteAsync(HttpContext http, Answer answer)
    {
        http.Response.StatusCode = answer.Status;
        if (answer.Body is not null)
            await http.Response.WriteAsJsonAsync(answer.Body);
    }

    private Answer Route(HttpRequest request, JsonObject? body)
    {
        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (request.Method, parts) switch
        {
            ("GET", ["secrets"]) => List(request, secrets.Values.Where(secret => secret.DeletedAt is null).Select(secret => Item(secret))),
            ("GET", ["secrets", var name, "versions"]) => Versions(request, name),
            ("PUT", ["secrets", var name]) => Set(name, body!),
            ("GET", ["secrets", var name]) => Get(name, null),
            ("GET", ["secrets", var name, var version]) => Get(name, version),
            ("DELETE", ["secrets", var name]) => Delete(name),
            ("GET", ["deletedsecrets"]) => List(request, secrets.Values.ToList().Where(IsSeenDeleted).Select(Deleted)),
            ("GET", ["deletedsecrets", var name]) => GetDeleted(name),
            ("DELETE", ["deletedsecrets", var name]) => Purge(name),
            ("POST", ["deletedsecrets", var name, "recover"]) => Recover(name),
            _ => Answer.Failed(404, "NotFound", "The requested resource was not found."),
        };
    }

    // set-secret: a new version of the name. On a deleted name 409 with the inner code that the soft-delete overview names.
    private Answer Set(string name, JsonObject body)
    {
        if (!Name().IsMatch(name))
            return Answer.Failed(400, "BadParameter", "The request URI contains an invalid name.");
        if (secrets.TryGetValue(name, out var known) && known.DeletedAt is not null)
        {
            return known.UntilDeleted > 0 || known.UntilPurged is not null
                ? Answer.Failed(409, "Conflict", "Secret is currently being deleted.", "ObjectIsBeingDeleted")
                : Answer.Failed(409, "Conflict", "Secret is currently in a deleted but recoverable state.", "ObjectIsDeletedButRecoverable");
        }

        var secret = known ?? (secrets[name] = new(name));
        var attributes = body["attributes"]?.AsObject();
        secret.Versions.Add(new(
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), body["value"]!.GetValue<string>(), body["contentType"]?.GetValue<string>(), body["tags"]?.DeepClone().AsObject(),
            attributes?["enabled"]?.GetValue<bool>() ?? true, attributes?["nbf"]?.GetValue<long>(), attributes?["exp"]?.GetValue<long>(), Now));
        return new(200, Bundle(secret, secret.Current));
    }

    // get-secret: also of an expired one; of a disabled one 403.
    private Answer Get(string name, string? version)
    {
        if (!secrets.TryGetValue(name, out var secret) || secret.DeletedAt is not null || (version is null ? secret.Current : secret.Versions.Find(one => one.Id == version)) is not { } found)
            return Answer.Failed(404, "SecretNotFound", $"A secret with (name/id) {name} was not found in this key vault.");
        return found.Enabled ? new(200, Bundle(secret, found)) : Answer.Failed(403, "Forbidden", "Operation get is not allowed on a disabled secret.", "SecretDisabled");
    }

    // get-secret-versions: never deleted ones, never values.
    private Answer Versions(HttpRequest request, string name) =>
        List(request, secrets.TryGetValue(name, out var secret) && secret.DeletedAt is null ? secret.Versions.Select(version => Item(secret, version)) : []);

    // delete-secret: the name is gone at once, and 'deleted' only after a while.
    private Answer Delete(string name)
    {
        if (!secrets.TryGetValue(name, out var secret) || secret.DeletedAt is not null)
            return Answer.Failed(404, "SecretNotFound", $"A secret with (name/id) {name} was not found in this key vault.");
        (secret.DeletedAt, secret.UntilDeleted) = (Now, LooksUntilDeleted);
        return new(200, Deleted(secret));
    }

    // get-deleted-secret
    private Answer GetDeleted(string name) => secrets.TryGetValue(name, out var secret) && IsSeenDeleted(secret)
        ? new(200, Deleted(secret))
        : Answer.Failed(404, "SecretNotFound", $"Deleted Secret not found: {name}");

    // purge-deleted-secret: 204 at once, gone after a while. A vault with purge protection refuses.
    private Answer Purge(string name)
    {
        if (!purgeable)
            return Answer.Failed(403, "Forbidden", "Operation \"purge\" is not allowed because purge protection is enabled for this vault.", "ForbiddenByPolicy");
        if (!secrets.TryGetValue(name, out var secret) || secret.DeletedAt is null)
            return Answer.Failed(404, "SecretNotFound", $"Deleted Secret not found: {name}");
        if (secret.UntilDeleted > 0)
        {
            secret.UntilDeleted--;
            return Answer.Failed(409, "Conflict", "Secret is currently being deleted.", "ObjectIsBeingDeleted");
        }

        secret.UntilPurged ??= LooksUntilPurged;
        if (secret.UntilPurged == 0)
            secrets.Remove(name);
        return new(204, null);
    }

    // recover-deleted-secret
    private Answer Recover(string name)
    {
        if (!secrets.TryGetValue(name, out var secret) || secret.DeletedAt is null || secret.UntilPurged is not null)
            return Answer.Failed(404, "SecretNotFound", $"Deleted Secret not found: {name}");
        secret.DeletedAt = null;
        return new(200, Item(secret, secret.Current));
    }

    /// <summary>One look: what takes a while comes a step nearer.</summary>
    private bool IsSeenDeleted(StoredSecret secret)
    {
        if (secret.DeletedAt is null)
            return false;
        if (secret.UntilDeleted > 0)
        {
            secret.UntilDeleted--;
            return false;
        }

        if (secret.UntilPurged is not { } looks)
            return true;
        if (looks == 0)
        {
            secrets.Remove(secret.Name);
            return false;
        }

        secret.UntilPurged = looks - 1;
        return true;
    }

    // get-secrets, get-deleted-secrets, get-secret-versions: pages with a nextLink.
    private Answer List(HttpRequest request, IEnumerable<JsonObject> items)
    {
        var all = items.ToList();
        var skip = int.TryParse(request.Query["$skiptoken"], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        var size = int.TryParse(request.Query["maxresults"], NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? Math.Min(most, PageSize) : PageSize;
        var more = skip + size < all.Count;
        return new(200, new()
        {
            ["value"] = new JsonArray([.. all.Skip(skip).Take(size)]),
            ["nextLink"] = more ? string.Create(CultureInfo.InvariantCulture, $"https://{request.Host}{request.Path}?api-version={request.Query["api-version"]}&$skiptoken={skip + size}") : null,
        });
    }

    private JsonObject Item(StoredSecret secret) => Item(secret, secret.Current);

    private JsonObject Item(StoredSecret secret, SecretVersion version)
    {
        var item = Bundle(secret, version);
        item.Remove("value");
        return item;
    }

    private JsonObject Deleted(StoredSecret secret)
    {
        var item = Item(secret, secret.Current);
        item["recoveryId"] = new Uri(Address, $"deletedsecrets/{secret.Name}").ToString();
        item["deletedDate"] = secret.DeletedAt;
        item["scheduledPurgeDate"] = secret.DeletedAt + (DaysKept * 24 * 60 * 60);
        return item;
    }

    private JsonObject Bundle(StoredSecret secret, SecretVersion version)
    {
        var attributes = new JsonObject
        {
            ["enabled"] = version.Enabled,
            ["created"] = version.Created,
            ["updated"] = version.Created,
            ["recoveryLevel"] = purgeable ? "CustomizedRecoverable+Purgeable" : "CustomizedRecoverable",
            ["recoverableDays"] = DaysKept,
        };
        if (version.NotBefore is { } from)
            attributes["nbf"] = from;
        if (version.Expires is { } until)
            attributes["exp"] = until;
        var bundle = new JsonObject { ["value"] = version.Value, ["id"] = new Uri(Address, $"secrets/{secret.Name}/{version.Id}").ToString(), ["attributes"] = attributes };
        if (version.ContentType is not null)
            bundle["contentType"] = version.ContentType;
        if (version.Tags is not null)
            bundle["tags"] = version.Tags.DeepClone();
        return bundle;
    }

    private long Now => clock.GetUtcNow().ToUnixTimeSeconds();

    [GeneratedRegex("^[0-9a-zA-Z-]{1,127}$")]
    private static partial Regex Name();

    private sealed record Answer(int Status, JsonObject? Body)
    {
        public static Answer Failed(int status, string code, string message, string? inner = null)
        {
            var error = new JsonObject { ["code"] = code, ["message"] = message };
            if (inner is not null)
                error["innererror"] = new JsonObject { ["code"] = inner };
            return new(status, new() { ["error"] = error });
        }
    }
}
