using System.Runtime.CompilerServices;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>The protocol files as committed.</summary>
internal static class CommittedProtocols
{
    public static Protocol Mechelen => Load("mechelen-2024.json");

    public static Protocol Kasterlee => Load("kasterlee-2025.json");

    /// <summary>Condensed: the parts that are Turnhout's own.</summary>
    public static Protocol Turnhout => LoadFixture("turnhout-2021.json");

    /// <summary>Condensed: the parts that are Maldegem's own.</summary>
    public static Protocol Maldegem => LoadFixture("maldegem-2023.json");

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "protocols"));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static Protocol Load(string file) => Loaded(ProtocolFile.Parse(file, File.ReadAllBytes(Path.Combine(Folder, file))));

    public static Protocol Loaded(ProtocolFileResult result) => result switch
    {
        ProtocolFileResult.Loaded loaded => loaded.Protocol,
        ProtocolFileResult.Rejected rejected => throw new InvalidOperationException(rejected.Text),
        _ => throw new InvalidOperationException("a third case"),
    };

    private static Protocol LoadFixture(string file) =>
        Loaded(ProtocolFile.Parse(file, File.ReadAllBytes(Path.Combine(Here(), "Fixtures", file))));

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
