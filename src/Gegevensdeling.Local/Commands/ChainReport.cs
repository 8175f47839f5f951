using System.CommandLine;
using Gegevensdeling.Audit;
using Gegevensdeling.Local.Stores;

namespace Gegevensdeling.Local.Commands;

/// <summary>The part of <c>verify</c> that tells of audit chains: exported ones, and those that the local host wrote.</summary>
internal sealed class ChainReport(VerifyKeys keys, InvocationConfiguration console)
{
    /// <summary>So much of a file is looked at to tell what it is.</summary>
    private const int Start = 64 * 1024;

    /// <summary>A folder of the local host, or a file that begins as lines of a chain do, or is named so.</summary>
    public static bool IsChain(string path) => Directory.Exists(path) || path.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) || ChainOf(path) is not null;

    /// <returns>False where a chain is not whole, or differs from what was signed.</returns>
    public async Task<bool> TellAsync(string path, AuditProof given, CancellationToken cancellation)
    {
        if (Directory.Exists(path))
            return await TellFolderAsync(path, cancellation);
        await using var file = File.OpenRead(path);
        var chain = ChainOf(path) ?? string.Empty;
        var verdict = await WorkProgress.RunAsync(console.Error, "Keten nakijken", file.Length, async report =>
        {
            await using var counted = new CountingStream(file, report);
            return await AuditFile.VerifyAsync(counted, given.HeadsOf(chain), cancellation);
        });
        return Tell(path, chain, file.Length == 0 ? new AuditVerdict.Broken(1, AuditDamage.Missing) : verdict, given);
    }

    /// <summary>Every chain of the folder against every head in it. A chain that has a head and no entry is cut off before its first.</summary>
    private async Task<bool> TellFolderAsync(string folder, CancellationToken cancellation)
    {
        var register = Path.Combine(folder, "register.db");
        if (!File.Exists(register))
        {
            await console.Output.WriteLineAsync($"{folder}: ONGELDIG, want het is geen map met gegevens van de lokale toepassing.");
            return false;
        }

        using var database = LocalDatabase.ToRead(register);
        var log = new SqliteAuditLog(database);
        var (shelf, good) = await HeadShelf.ReadAsync(new SqliteEvidenceStore(database), keys, cancellation);
        foreach (var finding in shelf.Findings)
            await console.Output.WriteLineAsync($"{folder}: ONGELDIG, want {finding}.");
        if (shelf.Unread is { } unread)
            await console.Output.WriteLineAsync($"  {unread}");
        foreach (var chain in (await log.ChainsAsync(cancellation)).Union(shelf.Proof.Chains).Order(StringComparer.Ordinal))
        {
            var verifier = new AuditVerifier(shelf.Proof.HeadsOf(chain), chain);
            await foreach (var row in log.ReadKeptAsync(chain, cancellation))
            {
                if (!verifier.Add(row.Entry, row.Hash))
                    break;
            }

            good &= Tell(folder, chain, verifier.Finish(), shelf.Proof);
        }

        return good;
    }

    private bool Tell(string path, string chain, AuditVerdict verdict, AuditProof proof)
    {
        var findings = proof.FindingsOf(chain).Select(reason => reason).Prepend((verdict as AuditVerdict.Broken)?.Reason).OfType<string>().ToList();
        var name = Directory.Exists(path) ? $"{path} {chain}" : path;
        foreach (var reason in findings)
            console.Output.WriteLine($"{name}: ONGELDIG, want {reason}.");
        if (findings.Count > 0)
            return false;
        console.Output.WriteLine($"{name}: GELDIG");
        foreach (var line in proof.SummaryOf(chain, ((AuditVerdict.Intact)verdict).Count))
            console.Output.WriteLine($"  {line}");
        return true;
    }

    private static string? ChainOf(string path)
    {
        using var file = File.OpenRead(path);
        var start = new byte[(int)Math.Min(file.Length, Start)];
        file.ReadExactly(start);
        return AuditFile.ChainOf(start);
    }
}
