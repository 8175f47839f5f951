using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gegevensdeling.Evidence;
using Gegevensdeling.Evidence.Packs;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Protocols;

namespace Gegevensdeling.Governance.PersonAnswers;

/// <summary>The letter and the export in one ZIP: both come from one question, which is asked and shown once.</summary>
public static class PersonAnswerFiles
{
    public const string MediaType = "application/zip";

    public const string Letter = "brief.html";

    public const string Export = "inzage.json";

    private static readonly JsonSerializerOptions Json = new(EvidenceJson.Options) { WriteIndented = true };

    /// <summary>Names the protocol and the day, nobody.</summary>
    public static string FileName(PersonAnswer answer) => string.Create(CultureInfo.InvariantCulture, $"inzage-{answer.Protocol.Id}-{answer.On:yyyy-MM-dd}.zip");

    /// <summary>Writes both; what is plain in memory is wiped.</summary>
    public static async Task WriteAsync(PersonAnswer answer, Protocol protocol, PartyId by, Stream target, CancellationToken cancellation)
    {
        var (letter, export) = (Encoding.UTF8.GetBytes(new PersonLetter(answer, protocol, by).Write()), JsonSerializer.SerializeToUtf8Bytes(answer, Json));
        try
        {
            await using var forwards = new PassingStream(target);
            await using (var zip = await PackZip.BeginAsync(forwards, cancellation))
            {
                await PackZip.AddAsync(zip, Letter, letter, cancellation);
                await PackZip.AddAsync(zip, Export, export, cancellation);
            }

            await forwards.FlushAsync(cancellation);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(letter);
            CryptographicOperations.ZeroMemory(export);
        }
    }
}
