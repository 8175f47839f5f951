using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gegevensdeling.StandIns;

/// <summary>
/// One self-signed certificate for the stand-ins of one run: Azure's clients send a bearer token over TLS only. It lives in memory, and
/// in two files where Azurite must read it; nobody but <see cref="NewHandler"/> trusts it.
/// </summary>
public sealed class LoopbackCertificate : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public LoopbackCertificate()
    {
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
        Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>Writes certificate and key as PEM, readable by their owner only.</summary>
    public (string Certificate, string Key) WritePem(string folder)
    {
        var (certificate, privateKey) = (Path.Combine(folder, "loopback.pem"), Path.Combine(folder, "loopback-key.pem"));
        File.WriteAllText(certificate, Certificate.ExportCertificatePem());
        File.Create(privateKey).Dispose();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(privateKey, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.WriteAllText(privateKey, key.ExportPkcs8PrivateKeyPem());
        return (certificate, privateKey);
    }

    /// <summary>A handler that trusts this certificate and no other.</summary>
    public HttpClientHandler NewHandler() => new()
    {
        ServerCertificateCustomValidationCallback = (_, presented, _, _) => presented?.Thumbprint == Certificate.Thumbprint,
        AllowAutoRedirect = false,
        UseCookies = false,
    };

    public void Dispose()
    {
        Certificate.Dispose();
        key.Dispose();
    }
}
