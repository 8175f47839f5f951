using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Gegevensdeling.Exchanges;
using Xunit;

namespace Gegevensdeling.Tests.Architecture;

/// <summary>The arrows of the house, what the law may see, and where an interface may stand. Each checker is shown to fail on a planted violation.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Arrows = new(StringComparer.Ordinal)
    {
        ["Gegevensdeling.Documents"] = [],
        ["Gegevensdeling"] = ["Gegevensdeling.Documents"],
        ["Gegevensdeling.Api"] = ["Gegevensdeling"],
        ["Gegevensdeling.Azure"] = ["Gegevensdeling"],
        ["Gegevensdeling.StandIns"] = [],
        ["Gegevensdeling.Local"] = ["Gegevensdeling", "Gegevensdeling.Api", "Gegevensdeling.Azure", "Gegevensdeling.StandIns"],
        ["Gegevensdeling.Functions"] = ["Gegevensdeling", "Gegevensdeling.Api", "Gegevensdeling.Azure", "FunctionsSurface"], // the last one only where the feed lacks the packages
    };

    private static readonly string[] ForbiddenAssemblies = ["Azure", "Microsoft.Azure", "Microsoft.AspNetCore", "Microsoft.Extensions", "Microsoft.Data", "Microsoft.DurableTask", "Microsoft.Graph", "Gegevensdeling.Api", "Gegevensdeling.Local"];

    private static readonly string[] ForbiddenTypes =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Path", "System.Net.Http.HttpClient", "System.Net.Sockets.Socket",
        "System.Random", "System.Threading.Thread", "System.Threading.Timer", "System.Diagnostics.Process", "System.Console",
    ];

    /// <summary>The untyped face of a generic record, so that a catalogue can hold tokens of every type.</summary>
    private static readonly string[] FaceOfGenericRecord = ["IActivityToken", "IOrchestrationToken", "IDossierKind"];

    [Fact]
    public void The_arrows_between_projects_are_those_of_the_design()
    {
        Assert.Empty(WrongArrows(Sources.Projects));
        Assert.NotEmpty(WrongArrows([new("src/Gegevensdeling/Gegevensdeling.csproj", """<Project><ItemGroup><ProjectReference Include="../Gegevensdeling.Api/Gegevensdeling.Api.csproj" /></ItemGroup></Project>""")]));
    }

    [Fact]
    public void The_law_sees_no_cloud_no_web_no_disk_and_no_clock_of_its_own()
    {
        Assert.Empty(Forbidden(typeof(Law).Assembly.Location));
        Assert.NotEmpty(Forbidden(typeof(ProjectTests).Assembly.Location)); // these tests read files
    }

    [Fact]
    public void An_interface_of_the_law_has_two_shipped_implementations()
    {
        Assert.Empty(Lonely(typeof(Law).Assembly.GetExportedTypes().Where(type => type.IsInterface).Select(Name).Except(FaceOfGenericRecord), Sources.Code));
        Assert.Equal(["IPlanted"], Lonely(["IPlanted"], [new("src/a.cs", "public sealed class Only(int a) : IPlanted")]));
    }

    private static IEnumerable<string> WrongArrows(IEnumerable<Source> projects) =>
        from project in projects
        let name = Path.GetFileNameWithoutExtension(project.Path)
        from reference in XDocument.Parse(project.Text).Descendants("ProjectReference")
        let to = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))
        where !Arrows.GetValueOrDefault(name, []).Contains(to)
        select $"{name} -> {to}";

    private static IEnumerable<string> Forbidden(string assembly)
    {
        using var file = File.OpenRead(assembly);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var types = metadata.TypeReferences.Select(metadata.GetTypeReference).Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}").ToHashSet(StringComparer.Ordinal);
        var assemblies = metadata.AssemblyReferences.Select(reference => metadata.GetString(metadata.GetAssemblyReference(reference).Name));
        return
        [
            .. assemblies.Where(name => ForbiddenAssemblies.Any(prefix => name == prefix || name.StartsWith(prefix + ".", StringComparison.Ordinal))),
            .. ForbiddenTypes.Where(types.Contains),

            // Every async iterator that the compiler writes asks for the present thread; nothing else of the machine is looked at.
            .. metadata.MemberReferences.Select(metadata.GetMemberReference)
                .Where(member => member.Parent.Kind == HandleKind.TypeReference && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Name) == "Environment")
                .Select(member => metadata.GetString(member.Name)).Where(name => name != "get_CurrentManagedThreadId").Select(name => $"System.Environment.{name}"),
        ];
    }

    private static IEnumerable<string> Lonely(IEnumerable<string> interfaces, IReadOnlyList<Source> code) =>
        interfaces.Where(name => code.Sum(source => Regex.Count(source.Text, $@"\b(class|record|struct)\s+\w[^{{;]*?\)?[^{{;]*:\s[^{{;]*\b{name}\b")) is var found
            && found < 2);

    private static string Name(Type type) => type.Name.Split('`')[0];
}
