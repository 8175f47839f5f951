using System.Globalization;
using Gegevensdeling.CrashHost;

// Arguments: folder, protocols, script, and either a kind of instant and its number, or "overal". Plays one step of the script on what the folder holds, and kills itself at
// that instant or stops at each; 0 when the step ended.
var killer = args is [_, _, _, "overal"] ? Killer.Everywhere() : Killer.Once(Enum.Parse<KillAt>(args[3], ignoreCase: true), long.Parse(args[4], CultureInfo.InvariantCulture));
await using var place = await CrashPlace.OpenAsync(args[0], args[1], killer, CancellationToken.None);
var play = new Play(place, Script.Find(args[2]), restarted: false);
await play.StepAsync(CancellationToken.None);
return 0;
