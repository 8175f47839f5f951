using System.CommandLine;
using System.Globalization;
using Gegevensdeling.Api.Hosting;
using Gegevensdeling.Audit;
using Gegevensdeling.Audit.Exports;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;
using Gegevensdeling.Local.Stores;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>audit uitvoer</c>: the events of one protocol and month, one JSON object a line, in the shape of a register or as the chain itself.</summary>
internal static class AuditExportCommand
{
    public static Command Create(TimeProvider clock)
    {
        var protocol = new Option<string>("--protocol") { HelpName = "ID", Description = "Van welk protocol, bijvoorbeeld mechelen-2024.", Required = true };
        var month = new Option<string?>("--maand") { HelpName = "JJJJ-MM", Description = "Van welke maand (UTC). Zonder: de lopende." };
        var form = new Option<string>("--vorm") { HelpName = "VORM", Description = "logboek (Logboek Dataverwerkingen), auditregister (MAGDA) of keten (zoals bewaard, om na te kijken).", DefaultValueFactory = _ => "logboek" };
        var party = new Option<string?>("--partij") { HelpName = "PARTIJ", Description = "Alleen wat deze partij mag zien. Niet met vorm keten: wat weggelaten wordt, breekt de keten." };
        var target = new Option<string?>("--out") { HelpName = "BESTAND", Description = "Een nieuw bestand, leesbaar voor u alleen. Zonder: het scherm." };
        var data = new Option<string>("--data") { HelpName = "MAP", Description = "Waar de gegevens van de lokale toepassing staan.", DefaultValueFactory = _ => ".local" };
        var protocols = new Option<string>("--protocollen") { HelpName = "MAP", Description = "De map met protocolbestanden.", DefaultValueFactory = _ => "protocols" };
        var command = new Command("uitvoer", """
            Voer de auditgebeurtenissen van één protocol en één maand uit, één per regel (JSON Lines). De toepassing mag intussen draaien; er verandert niets.
            Er staat niemand met naam in: geen cliënt, en van medewerkers alleen de verwijzing. Uitkomst 0: gelukt; 2: niet gelukt.
            """) { protocol, month, form, party, target, data, protocols };
        command.SetAction(async (result, cancellation) =>
        {
            var at = result.GetValue(month) is { } given ? Month(given) : clock.GetUtcNow();
            var shape = AuditExportForms.Read(result.GetValue(form)!);
            var reader = result.GetValue(party) is { } named ? new PartyId(named) : (PartyId?)null;
            var problem = at is null ? "Schrijf de maand als jaar en maand, bijvoorbeeld 2026-03."
                : shape is null ? "Kies een vorm: logboek, auditregister of keten."
                : shape == AuditExportForm.Chain && reader is not null ? "Een keten wordt heel uitgevoerd of niet: laat --partij weg."
                : File.Exists(Path.Combine(result.GetValue(data)!, "register.db")) ? null : $"In {result.GetValue(data)} staan geen gegevens van de lokale toepassing.";
            if (problem is not null)
                return await RefuseAsync(result.InvocationConfiguration, problem);
            var order = new AuditExportOrder(AuditChain.NameOf(new ProtocolId(result.GetRequiredValue(protocol)), at!.Value), shape!.Value, reader);
            return await ExportAsync(order, result.GetValue(data)!, result.GetValue(protocols)!, result.GetValue(target), clock, result.InvocationConfiguration, cancellation);
        });
        return command;
    }

    private static async Task<int> ExportAsync(
        AuditExportOrder order, string data, string protocols, string? target, TimeProvider clock, InvocationConfiguration console, CancellationToken cancellation)
    {
        try
        {
            using var database = LocalDatabase.ToRead(Path.Combine(data, "register.db"));
            using var systemKeys = new FolderSystemKeys(Path.Combine(data, "systeemsleutels"));
            var law = new Law(LocalPorts.Over(data, database, systemKeys, new(Path.Combine(data, "sftp")), clock), ProtocolFolder.Load(protocols), clock);
            await using var output = target is null ? new TextStream(console.Output) : (Stream)PrivateFile.Create(target);
            await law.AuditExport.WriteAsync(order, output, cancellation);
            return ExitCode.Good;
        }
        catch (InvalidDataException failure)
        {
            return await RefuseAsync(console, failure.Message);
        }
    }

    private static DateTimeOffset? Month(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var month) ? month : null;

    private static async Task<int> RefuseAsync(InvocationConfiguration console, string problem)
    {
        await console.Error.WriteLineAsync(problem);
        return ExitCode.Unusable;
    }
}
