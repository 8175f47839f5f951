using Gegevensdeling.CrashHost;

namespace Gegevensdeling.Local.Tests.Crash;

/// <summary>
/// The few differences that a killed process may make, each with its reason. All others - a fact twice, a mail more, anything left - are
/// defects. A mail that is sent again has the same message id and takes its own place, so it is no difference at all.
/// </summary>
internal static class Allowed
{
    /// <summary>Content is shown once a request. Who was shown nothing because the process died, asks anew: an opening of its own.</summary>
    private static readonly string[] OpenedAnew = ["feit: geopend door maatschappelijk-werker"];

    /// <summary>W6: an interrupted reveal is a new, audited handover; the one that was interrupted is wiped like any other.</summary>
    private static readonly string[] HandedOverAnew =
    [
        "feit: sleutel-gevraagd door teamlid",
        "feit: sleutel-getoond door teamlid",
        "bericht: aan lotte.verhulst@opgroeien-regie.example: Doorverwijzing VERWIJZING: sleutel gevraagd",
        "bericht: aan lotte.verhulst@opgroeien-regie.example: Doorverwijzing VERWIJZING: wis de sleutel",
        "bericht: aan samira.wouters@ocmw-mechelen.example: Doorverwijzing VERWIJZING: wis de sleutel",
    ];

    /// <summary>Leaves each allowed line out, once, where it stands once more than in an undisturbed run.</summary>
    public static IReadOnlyList<string> Without(Step killedIn, IReadOnlyList<string> expected, IReadOnlyList<string> after)
    {
        string[] allowed = killedIn.Method.Name switch
        {
            nameof(Script.Open) => OpenedAnew,
            nameof(Script.Reveal) => HandedOverAnew,
            _ => [],
        };
        var rest = after.ToList();
        foreach (var line in allowed.Where(line => after.Count(other => other == line) > expected.Count(other => other == line)))
            rest.RemoveAt(rest.LastIndexOf(line));
        return rest;
    }
}
