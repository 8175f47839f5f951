using System.Reflection;
using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Host;

/// <summary>Stands between the law and every port and fails where it is told to: before the call, or with half a file written.</summary>
internal sealed class Faults(Func<Exception> failure)
{
    private volatile string? at;
    private int hits;

    public int Hits => hits;

    /// <summary>Names of the calls that were made, as <c>Keys.PutAsync</c>.</summary>
    public HashSet<string> Seen { get; } = [];

    /// <param name="call">For example <c>Keys.PutAsync</c>; <c>Blobs.WriteAsync half</c> fails after half the archive; <c>Register.FactsAsync GL-…</c> fails for one exchange or dossier; <c>*</c> fails everywhere.</param>
    public void FailAt(string call) => at = call;

    public void Heal() => at = null;

    public Ports Between(Ports ports) => new(
        Wrap<IRegister>("Register", ports.Register), Wrap<IBlobStore>("Blobs", ports.Blobs), Wrap<IKeyStore>("Keys", ports.Keys), Wrap<ISystemKeys>("SystemKeys", ports.SystemKeys),
        Wrap<IOutbox>("Outbox", ports.Outbox), Wrap<IStaffDirectory>("Staff", ports.Staff), Wrap<IEvidenceStore>("Evidence", ports.Evidence), Wrap<IAuditLog>("Audit", ports.Audit),
        Wrap<IIdempotencyStore>("Idempotency", ports.Idempotency), Wrap<IDropStore>("Drop", ports.Drop));

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
        lock (Seen)
            Seen.Add(name);
        if (at == name || at == "*" || (arguments is [{ } first, ..] && at == $"{name} {first}"))
            throw Hit();
        if (at == "Blobs.WriteAsync half" && name == "Blobs.WriteAsync")
        {
            var write = (Func<Stream, CancellationToken, Task>)arguments[1]!;
            arguments[1] = (Func<Stream, CancellationToken, Task>)(async (stream, cancellation) =>
            {
                var all = new MemoryStream();
                await write(all, cancellation);
                await stream.WriteAsync(all.GetBuffer().AsMemory(0, (int)all.Length / 2), cancellation);
                throw Hit();
            });
        }

        return method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    private Exception Hit()
    {
        Interlocked.Increment(ref hits);
        return failure();
    }

    /// <summary>Made by the framework: one a port.</summary>
#pragma warning disable CA1852 // the framework derives from it
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private (string Port, object Real, Faults Faults) target;

        public void Set(string port, object real, Faults faults) => target = (port, real, faults);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => target.Faults.Call(target.Port, target.Real, targetMethod!, args ?? []);
    }
}
