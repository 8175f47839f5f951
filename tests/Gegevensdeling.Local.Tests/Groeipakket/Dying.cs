using System.Reflection;
using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>Ports of a process that dies at its nth effect: from then on nothing is done any more, until it lives again.</summary>
internal sealed class Dying
{
    private static readonly string[] Reading = ["Find", "Get", "Facts", "Names", "Count", "List", "Read", "Chains", "Open", "Unfinished", "Due", "OfProtocol", "Unpurged"];

    private int effects;

    /// <summary>The effect before which it dies.</summary>
    public int At { get; set; } = int.MaxValue;

    /// <summary>How many effects there were.</summary>
    public int Effects => effects;

    public bool Died => effects >= At;

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
        var isEffect = !Reading.Any(one => method.Name.StartsWith(one, StringComparison.Ordinal));
        return (isEffect && Interlocked.Increment(ref effects) >= At) || Died ? throw new IOException("planted") : method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Made by the framework: one a port.</summary>
#pragma warning disable CA1852 // the framework derives from it
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private (object Real, Dying Dying) target;

        public void Set(object real, Dying dying) => target = (real, dying);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => target.Dying.Call(target.Real, targetMethod!, args ?? []);
    }
}
