using System.Globalization;
using Gegevensdeling.CrashHost;

// Arguments: folder, protocols, script, "nooit" or "vastlegging" or "voor" or "na", after how many of these. Plays one step of the
// script on what the folder holds and kills itself where it is told to; 0 when the step ended first.
var killer = new Killer(Enum.Parse<KillAt>(args[3], ignoreCase: true), long.Parse(args[4], CultureInfo.InvariantCulture));
await using var place = await CrashPlace.OpenAsync(args[0], args[1], killer, CancellationToken.None);
var play = new Play(place, Script.Find(args[2]), restarted: false);
await play.StepAsync(CancellationToken.None);
return 0;
