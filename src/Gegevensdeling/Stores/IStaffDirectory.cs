using Gegevensdeling.Exchanges;

namespace Gegevensdeling.Stores;

/// <summary>A member of staff, as the identity provider names them.</summary>
/// <param name="Subject">The provider's own id of the person.</param>
/// <param name="Mail">Where messages for this person go; null when the provider gives none.</param>
public sealed record StaffMember(PartyId Party, string Subject, string Name, string? Mail)
{
    /// <summary>Names nobody: it must not when it ends up in a log by mistake.</summary>
    public override string ToString() => $"{Party}";
}

/// <summary>Knows who a <see cref="StaffRef"/> is, for as long as its own retention term lasts (W23).</summary>
public interface IStaffDirectory
{
    /// <summary>The reference of this person in this calendar year; made the first time.</summary>
    Task<StaffRef> ReferenceAsync(StaffMember member, int year, CancellationToken cancellation);

    /// <summary>Who it is, or null when the term has ended.</summary>
    Task<StaffMember?> FindAsync(StaffRef reference, CancellationToken cancellation);

    /// <summary>Forgets everybody of <paramref name="year"/> and before.</summary>
    /// <returns>How many references lost their name.</returns>
    Task<int> ForgetAsync(int year, CancellationToken cancellation);
}
