using Gegevensdeling.Evidence;

namespace Gegevensdeling.Exchanges;

/// <summary>The system itself, as each party's processor (W21): timers, the sweep, orchestrations.</summary>
public static class SystemActor
{
    public static ActedBy Value { get; } = new(new("gegevensdeling"), "systeem", StaffRef.System);
}
