using System.Reflection;
using System.Runtime.Loader;

namespace Gegevensdeling.Functions.Tests.Real;

/// <summary>tests/FunctionsSurface declares nothing that the real packages do not have.</summary>
public sealed class SurfaceTests
{
    private static readonly Assembly[] Packages =
    [
        typeof(Microsoft.DurableTask.TaskOrchestrationContext).Assembly, typeof(Microsoft.DurableTask.Client.DurableTaskClient).Assembly,
        typeof(Microsoft.Azure.Functions.Worker.FunctionAttribute).Assembly, typeof(Microsoft.Azure.Functions.Worker.FunctionContext).Assembly, typeof(Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication).Assembly,
        typeof(Microsoft.Azure.Functions.Worker.AuthorizationLevel).Assembly, typeof(Microsoft.Azure.Functions.Worker.TimerTriggerAttribute).Assembly,
        typeof(Microsoft.Azure.Functions.Worker.DurableClientAttribute).Assembly, typeof(Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilderAspNetCoreExtensions).Assembly,
    ];

    /// <summary>The types that the tests derive from: a double that compiles on the surface must also compile on the real ones.</summary>
    private static readonly string[] Overridden = [nameof(Microsoft.DurableTask.TaskOrchestrationContext), nameof(Microsoft.DurableTask.Client.DurableTaskClient)];

    [Fact]
    public void Every_public_member_of_the_surface_is_one_of_the_real_packages()
    {
        var surface = new AssemblyLoadContext("surface").LoadFromAssemblyPath(Path.GetFullPath(
            typeof(SurfaceTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Surface").Value!));
        var missing = string.Join('\n', Missing(surface.GetExportedTypes()));
        Assert.True(missing.Length == 0, missing);
        Assert.NotEmpty(Missing([typeof(SurfaceTests)]));
        Assert.True(surface.GetExportedTypes().Length > 20);
    }

    private static IEnumerable<string> Missing(IEnumerable<Type> declared)
    {
        foreach (var type in declared)
        {
            if (Packages.Select(package => package.GetType(type.FullName!)).FirstOrDefault(found => found is not null) is not { } real)
            {
                yield return type.FullName!;
                continue;
            }

            var members = Members(real).ToHashSet(StringComparer.Ordinal);
            foreach (var member in Members(type).Where(member => !members.Contains(member)))
                yield return $"{type.FullName}: {member}";
            if (type.IsAbstract != real.IsAbstract || type.IsInterface != real.IsInterface)
                yield return $"{type.FullName}: of another kind";
            foreach (var must in Overridden.Contains(type.Name) ? Abstract(real).Except(Abstract(type)) : [])
                yield return $"{type.FullName}: {must} must be overridden";
        }
    }

    /// <summary>Methods and constructors, with types and the names of parameters; accessors stand for their properties.</summary>
    private static IEnumerable<string> Members(Type type) =>
        from member in type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
        where member is MethodBase { IsPublic: true } or MethodBase { IsFamily: true } or FieldInfo { IsPublic: true }
        where member.DeclaringType != typeof(object) && !member.Name.StartsWith('<') && !IsOfRecords(member)
        select member is MethodBase method ? $"{method} ({string.Join(", ", method.GetParameters().Select(parameter => parameter.Name))})" : member.ToString()!;

    private static IEnumerable<string> Abstract(Type type) => type.IsSealed ? [] : type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance).Where(method => method.IsAbstract).Select(method => method.ToString()!);

    /// <summary>What the compiler writes for every record, and would write for ours in another number.</summary>
    private static bool IsOfRecords(MemberInfo member) =>
        member.Name is "PrintMembers" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality" or "get_EqualityContract"
        || (member is ConstructorInfo copy && copy.GetParameters() is [{ ParameterType: var of }] && of == member.DeclaringType);
}
