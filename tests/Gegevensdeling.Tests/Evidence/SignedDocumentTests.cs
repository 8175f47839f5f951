using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gegevensdeling.Evidence;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

public sealed class SignedDocumentTests : IDisposable
{
    private readonly SigningKey _key = SigningKey.Create();

    public void Dispose() => _key.Dispose();

    [Fact]
    [Requirement("F1")]
    public void A_receipt_verifies_with_the_published_key_alone()
    {
        var verdict = Assert.IsType<DocumentVerdict.ValidReceipt>(Verify(Samples.Bytes(Samples.Signed(_key))));
        Assert.Equal(Samples.Receipt(), verdict.Receipt);
        Assert.Contains(verdict.Summary, line => line.Contains("Geopend in de toepassing op 02/03/2026 15:00:00 (Belgische tijd)", StringComparison.Ordinal));
    }

    [Fact]
    public void The_document_is_a_flattened_JWS_over_the_canonical_content()
    {
        var json = JsonNode.Parse(Samples.Signed(_key).ToJson())!;
        var payload = Base64(json["payload"]!);
        Assert.Equal(CanonicalJson.Of(Samples.Receipt()), payload);
        Assert.Equal($$"""{"alg":"ES256","kid":"{{_key.Public.KeyId}}","typ":"ontvangstbewijs+jws"}""", Encoding.UTF8.GetString(Base64(json["protected"]!)));
        // RFC 7515, 5.1: the signing input, checked here with the platform's own ECDSA and not through our verifier.
        var input = Encoding.ASCII.GetBytes($"{json["protected"]}.{json["payload"]}");
        Assert.True(_key.Public.Verify(input, Base64(json["signature"]!)));
    }

    /// <summary>A changed byte is either between the members, where it changes nothing, or it is found.</summary>
    [Fact]
    [Requirement("F1")]
    public void No_changed_byte_changes_what_verifies()
    {
        var original = Samples.Bytes(Samples.Signed(_key));
        var canonical = CanonicalJson.Canonicalize(original);
        for (var position = 0; position < original.Length; position++)
        {
            foreach (var mask in new byte[] { 0x01, 0x20, 0x80 })
            {
                var changed = (byte[])original.Clone();
                changed[position] ^= mask;
                if (Verify(changed) is not DocumentVerdict.Invalid)
                    Assert.Equal(canonical, CanonicalJson.Canonicalize(changed));
            }
        }
    }

    [Fact]
    public void What_is_read_must_be_what_was_signed()
    {
        var verdict = Assert.IsType<DocumentVerdict.Invalid>(Verify(Changed(json => json["inhoud"]!["verwijzing"] = "ANDERE")));
        Assert.Equal("de leesbare inhoud is niet de inhoud die ondertekend werd", verdict.Reason);
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"KID","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"alg":"HS256","kid":"KID","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"alg":"ES384","kid":"KID","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"alg":"ES256","crit":["b64"],"kid":"KID","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"alg":"ES256","jwk":{},"kid":"KID","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"alg":"ES256","alg":"ES256","kid":"KID","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"kid":"KID","alg":"ES256","typ":"ontvangstbewijs+jws"}""")]
    [InlineData("""{"alg":"ES256","typ":"ontvangstbewijs+jws"}""")]
    public void A_header_that_is_not_exactly_ours_is_refused_although_it_is_signed(string header)
    {
        var encoded = Url(Encoding.UTF8.GetBytes(header.Replace("KID", _key.Public.KeyId, StringComparison.Ordinal)));
        var verdict = Assert.IsType<DocumentVerdict.Invalid>(Verify(Changed(json => Resign(json, encoded))));
        Assert.StartsWith("de kop is niet die van een ES256-document", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Hmac_under_the_public_key_is_no_signature()
    {
        var header = Url(Encoding.UTF8.GetBytes($$"""{"alg":"HS256","kid":"{{_key.Public.KeyId}}","typ":"ontvangstbewijs+jws"}"""));
        Assert.IsType<DocumentVerdict.Invalid>(Verify(Changed(json =>
        {
            json["protected"] = header;
            json["signature"] = Url(HMACSHA256.HashData(Encoding.ASCII.GetBytes(_key.Public.X), Encoding.ASCII.GetBytes($"{header}.{json["payload"]}")));
        })));
    }

    [Fact]
    public void A_member_more_or_twice_is_refused()
    {
        Assert.IsType<DocumentVerdict.Invalid>(Verify(Changed(json => json["header"] = new JsonObject())));
        var twice = Samples.Signed(_key).ToJson().Replace("\"payload\":", "\"payload\": \"\", \"payload\":", StringComparison.Ordinal);
        Assert.IsType<DocumentVerdict.Invalid>(Verify(Encoding.UTF8.GetBytes(twice)));
    }

    [Theory]
    [InlineData("signature", "=")]
    [InlineData("signature", "AAAA")]
    [InlineData("payload", "==")]
    [InlineData("payload", " ")]
    [InlineData("protected", "\n")]
    public void Padded_spaced_or_longer_base64url_is_refused(string member, string suffix) =>
        Assert.IsType<DocumentVerdict.Invalid>(Verify(Changed(json => json[member] = json[member]!.GetValue<string>() + suffix)));

    [Fact]
    public void A_der_signature_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.IsType<DocumentVerdict.Invalid>(Verify(Changed(json =>
            json["signature"] = Url(key.SignData(Encoding.ASCII.GetBytes("x"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)))));
    }

    [Fact]
    public void A_key_that_is_not_in_the_set_signs_nothing()
    {
        using var stranger = SigningKey.Create();
        var verdict = Assert.IsType<DocumentVerdict.Invalid>(Verify(Samples.Bytes(Samples.Signed(stranger))));
        Assert.Contains("staat niet in het sleutelbestand", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stranger_who_names_our_key_is_found()
    {
        using var stranger = SigningKey.Create();
        var json = JsonNode.Parse(Samples.Signed(_key).ToJson())!;
        json["signature"] = Url(stranger.Sign(Encoding.ASCII.GetBytes($"{json["protected"]}.{json["payload"]}")));
        var verdict = Assert.IsType<DocumentVerdict.Invalid>(Verify(Encoding.UTF8.GetBytes(json.ToJsonString())));
        Assert.Equal("de handtekening klopt niet", verdict.Reason);
    }

    [Fact]
    public void One_kind_of_document_cannot_pass_for_another()
    {
        var others = new[]
        {
            SignedDocument.Sign(Samples.Certificate(), Receipt.JwsType, _key),
            SignedDocument.Sign(Samples.Receipt(), ErasureCertificate.JwsType, _key),
            SignedDocument.Sign(Samples.Receipt(), "jwt", _key),
        };
        foreach (var document in others)
            Assert.Contains("kent dit soort document niet", Assert.IsType<DocumentVerdict.Invalid>(Verify(Samples.Bytes(document))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_version_is_not_guessed_at()
    {
        var document = SignedDocument.Sign(Samples.Receipt() with { Version = 2 }, Receipt.JwsType, _key);
        Assert.IsType<DocumentVerdict.Invalid>(Verify(Samples.Bytes(document)));
    }

    [Fact]
    public void A_document_that_is_too_large_is_not_read() =>
        Assert.Contains("te groot", Assert.IsType<DocumentVerdict.Invalid>(Verify(new byte[SignedDocument.MaximumBytes + 1])).Reason, StringComparison.Ordinal);

    private static byte[] Base64(JsonNode node) => System.Buffers.Text.Base64Url.DecodeFromChars(node.GetValue<string>());

    private static string Url(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private void Resign(JsonNode json, string header)
    {
        json["protected"] = header;
        json["signature"] = Url(_key.Sign(Encoding.ASCII.GetBytes($"{header}.{json["payload"]}")));
    }

    private byte[] Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(Samples.Signed(_key).ToJson())!;
        change(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private DocumentVerdict Verify(byte[] document) => DocumentVerifier.Verify(document, Samples.Set(_key));
}
