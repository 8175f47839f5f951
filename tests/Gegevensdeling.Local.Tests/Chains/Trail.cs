using System.Reflection;
using Gegevensdeling.Api.Routes;
using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Chains;

/// <summary>
/// Stands between the law and its ports and notes every touch of personal data or a key, and every audit event. The law it holds up: in the turn in which something
/// of an exchange is touched, an event about that exchange is written.
/// </summary>
internal sealed class Trail
{
    /// <summary>What the health check looks for; there never is such an exchange.</summary>
    private static readonly ExchangeId Probe = new("gezondheid");

    private readonly Lock turn = new();
    private readonly List<(string What, ExchangeId Exchange)> touched = [];
    private readonly List<AuditEvent> written = [];
    private int recorded;

    /// <summary>Every touch there ever was, as <c>Keys.PutAsync</c>.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <summary>Leaves these events out, to show that the law bites.</summary>
    public Func<AuditEvent, bool> Loses { get; set; } = _ => false;

    public Ports Between(Ports ports) => ports with
    {
        Register = Wrap("Register", ports.Register),
        Keys = Wrap("Keys", ports.Keys),
        Blobs = Wrap("Blobs", ports.Blobs),
        Outbox = Wrap("Outbox", ports.Outbox),
        Drop = Wrap("Drop", ports.Drop),
        Audit = Wrap("Audit", ports.Audit),
    };

    /// <summary>Ends a turn: what was touched in it without an event, and the events themselves.</summary>
    public (IReadOnlyList<string> Untold, IReadOnlyList<AuditEvent> Events, bool Recorded) Turn()
    {
        lock (turn)
        {
            var told = written.Select(one => one.Exchange).OfType<ExchangeId>().ToHashSet();
            (IReadOnlyList<string>, IReadOnlyList<AuditEvent>, bool) result =
                ([.. touched.Where(one => !told.Contains(one.Exchange)).Select(one => $"{one.What} {one.Exchange.Value[..2]}").Distinct()], [.. written], recorded > 0);
            touched.Clear();
            written.Clear();
            recorded = 0;
            return result;
        }
    }

    /// <summary>What is wrong with the trail that one request left; null where nothing is.</summary>
    public string? After(Route route, Caller who, Answer answer)
    {
        var (untold, events, changed) = Turn();
        var own = events.Where(one => one.Actor.Party == who.Party).ToList();
        var wrong = untold.Count > 0 ? $"untold: {string.Join(", ", untold)}"
            : route.Access is Access.Open ? null
            : answer.Code is { } code ? own.Any(one => one.Outcome != AuditOutcome.Ok && one.Code == code) ? null : $"{code} left no event"
            : answer.Status >= 500 ? "a failure without problem details"
            : route.Verb == Verb.Get || route.Reveals || changed ? own.Any(one => one.Outcome == AuditOutcome.Ok) ? null : "left no event"
            : null; // it was so already: nothing was touched and nothing recorded
        return wrong is null ? null : $"{route.Name}: {who.Roles.Single().Word()} bij {who.Party}: {answer.Status} {wrong}";
    }

    private T Wrap<T>(string port, T real)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        ((Proxy)(object)proxy).Set(port, real, this);
        return proxy;
    }

    private object? Call(string port, object real, MethodInfo method, object?[] arguments)
    {
        var name = $"{port}.{method.Name}";
        lock (turn)
        {
            if (name == "Audit.AppendAsync" && arguments[0] is AuditEvent one)
            {
                if (Loses(one))
                    return Task.CompletedTask;
                written.Add(one);
            }

            if (name is "Register.InsertAsync" or "Register.AppendAsync")
                recorded++;
            if (TouchedBy(name, arguments) is { } exchange && exchange != Probe)
            {
                Seen.Add(name);
                touched.Add((name, exchange));
            }
        }

        return method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Content, keys and what leads to a person: read, written, sent or deleted. Counting what is left is none.</summary>
    private static ExchangeId? TouchedBy(string call, object?[] arguments) => (call, arguments[0]) switch
    {
        ("Keys.PutAsync" or "Keys.GetAsync" or "Keys.PurgeAsync", ExchangeId exchange) => exchange,
        ("Blobs.WriteAsync" or "Blobs.OpenAsync" or "Blobs.DeleteAsync", BlobName name) => name.Exchange,
        ("Blobs.DeleteAsync", ExchangeId exchange) => exchange,
        ("Outbox.SendAsync", OutboundMessage { Attachment: not null } message) => message.Exchange,
        ("Outbox.DeleteAttachmentsAsync" or "Outbox.ForgetAsync", ExchangeId exchange) => exchange,
        ("Drop.WriteAsync", DropName name) => name.Exchange,
        ("Drop.DeleteAsync", ExchangeId exchange) => exchange,
        ("Register.RenewPersonAsync", ExchangeHead head) => head.Id,
        ("Register.UnlinkAsync", ExchangeId exchange) => exchange,
        _ => null,
    };

    /// <summary>Made by the framework.</summary>
#pragma warning disable CA1852 // the framework derives from it
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private (string Port, object Real, Trail Trail) target;

        public void Set(string port, object real, Trail trail) => target = (port, real, trail);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => target.Trail.Call(target.Port, target.Real, targetMethod!, args ?? []);
    }
}
