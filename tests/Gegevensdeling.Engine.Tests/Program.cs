using Gegevensdeling.Engine.Tests;
using Gegevensdeling.Engine.Tests.Crash;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

// What xunit generates, and one case before it: the process that the crash tests start and kill.
if (args is [CrashHost.Word, .. var rest]) return await CrashHost.RunAsync(rest);
return args.Any(arg => arg is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
