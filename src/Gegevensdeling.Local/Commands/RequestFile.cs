using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Keys;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary>A request on disk, sealed or plain; what is plain inside an archive stays in memory.</summary>
internal sealed record RequestFile(string Path, string? KeyFilePath, string? WorkbookKeyFilePath)
{
    /// <summary>Reads and judges it, or says in Dutch why it cannot be tried at all.</summary>
    public async Task<(FileResult<CheckedRequest>? Result, string? Problem)> ReadAsync(Protocol protocol, DateOnly on, TextReader input, CancellationToken cancellation)
    {
        if (!File.Exists(Path))
            return (null, $"Het bestand {Path} bestaat niet.");
        var (key, problem) = await KeyAsync(KeyFilePath, input, cancellation);
        var (workbookKey, other) = await KeyAsync(WorkbookKeyFilePath, input, cancellation);
        if ((problem ?? other) is { } missing)
            return (null, missing);

        await using var file = File.OpenRead(Path);
        if (!await SealedArchive.IsArchiveAsync(file, cancellation))
            return (GroeipakketFiles.ReadRequest(file, workbookKey ?? key, protocol, on, cancellation), null);
        return key is null
            ? (null, "De aanvraag is verzegeld: geef de sleutel met --key-file.")
            : (await GroeipakketFiles.OpenRequestAsync(file, key, workbookKey, protocol, on, cancellation), null);
    }

    private static async Task<(string? Key, string? Problem)> KeyAsync(string? path, TextReader input, CancellationToken cancellation)
    {
        if (path is null)
            return (null, null);
        if (await KeyFile.ReadAsync(path, input, cancellation) is not { } typed)
            return (null, path == "-" ? "De standaardinvoer bevat geen sleutel." : $"{path} bestaat niet of bevat geen sleutel op de eerste regel.");
        return (TelephoneKey.Check(typed) is KeyCheck.Valid(var key) ? key.Reveal() : typed, null); // a partner's own password is none of ours
    }
}
