using System.Reflection;
using System.Runtime.CompilerServices;
using Gegevensdeling.Exchanges;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Architecture;

/// <summary>A record that ends up in a log or an exception by mistake must not print a person: every record with such a member is tried.</summary>
public sealed class PrintingTests
{
    private const string Canary = "KANARIE";

    private static readonly string[] PersonalMembers = ["FirstName", "LastName", "Name", "Phone", "Mail", "Street", "Number", "Box", "Postcode", "Municipality", "Birth", "Salt", "Subject", "Key", "Spelled", "Normalised"];

    /// <summary>Records whose members of these names are no person's: offices, protocols, files.</summary>
    private static readonly string[] NotAPerson = ["Gegevensdeling.Protocols.", "Gegevensdeling.Evidence.", "Gegevensdeling.Orchestrations.", "Gegevensdeling.Documents."];

    /// <summary>A keyed hash; a processor's own name; the name of an action, an activity, an evidence file; a mail's own subject, which names nobody.</summary>
    private static readonly string[] MembersOfOtherThings = ["IdempotencyRow", "MailText", "ProcessorLine", "ProtocolAction"];

    [Fact]
    [Requirement("W23")]
    public void No_record_of_the_law_prints_a_person()
    {
        var records = typeof(Law).Assembly.GetTypes().Where(type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.GetMethod("<Clone>$") is not null
            && !NotAPerson.Any(prefix => type.FullName!.StartsWith(prefix, StringComparison.Ordinal)));
        var printing = records.Where(Prints).Select(type => type.Name).Order(StringComparer.Ordinal);
        Assert.True(printing.SequenceEqual(MembersOfOtherThings), string.Join(' ', printing));
    }

    [Fact]
    public void The_check_finds_a_planted_record() => Assert.True(Prints(typeof(Planted)) && !Prints(typeof(Silent)));

    private static bool Prints(Type type)
    {
        var personal = type.GetProperties().Where(property => property.PropertyType == typeof(string) && PersonalMembers.Contains(property.Name)).ToList();
        if (personal.Count == 0)
            return false;
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in personal)
            type.GetField($"<{property.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic)?.SetValue(record, Canary);
        return record.ToString()!.Contains(Canary, StringComparison.Ordinal);
    }

    private sealed record Planted(string FirstName, int Other);

    private sealed record Silent(string FirstName)
    {
        public override string ToString() => nameof(Silent);
    }
}
