using Gegevensdeling.Evidence;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Parties;
using Gegevensdeling.Stores;

namespace Gegevensdeling.Api.Routes;

/// <summary>Who did it, as facts keep it: by reference, never by name (W23).</summary>
public sealed class Actors(IStaffDirectory staff)
{
    /// <summary>The role in which the caller acts: the first of theirs that the action names. The reference is the one of the given calendar year.</summary>
    public async Task<ActedBy> OfAsync(Caller caller, ProtocolAction action, int year, CancellationToken cancellation) => new(
        caller.Party,
        action.Grants.First(grant => caller.Roles.Contains(grant.Role)).Role.Word(),
        await ReferenceAsync(caller, year, cancellation));

    public Task<StaffRef> ReferenceAsync(Caller caller, int year, CancellationToken cancellation) =>
        staff.ReferenceAsync(new(caller.Party, caller.Subject, caller.Name, caller.Mail), year, cancellation);
}
