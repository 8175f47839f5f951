using System.Reflection;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Groeipakket;

/// <summary>Stands before the register, so that something can happen just before one of its calls.</summary>
internal sealed class Interposed
{
    private Func<string, object?[], bool>? when;
    private Func<Task>? happens;

    /// <summary>Once, before the first call for which this holds.</summary>
    /// <param name="call">Method and arguments.</param>
    public void Before(Func<string, object?[], bool> call, Func<Task> then) => (when, happens) = (call, then);

    public Ports Between(Ports ports)
    {
        var proxy = DispatchProxy.Create<IRegister, Proxy>();
        ((Proxy)(object)proxy).Set(ports.Register, this);
        return ports with { Register = proxy };
    }

    private object? Call(IRegister real, MethodInfo method, object?[] arguments)
    {
        if (when?.Invoke(method.Name, arguments) == true)
        {
            var then = happens!;
            (when, happens) = (null, null);
#pragma warning disable xUnit1031 // the register cannot be asked in between
            Task.Run(then).GetAwaiter().GetResult();
#pragma warning restore xUnit1031
        }

        return method.Invoke(real, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }

    /// <summary>Made by the framework.</summary>
#pragma warning disable CA1852 // the framework derives from it
    internal class Proxy : DispatchProxy
#pragma warning restore CA1852
    {
        private (IRegister Real, Interposed Interposed) target;

        public void Set(IRegister real, Interposed interposed) => target = (real, interposed);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => target.Interposed.Call(target.Real, targetMethod!, args ?? []);
    }
}
