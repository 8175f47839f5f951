using System.Reflection;
using Gegevensdeling.Functions.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Gegevensdeling.Functions.Tests.Parity;

/// <summary>One function as the worker finds it: its name and the attribute that triggers it.</summary>
internal sealed record Found(string Name, Attribute Trigger)
{
    /// <summary>Every function of an assembly.</summary>
    public static IReadOnlyList<Found> In(IEnumerable<Type> types) =>
    [
        .. from type in types
           from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           select new Found(function.Name, Assert.Single(method.GetParameters().SelectMany(parameter => parameter.GetCustomAttributes()), IsTrigger)),
    ];

    public static IReadOnlyList<Found> OfTheHost { get; } = In(typeof(AzureHost).Assembly.GetTypes());

    private static bool IsTrigger(Attribute attribute) =>
        attribute is HttpTriggerAttribute or TimerTriggerAttribute or OrchestrationTriggerAttribute or ActivityTriggerAttribute;
}
