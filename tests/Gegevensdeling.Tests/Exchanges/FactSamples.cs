using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Debtors;
using Gegevensdeling.Exchanges.Groeipakket;
using Gegevensdeling.Exchanges.Referral;
using Gegevensdeling.Governance.Breaches;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>One fact of every case of every closed union, made by reflection: a new case is in every test that uses them at once.</summary>
internal static class FactSamples
{
    public static IEnumerable<ExchangeFact> All { get; } =
    [
        .. typeof(ExchangeFact).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsSubclassOf(typeof(ExchangeFact)))
            .OrderBy(type => type.FullName, StringComparer.Ordinal).Select(type => Make(type, Number(type))),
    ];

    /// <summary>From 1 to 59, by the name alone: a new case moves no other.</summary>
    private static int Number(Type type) => 1 + (type.FullName!.Sum(letter => letter) % 59);

    private static ExchangeFact Make(Type type, int number)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters() is [{ Name: "Id" }, ..]);
        return (ExchangeFact)constructor.Invoke([.. constructor.GetParameters().Select(parameter =>
            parameter.Name != "Purpose" ? Value(parameter.ParameterType, parameter.Name!, number)
            : type.IsSubclassOf(typeof(GroeipakketFact)) ? "financiele-ondersteuning"
            : type.IsSubclassOf(typeof(DebtorFact)) ? "preventieve-hulp"
            : Value(parameter.ParameterType, parameter.Name!, number))]);
    }

    private static Array OneOf(Type code)
    {
        var list = Array.CreateInstance(code, 1);
        list.SetValue(Enum.GetValues(code).GetValue(0), 0);
        return list;
    }

    private static Array One(Type element, string name, int number)
    {
        var one = Array.CreateInstance(element, 1);
        one.SetValue(Value(element, name, number), 0);
        return one;
    }

    private static object Value(Type type, string name, int number) => (name, type) switch
    {
        ("Id", _) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
        (_, var t) when t == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 8, 0, number, TimeSpan.Zero),
        (_, var t) when t == typeof(ActedBy) => Referrals.Worker,
        (_, var t) when t == typeof(ArtefactId) => new ArtefactId($"a-{name.ToLowerInvariant()}"),
        (_, var t) when t == typeof(PartyId) => new PartyId("ocmw-mechelen"),
        (_, var t) when t == typeof(DateOnly) => new DateOnly(2026, 3, 2),
        (_, var t) when t == typeof(DebtorMonth) => new DebtorMonth(new(2026, 3, 1)),
        (_, var t) when t == typeof(ExchangeId) => new ExchangeId("VB-0000-0000-0001"),
        (_, var t) when t == typeof(StaffRef) => Referrals.Worker.Staff,
        (_, var t) when t == typeof(ConsentRecord) => new ConsentRecord(new(2026, 2, 27), ConsentForm.Written, Enum.GetValues<InformedOn>()),
        ("Purpose", _) => "hulpvraag-onderzoeken",
        (_, var t) when t == typeof(string) => name.EndsWith("256", StringComparison.Ordinal) ? Referrals.Sha256 : "mail",
        (_, var t) when t == typeof(int) => 1,
        (_, var t) when t == typeof(long) => 4096L,
        (_, var t) when t == typeof(bool) => true,
        (_, { IsEnum: true } t) => Enum.GetValues(t).GetValue(Enum.GetValues(t).Length - 1)!,
        (_, var t) when t == typeof(ExchangeId?) => new ExchangeId("DV-1111-2222-3333"),
        (_, var t) when t == typeof(IReadOnlyList<PartyId>) => new[] { new PartyId("ocmw-mechelen") },
        (_, var t) when t == typeof(IReadOnlyList<ConsultParticipant>) => new[] { new ConsultParticipant(ConsultMandate.Deputy, new("ocmw-mechelen")), new ConsultParticipant(ConsultMandate.Operator) },
        (_, var t) when Nullable.GetUnderlyingType(t) is { IsEnum: true } code => Value(code, name, number),
        (_, { IsGenericType: true } t) when t.GetGenericArguments() is [{ IsEnum: true } code] && t != typeof(IReadOnlyList<DeclaredCopy>) => OneOf(code),
        (_, { IsGenericType: true } t) when t.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && t != typeof(IReadOnlyList<string>) && t != typeof(IReadOnlyList<DeclaredCopy>) => One(t.GetGenericArguments()[0], name, number),
        (_, var t) when Nullable.GetUnderlyingType(t) is { } inner => Value(inner, name, number),
        (_, var t) when t == typeof(IReadOnlyList<string>) => new[] { "sleutelkluis" },
        (_, var t) when t == typeof(IReadOnlyList<DeclaredCopy>) => new[] { DeclaredCopy.Mailbox, DeclaredCopy.Paper },
        (_, { IsClass: true } t) when t.GetMethod("<Clone>$") is not null =>
            t.GetConstructors()[0].Invoke([.. t.GetConstructors()[0].GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, number))]),
        _ => throw new InvalidOperationException($"No sample value for {name} of {type.Name}"),
    };
}
