using System.Text;
using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Keys;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Commands;

[Requirement("F1")]
public sealed class VerifyCommandTests : IDisposable
{
    private readonly Terminal _terminal = new();
    private readonly SigningKey _key = SigningKey.Create();
    private readonly string _keys;
    private readonly string _archive;
    private readonly string _receipt;

    public VerifyCommandTests()
    {
        _keys = _terminal.Write("sleutels.jwks.json", new PublicKeySet([_key.Public]).ToJson());
        _archive = _terminal.Write("bestand.7z", "verzegeld");
        _receipt = _terminal.Write("ontvangstbewijs.json", SignedDocument.Sign(Receipt(), Gegevensdeling.Evidence.Receipt.JwsType, _key).ToJson());
    }

    public void Dispose()
    {
        _key.Dispose();
        _terminal.Dispose();
    }

    [Fact]
    public async Task A_real_receipt_with_its_file_is_valid()
    {
        Assert.Equal(0, await _terminal.RunAsync("verify", _receipt, "--keys", _keys, "--archive", _archive));
        Assert.StartsWith($"{_receipt}: GELDIG\n  Ontvangstbewijs van uitwisseling D7K2-M9PX", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains("Het verzegelde bestand hoort bij dit bewijs", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_receipt_with_another_file_is_not()
    {
        var other = _terminal.Write("ander.7z", "verzegelD");
        Assert.Equal(1, await _terminal.RunAsync("verify", _receipt, "--keys", _keys, "--archive", other));
        Assert.Contains("HOORT NIET BIJ DIT BEWIJS", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_changed_document_among_good_ones_is_named()
    {
        var changed = _terminal.Write("gewijzigd.json", (await File.ReadAllTextAsync(_receipt, TestContext.Current.CancellationToken)).Replace("mail", "sftp", StringComparison.Ordinal));
        Assert.Equal(1, await _terminal.RunAsync("verify", _receipt, changed, "--keys", _keys));
        Assert.Contains($"{_receipt}: GELDIG\n", _terminal.Output, StringComparison.Ordinal);
        Assert.Contains($"{changed}: ONGELDIG, want de leesbare inhoud is niet de inhoud die ondertekend werd.\n", _terminal.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_document_is_invalid_and_no_crash()
    {
        foreach (var content in new[] { "", "{", "[]", "{}", "null", "\0\0", new string('[', 5000) })
            Assert.Equal(1, await _terminal.RunAsync("verify", _terminal.Write("iets.json", content), "--keys", _keys));
    }

    [Fact]
    public async Task Files_that_are_not_there_or_no_keys_are_unusable()
    {
        Assert.Equal(2, await _terminal.RunAsync("verify", _terminal.Path("weg.json"), "--keys", _keys));
        Assert.Equal($"Het bestand {_terminal.Path("weg.json")} bestaat niet.\n", _terminal.Error);
        Assert.Equal(2, await _terminal.RunAsync("verify", _receipt, "--keys", _terminal.Path("weg.json")));
        Assert.Equal(2, await _terminal.RunAsync("verify", _receipt, "--keys", _keys, "--archive", _terminal.Path("weg.7z")));
        Assert.Equal(2, await _terminal.RunAsync("verify", _receipt, "--keys", _receipt));
        Assert.Contains("geen JWK-set", _terminal.Error, StringComparison.Ordinal);
    }

    private static Receipt Receipt() => Gegevensdeling.Evidence.Receipt.Issue(
        new ExchangeParties(new("D7K2-M9PX"), new("voorbeeld-2026"), 1, new("opgroeien"), new("ocmw-voorbeeld")),
        new ArtefactDigest(new("bestand-1"), Sha256Hex.Of("verzegeld"), Encoding.UTF8.GetByteCount("verzegeld")),
        new Delivery(DateTimeOffset.UnixEpoch, "mail"),
        new Acknowledgement(DateTimeOffset.UnixEpoch, AcknowledgedBy.OpenedInApplication, new ActedBy(new("ocmw-voorbeeld"), "maatschappelijk-werker", new StaffRef("m-1"))),
        DateTimeOffset.UnixEpoch);
}
