using System.CommandLine;
using System.Security.Cryptography;
using Gegevensdeling.Audit;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>audit medeonderteken</c>: what a party's officer signs over a head, with a key that never leaves their hands.</summary>
internal static class CountersignCommand
{
    public static Command Create(TimeProvider clock)
    {
        var head = new Option<string>("--kop") { HelpName = "NAAM", Description = "De naam van de auditkop, bijvoorbeeld mechelen-2024_2026-03_2026-03-14.", Required = true };
        var sum = new Option<string>("--sha256") { HelpName = "SOM", Description = "De controlesom van de kop, zoals de toepassing ze toont.", Required = true };
        var party = new Option<string>("--partij") { HelpName = "PARTIJ", Description = "Uw organisatie, bijvoorbeeld ocmw-mechelen.", Required = true };
        var key = KeyOption();
        var target = new Option<string?>("--out") { HelpName = "BESTAND", Description = "Bewaar uw medeondertekening ook hier, om ze later met verify na te kijken. Een bestaand bestand wordt niet vervangen." };
        var command = new Command("medeonderteken", """
            Onderteken een auditkop mee, met een eigen sleutel. Het resultaat is wat u naar de toepassing stuurt (POST …/auditkoppen/KOP/medeondertekening).
            Daarna kan niemand de keten tot daar nog ongemerkt herschrijven. Uitkomst 0: gelukt; 2: niet gelukt.
            """) { head, sum, party, key, target };
        command.SetAction(async (result, cancellation) =>
        {
            var (name, sha256) = (AuditHeadName.Read(result.GetRequiredValue(head)), result.GetRequiredValue(sum));
            if (name is null || sha256.Length != 64 || !sha256.All(char.IsAsciiHexDigitLower))
                return await RefuseAsync(result.InvocationConfiguration, "De naam van de kop of zijn controlesom (64 tekens, 0-9 en a-f) is niet juist.");
            if (await ReadAsync(result.GetRequiredValue(key), cancellation) is not { } signing)
                return await RefuseAsync(result.InvocationConfiguration, "De sleutel is geen private P-256-sleutel in PEM.");
            using (signing)
            {
                var signed = SignedDocument.Sign(AuditCountersignature.Issue(name.Value, sha256, new(result.GetRequiredValue(party)), clock.GetUtcNow()), AuditCountersignature.JwsType, signing);
                if (result.GetValue(target) is { } path)
                {
                    await using var file = new StreamWriter(PrivateFile.Create(path));
                    await file.WriteAsync(signed.ToJson());
                }

                await result.InvocationConfiguration.Output.WriteLineAsync(signed.ToJws());
                return ExitCode.Good;
            }
        });
        return command;
    }

    /// <summary><c>audit publieke-sleutel</c>: what the operator puts into the installation.</summary>
    public static Command CreateForKey()
    {
        var key = KeyOption();
        var command = new Command("publieke-sleutel", """
            Toon de publieke kant van uw sleutel als JWK-set. Bezorg die aan de beheerder langs een weg waarop u elkaar kent.
            Een sleutel maakt u met: openssl ecparam -name prime256v1 -genkey -noout -out eigen-sleutel.pem. Uitkomst 0: gelukt; 2: niet gelukt.
            """) { key };
        command.SetAction(async (result, cancellation) =>
        {
            if (await ReadAsync(result.GetRequiredValue(key), cancellation) is not { } signing)
                return await RefuseAsync(result.InvocationConfiguration, "De sleutel is geen private P-256-sleutel in PEM.");
            using (signing)
                await result.InvocationConfiguration.Output.WriteLineAsync(new PublicKeySet([signing.Public]).ToJson());
            return ExitCode.Good;
        });
        return command;
    }

    private static Option<string> KeyOption() => new("--sleutel") { HelpName = "BESTAND", Description = "Uw private sleutel (PEM).", Required = true };

    private static async Task<SigningKey?> ReadAsync(string path, CancellationToken cancellation)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(await File.ReadAllTextAsync(path, cancellation));
            return SigningKey.FromPkcs8(key.ExportPkcs8PrivateKey());
        }
        catch (Exception failure) when (failure is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    private static async Task<int> RefuseAsync(InvocationConfiguration console, string problem)
    {
        await console.Error.WriteLineAsync(problem);
        return ExitCode.Unusable;
    }
}
