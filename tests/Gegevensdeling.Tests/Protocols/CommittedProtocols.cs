using System.Runtime.CompilerServices;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Tests.Protocols;

/// <summary>The protocol files as committed.</summary>
internal static class CommittedProtocols
{
    public static Protocol Mechelen => Load("mechelen-2024.json");

    public static Protocol Kasterlee => Load("kasterlee-2025.json");

    public static Protocol Turnhout => Load("turnhout-2021.json");

    public static Protocol Maldegem => Load("maldegem-2023.json");

    public static IReadOnlyList<Protocol> All => [Mechelen, Kasterlee, Turnhout, Maldegem];

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "protocols"));

    public static string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public static Protocol Load(string file) => Loaded(ProtocolFile.Parse(file, File.ReadAllBytes(Path.Combine(Folder, file))));

    public static Protocol Loaded(ProtocolFileResult result) => result switch
    {
        ProtocolFileResult.Loaded loaded => loaded.Protocol,
        ProtocolFileResult.Rejected rejected => throw new InvalidOperationException(rejected.Text),
        _ => throw new InvalidOperationException("a third case"),
    };

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
