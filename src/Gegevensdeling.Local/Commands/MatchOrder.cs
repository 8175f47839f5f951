using System.Security.Cryptography;
using Gegevensdeling.Exchanges.Debtors.Files;
using Gegevensdeling.Exchanges.Debtors.Listing;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Local.Commands;

/// <summary>What is compared, and where the outcome goes: either all of it is there at the end, or nothing is.</summary>
/// <param name="List">The receiver's workbook.</param>
/// <param name="Marks">The sender's workbook, or null.</param>
/// <param name="Accounting">For the sender's bookkeeping, or null.</param>
internal sealed record MatchOrder(string Debtors, string Clients, string List, string? Marks, string? Accounting, bool Overwrite, TextWriter Error)
{
    private const int KeyBytes = 32;

    public IReadOnlyList<string> Outputs { get; } = [.. new[] { List, Marks, Accounting }.OfType<string>()];

    /// <summary>Why it cannot be done, in Dutch, or null.</summary>
    public string? Problem()
    {
        foreach (var input in new[] { Debtors, Clients })
        {
            if (!File.Exists(input))
                return $"Het bestand {input} bestaat niet.";
        }

        var all = Outputs.Append(Debtors).Append(Clients).Select(Path.GetFullPath).ToList();
        if (all.Distinct(StringComparer.Ordinal).Count() < all.Count)
            return "Elk bestand heeft een eigen naam nodig: een ervan staat er twee keer.";
        if (!HasExtension(List, ".xlsx") || (Marks is not null && !HasExtension(Marks, ".xlsx")))
            return "De lijst na --out en het bestand na --vermeldingen eindigen op .xlsx.";
        if (Accounting is not null && !HasExtension(Accounting, ".csv"))
            return "Het bestand na --boekhouding eindigt op .csv.";
        foreach (var path in Outputs)
        {
            if (Directory.Exists(path) || (Path.Exists(path) && !Overwrite))
                return $"{path} bestaat al.";
            if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
                return $"De map van {path} bestaat niet.";
        }

        return null;
    }

    /// <summary>Both files; the clients are not read where the debtors are refused.</summary>
    public async Task<(FileResult<DebtorTable> Debtors, FileResult<ClientTable>? Clients)> ReadAsync(Protocol protocol, CancellationToken cancellation)
    {
        await using var debtors = File.OpenRead(Debtors);
        await using var clients = File.OpenRead(Clients);
        return await WorkProgress.RunAsync<(FileResult<DebtorTable>, FileResult<ClientTable>?)>(Error, "Lezen", debtors.Length + clients.Length, async report =>
        {
            await using var first = new CountingStream(debtors, report);
            await using var second = new CountingStream(clients, report);
            var delivered = DebtorFiles.ReadDebtors(first, protocol, cancellation);
            return (delivered, delivered is FileResult<DebtorTable>.Done ? DebtorFiles.ReadClients(second, protocol, cancellation) : null);
        });
    }

    /// <summary>Compares under a key that exists for this comparison alone.</summary>
    public async Task<MatchOutcome> MatchAsync(DebtorTable debtors, ClientTable clients)
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        try
        {
            var bytes = (debtors.Rows.Count + clients.Rows.Count) * (long)KeyBytes;
            return await WorkProgress.RunAsync(Error, "Vergelijken", bytes, report => Task.FromResult(DebtorMatch.Of(debtors, clients, key, rows => report(rows * KeyBytes))));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public async Task WriteAsync(MatchOutcome outcome, Protocol protocol, DateOnly today, CancellationToken cancellation)
    {
        var list = ListRules.AfterMatch(DebtorList.Empty, outcome.Matched, today, protocol.Debtors!.PauseReviewMonths);
        var written = new List<(string Partial, string Path)>();
        try
        {
            await WriteAsync(List, written, output => DebtorWorkbooks.WriteList(list, protocol, output, cancellation));
            await WriteAsync(Marks, written, output => DebtorWorkbooks.WriteMarks(list, protocol, output, cancellation));
            await WriteAsync(Accounting, written, output => AccountingCsv.Write(list, protocol, output));
            foreach (var (partial, path) in written)
                File.Move(partial, path, Overwrite);
        }
        catch
        {
            foreach (var (partial, path) in written)
            {
                // What is not whole is none: a part that could not be moved takes those before it along.
                if (!File.Exists(partial))
                    File.Delete(path);
                File.Delete(partial);
            }

            throw;
        }
    }

    private static async Task WriteAsync(string? path, List<(string Partial, string Path)> written, Action<Stream> write)
    {
        if (path is null)
            return;
        var partial = $"{path}.deel";
        await using var output = PrivateFile.Create(partial);
        written.Add((partial, path));
        write(output);
    }

    private static bool HasExtension(string path, string extension) => string.Equals(Path.GetExtension(path), extension, StringComparison.OrdinalIgnoreCase);
}
