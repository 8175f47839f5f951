using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Tests.Exchanges;
using System.Reflection;
using Xunit;

namespace Gegevensdeling.Tests.Governance;

/// <summary>Every fact of every kind of dossier is kept and read back, also where it leaves out what it may.</summary>
public sealed class DossierFactTests
{
    public static TheoryData<Type> Facts => [.. typeof(DossierFact).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(DossierFact)))];

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_reads_back_as_it_was_written(Type type)
    {
        foreach (var filled in new[] { true, false })
        {
            var fact = Make(type, filled);
            var json = FactJson.Write(fact);
            Assert.Equal(json, FactJson.Write(FactJson.Read(json)));
            Assert.NotEmpty(((DossierFact)FactJson.Read(json)).Audited.Ground);
        }
    }

    private static DossierFact Make(Type type, bool filled)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters() is [{ Name: "Id" }, ..]);
        var nullable = new NullabilityInfoContext();
        return (DossierFact)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            !filled && nullable.Create(parameter).WriteState == NullabilityState.Nullable ? null : Value(parameter.ParameterType))]);
    }

    private static object? Value(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Value(inner),
        _ when type == typeof(string) => new string('a', 32),
        _ when type == typeof(ActedBy) => Referrals.Worker,
        { IsEnum: true } => Enum.GetValues(type).GetValue(0),
        { IsValueType: true } when type.GetConstructor([typeof(string)]) is { } id => id.Invoke(["a-1"]),
        { IsInterface: true, IsGenericType: true } => Array.CreateInstance(type.GetGenericArguments()[0], 1) is var one && Fill(one, type.GetGenericArguments()[0]) ? one : one,
        { IsClass: true } when type.GetConstructors() is [{ } made, ..] && made.GetParameters().Length > 0 => made.Invoke([.. made.GetParameters().Select(parameter => Value(parameter.ParameterType))]),
        _ => Activator.CreateInstance(type),
    };

    private static bool Fill(Array one, Type element)
    {
        one.SetValue(Value(element), 0);
        return true;
    }
}
