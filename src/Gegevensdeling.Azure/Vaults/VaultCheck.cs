using Azure;
using Azure.Security.KeyVault.Secrets;

namespace Gegevensdeling.Azure.Vaults;

/// <summary>Looks at both vaults when the host starts: a vault that cannot purge would break the promise of every erasure (F3).</summary>
public static class VaultCheck
{
    /// <summary>A secret that is none: a vault tells its recovery level with each secret only.</summary>
    private const string Probe = "herstelniveau";

    /// <exception cref="VaultRefusedException">The exchange vault cannot purge, the system vault can, or they are one and the same.</exception>
    public static async Task RunAsync(SecretClient exchange, SecretClient system, CancellationToken cancellation)
    {
        if (exchange.VaultUri == system.VaultUri)
            throw new VaultRefusedException("De sleutels van uitwisselingen en die van het systeem moeten in twee verschillende kluizen staan (instelling Vaults).");

        // Levels: Purgeable, Recoverable+Purgeable, CustomizedRecoverable+Purgeable; all others cannot purge (learn.microsoft.com/rest/api/keyvault/secrets, DeletionRecoveryLevel).
        if (!await PurgesAsync(exchange, cancellation))
            throw new VaultRefusedException("De kluis voor sleutels van uitwisselingen heeft purge protection: een sleutel is daar niet echt te wissen. Gebruik een kluis zonder purge protection: uitzetten kan niet meer.");
        if (await PurgesAsync(system, cancellation))
            throw new VaultRefusedException("De kluis voor de sleutels van het systeem heeft geen purge protection: een handtekeningsleutel zou voorgoed verloren kunnen gaan. Schakel purge protection in.");
    }

    private static async Task<bool> PurgesAsync(SecretClient vault, CancellationToken cancellation)
    {
        KeyVaultSecret probe;
        try
        {
            probe = await vault.GetSecretAsync(Probe, cancellationToken: cancellation);
        }
        catch (RequestFailedException absent) when (absent.Status == 404)
        {
            probe = await vault.SetSecretAsync(Probe, "geen geheim", cancellation);
        }

        return probe.Properties.RecoveryLevel?.Contains("Purgeable", StringComparison.Ordinal) == true;
    }
}

/// <summary>The host must not start on these vaults. The message is for the operator, in Dutch, and names no secret.</summary>
public sealed class VaultRefusedException(string message) : Exception(message);
