using System.CommandLine;
using System.Globalization;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary>The options by which a command is told of a request and its protocol.</summary>
internal sealed class RequestOptions
{
    private readonly ProtocolOptions _protocol = new("turnhout-2021", protocol => protocol.Groeipakket is not null, "regelt geen Groeipakketaanvraag");

    public Option<string> Request { get; } = new("--request")
    {
        HelpName = "BESTAND", Description = "De aanvraag: een verzegeld archief (.7z) met één Excelbestand, of het Excelbestand zelf (.xlsx, .xls).", Required = true,
    };

    public Option<string?> KeyFile { get; } = new("--key-file")
    {
        HelpName = "BESTAND", Description = "De sleutel van het archief, of het wachtwoord van een beveiligd Excelbestand, op de eerste regel; met - van de standaardinvoer.",
    };

    public Option<string?> WorkbookKeyFile { get; } = new("--excel-key-file") { HelpName = "BESTAND", Description = "Het wachtwoord van een beveiligd Excelbestand in een archief, op de eerste regel." };

    public Option<string?> On { get; } = new("--on") { HelpName = "DATUM", Description = "De dag van de aanvraag, als jjjj-mm-dd." };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Request, KeyFile, WorkbookKeyFile, On })
            command.Add(option);
        _protocol.AddTo(command);
    }

    /// <summary>The day that was given, or null where it is none.</summary>
    public DateOnly? Day(ParseResult result) =>
        DateOnly.TryParseExact(result.GetValue(On), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The protocol, or in Dutch why there is none.</summary>
    public Task<(Protocol? Protocol, string? Problem)> ProtocolAsync(ParseResult result, CancellationToken cancellation) => _protocol.ReadAsync(result, cancellation);
}
