using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.PortContracts;

/// <summary>What every staff directory keeps to.</summary>
public abstract class StaffDirectoryContract
{
    private static readonly StaffMember Member = new(new("ocmw-mechelen"), "ocmw-mechelen/proef", "Kanarie Medewerker-Proefnaam", "kanarie.medewerker@ocmw-mechelen.example");

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected static IReadOnlyList<string> Words => [Member.Name, Member.Mail!];

    protected abstract IStaffDirectory Directory { get; }

    [Fact]
    [Requirement("W23")]
    public async Task A_person_has_one_reference_a_year_and_it_names_nobody()
    {
        var reference = await Directory.ReferenceAsync(Member, 2026, Cancelled);
        Assert.Equal(reference, await Directory.ReferenceAsync(Member, 2026, Cancelled));
        Assert.NotEqual(reference, await Directory.ReferenceAsync(Member, 2027, Cancelled));
        Assert.NotEqual(reference, await Directory.ReferenceAsync(Member with { Party = new("ocmw-kasterlee") }, 2026, Cancelled));
        Assert.DoesNotContain("proef", reference.Value, StringComparison.Ordinal);
        Assert.Equal(Member, await Directory.FindAsync(reference, Cancelled));
        Assert.Null(await Directory.FindAsync(new("m-2026-onbekend"), Cancelled));
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Directory.ReferenceAsync(Member, 2030, Cancelled)))).Distinct());
    }

    [Fact]
    [Requirement("W23")]
    public async Task The_latest_name_and_address_count()
    {
        var reference = await Directory.ReferenceAsync(Member, 2026, Cancelled);
        Assert.Equal(reference, await Directory.ReferenceAsync(Member with { Name = "Nieuwe Naam", Mail = null }, 2026, Cancelled));
        Assert.Equal(("Nieuwe Naam", null), ((await Directory.FindAsync(reference, Cancelled))!.Name, (await Directory.FindAsync(reference, Cancelled))!.Mail));
    }

    [Fact]
    [Requirement("W23")]
    public async Task After_its_term_a_reference_names_nobody()
    {
        var (old, kept) = (await Directory.ReferenceAsync(Member, 2020, Cancelled), await Directory.ReferenceAsync(Member with { Subject = "ander", Name = "Blijft Staan", Mail = null }, 2021, Cancelled));
        Assert.Equal(1, await Directory.ForgetAsync(2020, Cancelled));
        Assert.Equal(0, await Directory.ForgetAsync(2020, Cancelled));
        Assert.Null(await Directory.FindAsync(old, Cancelled));
        Assert.NotNull(await Directory.FindAsync(kept, Cancelled));
        AfterForgetting();
    }

    /// <summary>Looks in the store itself for what was forgotten.</summary>
    protected virtual void AfterForgetting()
    {
    }
}
