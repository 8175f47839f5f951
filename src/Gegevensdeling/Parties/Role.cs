using System.Collections.Frozen;

namespace Gegevensdeling.Parties;

/// <summary>What a person is in their own organisation. A closed list; the person concerned (betrokkene) has no login.</summary>
public enum Role
{
    /// <summary>Member of a local team (lokaal team) who refers.</summary>
    TeamMember,

    /// <summary>Social worker (maatschappelijk werker) of an OCMW or CAW.</summary>
    SocialWorker,

    /// <summary>Head of the social service (hoofd van de sociale dienst).</summary>
    HeadOfSocialService,

    /// <summary>The social service that asks and uses a Groeipakket answer.</summary>
    SocialService,

    /// <summary>Team Kadaster &amp; Fluxen.</summary>
    RegistryTeam,

    /// <summary>The integrated debt team of municipality and OCMW.</summary>
    DebtTeam,

    /// <summary>Data protection officer (functionaris voor gegevensbescherming) or deputy.</summary>
    Dpo,

    /// <summary>Signs protocols, gives notice and lifts suspensions for a party, by its mandate (G5).</summary>
    Signatory,

    /// <summary>Runs the system as a processor (W21): no action on content, ever.</summary>
    Operator,
}

/// <summary>The Dutch words of the roles, as they stand in tokens, configuration and protocol files.</summary>
public static class RoleWords
{
    private static readonly FrozenDictionary<Role, string> Words = new Dictionary<Role, string>
    {
        [Role.TeamMember] = "teamlid",
        [Role.SocialWorker] = "maatschappelijk-werker",
        [Role.HeadOfSocialService] = "hoofd-sociale-dienst",
        [Role.SocialService] = "sociale-dienst",
        [Role.RegistryTeam] = "kadaster-team",
        [Role.DebtTeam] = "debiteurenteam",
        [Role.Dpo] = "dpo",
        [Role.Signatory] = "ondertekenaar",
        [Role.Operator] = "operator",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, Role> Roles = Words.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All roles in their fixed order.</summary>
    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    public static string Word(this Role role) => Words[role];

    /// <summary>The role with this word, or null.</summary>
    public static Role? Find(string word) => Roles.TryGetValue(word, out var role) ? role : null;
}
