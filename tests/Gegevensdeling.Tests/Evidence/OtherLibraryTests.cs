using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Gegevensdeling.Tests.Evidence;

/// <summary>A JWS library that knows nothing of ours verifies our documents with our published keys.</summary>
[Requirement("F1")]
public sealed class OtherLibraryTests
{
    [Fact]
    public async Task A_document_verifies_with_another_JWS_library()
    {
        using var key = SigningKey.Create();
        Assert.True(await IsValidAsync(Samples.Signed(key).ToJson(), Samples.Set(key).ToJson()));
    }

    [Fact]
    public async Task The_other_library_refuses_a_stranger_and_a_changed_payload()
    {
        using var key = SigningKey.Create();
        using var stranger = SigningKey.Create();
        Assert.False(await IsValidAsync(Samples.Signed(stranger).ToJson(), Samples.Set(key).ToJson()));
        var other = JsonNode.Parse(Samples.Signed(key).ToJson())!;
        other["payload"] = JsonNode.Parse(Gegevensdeling.Evidence.SignedDocument.Sign(Samples.Receipt("ander"), "x", key).ToJson())!["payload"]!.GetValue<string>();
        Assert.False(await IsValidAsync(other.ToJsonString(), Samples.Set(key).ToJson()));
    }

    [SuppressMessage("Security", "CA5404", Justification = "Our documents are no tokens: they have no issuer, audience or lifetime to check.")]
    private static async Task<bool> IsValidAsync(string document, string keys)
    {
        var json = JsonNode.Parse(document)!;
        var result = await new JsonWebTokenHandler().ValidateTokenAsync($"{json["protected"]}.{json["payload"]}.{json["signature"]}", new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),
            ValidAlgorithms = ["ES256"],
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        return result.IsValid;
    }
}
