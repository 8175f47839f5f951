using System.CommandLine;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary>The options by which a command is told of a protocol file.</summary>
/// <param name="usual">The protocol where none is named.</param>
/// <param name="fits">Whether the protocol is of the command's kind.</param>
/// <param name="otherwise">What is said of one that is not, after its path.</param>
internal sealed class ProtocolOptions(string usual, Func<Protocol, bool> fits, string otherwise)
{
    private readonly Option<string> _protocol = new("--protocol") { HelpName = "ID", Description = "Het protocol.", DefaultValueFactory = _ => usual };

    private readonly Option<string> _folder = new("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };

    public void AddTo(Command command)
    {
        command.Add(_protocol);
        command.Add(_folder);
    }

    /// <summary>The protocol, or in Dutch why there is none.</summary>
    public async Task<(Protocol? Protocol, string? Problem)> ReadAsync(ParseResult result, CancellationToken cancellation)
    {
        var name = $"{result.GetValue(_protocol)}.json";
        var path = Path.Combine(result.GetValue(_folder)!, name);
        if (Path.GetFileName(name) != name || !File.Exists(path))
            return (null, $"Het protocolbestand {path} bestaat niet.");
        return ProtocolFile.Parse(name, await File.ReadAllBytesAsync(path, cancellation)) switch
        {
            ProtocolFileResult.Loaded(var protocol) => fits(protocol) ? (protocol, null) : (null, $"{path} {otherwise}."),
            ProtocolFileResult.Rejected rejected => (null, rejected.Text),
            _ => throw new InvalidOperationException("a result of another kind"),
        };
    }
}
