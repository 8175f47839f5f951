using System.Reflection;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Local.Tests.Transcripts;

/// <summary>A register that cannot say of one exchange whether anything claims it.</summary>
#pragma warning disable CA1852 // the framework derives from it
internal class Unreadable : DispatchProxy
#pragma warning restore CA1852
{
    private (IRegister Inner, ExchangeId Bad) target;

    public static IRegister In(IRegister inner, ExchangeId bad)
    {
        var proxy = Create<IRegister, Unreadable>();
        ((Unreadable)(object)proxy).target = (inner, bad);
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
        args is [IReadOnlyCollection<ExchangeId> exchanges, ..] && targetMethod!.Name == nameof(IRegister.UnclaimedAsync) && exchanges.Contains(target.Bad)
            ? throw new IOException("planted")
            : targetMethod!.Invoke(target.Inner, BindingFlags.DoNotWrapExceptions, null, args, null);
}
