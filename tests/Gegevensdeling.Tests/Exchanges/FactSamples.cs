using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Exchanges.Referral;

namespace Gegevensdeling.Tests.Exchanges;

/// <summary>One fact of every case of every closed union, made by reflection: a new case is in every test that uses them at once.</summary>
internal static class FactSamples
{
    public static IEnumerable<ExchangeFact> All { get; } =
    [
        .. new[] { typeof(ReferralFact), typeof(ErasureFact) }.SelectMany(union => union.GetNestedTypes().Where(type => type.IsSubclassOf(union)))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select((type, index) => Make(type, index + 1)),
    ];

    private static ExchangeFact Make(Type type, int number)
    {
        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters() is [{ Name: "Id" }, ..]);
        return (ExchangeFact)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType, parameter.Name!, number))]);
    }

    private static object Value(Type type, string name, int number) => (name, type) switch
    {
        ("Id", _) => number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture),
        (_, var t) when t == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 2, 8, 0, number, TimeSpan.Zero),
        (_, var t) when t == typeof(ActedBy) => Referrals.Worker,
        (_, var t) when t == typeof(ArtefactId) => new ArtefactId($"a-{name.ToLowerInvariant()}"),
        (_, var t) when t == typeof(ExchangeId) => new ExchangeId("BZ-0000-0000-0001"),
        (_, var t) when t == typeof(StaffRef) => Referrals.Worker.Staff,
        (_, var t) when t == typeof(ConsentRecord) => new ConsentRecord(new(2026, 2, 27), ConsentForm.Written, Enum.GetValues<InformedOn>()),
        ("Purpose", _) => "hulpvraag-onderzoeken",
        (_, var t) when t == typeof(string) => name.EndsWith("256", StringComparison.Ordinal) ? Referrals.Sha256 : "mail",
        (_, var t) when t == typeof(int) => 1,
        (_, var t) when t == typeof(long) => 4096L,
        (_, var t) when t == typeof(bool) => true,
        (_, { IsEnum: true } t) => Enum.GetValues(t).GetValue(Enum.GetValues(t).Length - 1)!,
        (_, var t) when t == typeof(IReadOnlyList<string>) => new[] { "sleutelkluis" },
        (_, var t) when t == typeof(IReadOnlyList<DeclaredCopy>) => new[] { DeclaredCopy.Mailbox, DeclaredCopy.Paper },
        _ => throw new InvalidOperationException($"No sample value for {name} of {type.Name}"),
    };
}
