using Gegevensdeling.Exchanges;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every store of signed documents keeps to.</summary>
public abstract class EvidenceStoreContract
{
    private static readonly ExchangeId One = new("DV-AAAA-1111");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected abstract IEvidenceStore Store { get; }

    [Fact]
    [Requirement("F1")]
    public async Task A_document_is_kept_once_and_never_changed()
    {
        Assert.True(await Store.KeepAsync(One, "ontvangstbewijs", """{"inhoud":"één"}""", Cancelled));
        Assert.False(await Store.KeepAsync(One, "ontvangstbewijs", """{"inhoud":"anders"}""", Cancelled));
        Assert.True(await Store.KeepAsync(One, "wisbewijs-1", "{}", Cancelled));
        Assert.Equal("""{"inhoud":"één"}""", await Store.FindAsync(One, "ontvangstbewijs", Cancelled));
        Assert.Equal(["ontvangstbewijs", "wisbewijs-1"], await Store.NamesAsync(One, Cancelled));
        Assert.Null(await Store.FindAsync(new("DV-NIET"), "ontvangstbewijs", Cancelled));
        Assert.Empty(await Store.NamesAsync(new("DV-NIET"), Cancelled));
    }
}
