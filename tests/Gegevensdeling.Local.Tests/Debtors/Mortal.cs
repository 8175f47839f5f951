using System.Reflection;
using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Ports of a process that dies before an effect of a kind: from then on nothing is done any more, until it lives again.</summary>
internal sealed class Mortal
{
    private static readonly string[] Reading = ["Find", "Get", "Facts", "Names", "Count", "List", "Read", "Chains", "Open", "Unfinished", "Due", "OfProtocol", "Unpurged", "Referrals"];

    private readonly Lock gate = new();

    /// <summary>Each kind of effect once, in the order of its first time: what was recorded, sealed, sent or erased of which kind of exchange.</summary>
    public List<string> Kinds { get; } = [];

    /// <summary>The kinds that are still to be died of, each once.</summary>
    public HashSet<string> Deadly { get; } = [];

    public bool IsDead { get; private set; }

    public int Deaths { get; private set; }

    public void Live() => IsDead = false;

    public Ports Between(Ports ports) => new(
        Wrap<IRegister>(ports.Register), Wrap<IBlobStore>(ports.Blobs), Wrap<IKeyStore>(ports.Keys), ports.SystemKeys, Wrap<IOutbox>(ports.Outbox),
        Wrap<IStaffDirectory>(ports.Staff), Wrap<IEvidenceStore>(ports.Evidence), Wrap<IAuditLog>(ports.Audit), Wrap<IIdempotencyStore>(ports.Idempotency), Wrap<IDropStore>(ports.Drop));

    private T Wrap<T>(T real)
        where T : class
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        ((Proxy)(object)proxy).Set(real, this);
        return proxy;
    }

    private object? Call(object real, MethodInfo method, object?[] arguments)
    {
        lock (gate)
        {
            var kind = Reading.Any(one => method.Name.StartsWith(one, StringComparison.Ordinal)) ? null : KindOf(method, arguments);
            if (kind is not null && !IsDead && !Kinds.Contains(kind))
                Kinds.Add(kind);
            if (kind is not null && Deadly.Remove(kind))
                (IsDead, Deaths) = (true, Deaths + 1);
            if (IsDead)
                throw new IOException("planted");
        }

        return method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private static string KindOf(MethodInfo method, object?[] arguments)
    {
        var fact = arguments.OfType<FactRow>().Select(row => FactJson.WordFor(FactJson.Read(row.Json))).FirstOrDefault();
        var (exchange, detail) = (arguments.Select(ExchangeOf).FirstOrDefault(one => one is not null), arguments.Select(DetailOf).FirstOrDefault(one => one is not null));
        return $"{method.DeclaringType!.Name}.{method.Name} {exchange?[..2]} {fact}{detail}".TrimEnd();
    }

    private static string? ExchangeOf(object? argument) => argument switch
    {
        ExchangeId id => id.Value,
        BlobName name => name.Exchange.Value,
        ExchangeHead head => head.Id.Value,
        OutboundMessage mail => mail.Exchange.Value,
        _ => null,
    };

    private static string? DetailOf(object? argument) => argument switch
    {
        OutboundMessage mail => mail.Subject[mail.Subject.IndexOf(':', StringComparison.Ordinal)..],
        AuditEvent draft => draft.Action.ToString(),
        _ => null,
    };

    /// <summary>Made by the framework: one a port.</summary>
#pragma warning disable CA1852 // the framework derives from it
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private (object Real, Mortal Mortal) target;

        public void Set(object real, Mortal mortal) => target = (real, mortal);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => target.Mortal.Call(target.Real, targetMethod!, args ?? []);
    }
}
