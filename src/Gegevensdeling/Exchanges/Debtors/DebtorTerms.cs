using Gegevensdeling.Protocols;

namespace Gegevensdeling.Exchanges.Debtors;

/// <summary>The terms of one protocol that decide the course of a month and of the list, in Belgian working days. An instance keeps the terms it started with.</summary>
/// <param name="Delivery">Until the municipality is reminded of its delivery.</param>
/// <param name="Clients">The same for the OCMW's numbers or marks.</param>
/// <param name="Release">The same for the release of the marks.</param>
/// <param name="Confirm">The same for the municipality's word that it paused and resumed.</param>
/// <param name="Details">The same for phase 3.</param>
/// <param name="Head">Until the head of service hears it.</param>
/// <param name="Every">Between two reminders of one kind.</param>
public sealed record DebtorTerms(int Delivery, int Clients, int Release, int Confirm, int Details, int Head, int Every)
{
    /// <summary>What was claimed and is not complete by then is gone.</summary>
    public static readonly TimeSpan Incomplete = TimeSpan.FromHours(24);

    /// <summary>So long one comparison keeps another away: one that was killed does not keep the month.</summary>
    public static readonly TimeSpan Comparing = TimeSpan.FromMinutes(15);

    /// <summary>A list that waits for nothing looks again after so long, so that no wait is without end.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromDays(31);

    /// <exception cref="InvalidOperationException">The protocol regulates no debtors.</exception>
    public static DebtorTerms Of(Protocol protocol)
    {
        var terms = (protocol.Debtors ?? throw new InvalidOperationException("No protocol of debtors")).FollowUp;
        return new(terms.DeliveryAfter, terms.ClientsAfter, terms.ReleaseAfter, terms.ConfirmAfter, terms.DetailsAfter, terms.HeadAfter, terms.RepeatEvery);
    }
}
