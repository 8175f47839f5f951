using System.Reflection;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Debtors;

/// <summary>Looks before every call on the stores: what stands there between two effects is seen too.</summary>
internal sealed class Onlooker
{
    private readonly Lock gate = new();
    private int looks;

    /// <summary>Null while nobody looks.</summary>
    public Action? Look { get; set; }

    public int Looks => looks;

    public Ports Between(Ports ports) => ports with
    {
        Register = Wrap<IRegister>(ports.Register), Blobs = Wrap<IBlobStore>(ports.Blobs), Keys = Wrap<IKeyStore>(ports.Keys), Idempotency = Wrap<IIdempotencyStore>(ports.Idempotency),
    };

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
            if (Look is { } look)
            {
                looks++;
                look();
            }
        }

        return method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Made by the framework: one a port.</summary>
#pragma warning disable CA1852 // the framework derives from it
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private (object Real, Onlooker Onlooker) target;

        public void Set(object real, Onlooker onlooker) => target = (real, onlooker);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => target.Onlooker.Call(target.Real, targetMethod!, args ?? []);
    }
}
