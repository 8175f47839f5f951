using Gegevensdeling.Documents.SealedArchives;
using Gegevensdeling.Exchanges.Files;
using Gegevensdeling.Exchanges.Groeipakket.Files;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Groeipakket;

/// <summary>What a file is on its arrival (P2, P3): sealed by the requester, or to be sealed here, or nothing that may be stored.</summary>
/// <param name="IsSealed">Its key comes over another way (P4).</param>
/// <param name="Refused">Why it is not taken; null where it is.</param>
internal sealed record RequestArrival(bool IsSealed, UploadResult.Refused? Refused)
{
    /// <summary>The stream in which Excel puts a workbook that it encrypted with AES (MS-OFFCRYPTO, 2.3.4.4), as a compound file names it.</summary>
    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    private static readonly Refusal NotSealed = new("niet-versleuteld", "C2", "Dit archief is niet versleuteld. Maak het opnieuw met een sleutel en AES-256, of laad het Excelbestand zelf op: dan wordt het hier verzegeld.");

    private static readonly Refusal Weak = new("zwakke-versleuteling", "C2", "De wachtwoordbeveiliging van een .xls-bestand is te zwak. Bewaar het als .xlsx, of verzegel het met 7-Zip en AES-256.");

    /// <param name="file">Whole in memory; left at its beginning.</param>
    /// <param name="today">The day of the request.</param>
    public static async Task<RequestArrival> JudgeAsync(Protocol protocol, MemoryStream file, DateOnly today, CancellationToken cancellation)
    {
        if (SealedArchive.IsArchive(file.GetBuffer().AsSpan(0, (int)file.Length)))
            return await ArchiveAsync(protocol, file, cancellation);

        // Wrong rows alone are the requester's to decide on, later; what can be no request at all is never stored.
        var read = GroeipakketFiles.ReadRequest(file, workbookPassword: null, protocol, today, cancellation);
        file.Position = 0;
        return read switch
        {
            FileResult<CheckedRequest>.Refused { Refusal.Code: FileFaults.WorkbookPassword } =>
                file.GetBuffer().AsSpan(0, (int)file.Length).IndexOf(EncryptedPackage) >= 0 ? new(IsSealed: true, null) : No(Weak),
            FileResult<CheckedRequest>.Refused refused => new(false, new(refused.Refusal, refused.Report)),
            _ => new(IsSealed: false, null),
        };
    }

    /// <summary>With a key that nobody uses: hidden names refuse it; names that are not hidden say whether the content is encrypted.</summary>
    private static async Task<RequestArrival> ArchiveAsync(Protocol protocol, MemoryStream file, CancellationToken cancellation)
    {
        try
        {
            using var opened = await SealedArchive.OpenAsync(file, "niemands sleutel", ArchiveLimits.Default, cancellation);
            return opened.Entries.Count > 0 && opened.Entries.All(entry => entry.IsEncrypted) ? new(IsSealed: true, null) : No(NotSealed);
        }
        catch (WrongKeyException)
        {
            return new(IsSealed: true, null);
        }
        catch (SealedArchiveException fault)
        {
            return No(FileRefusals.Of(protocol, fault));
        }
        finally
        {
            file.Position = 0;
        }
    }

    private static RequestArrival No(Refusal refusal) => new(false, new(refusal));
}
