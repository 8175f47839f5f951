using System.Globalization;

namespace Gegevensdeling.Benchmarks.SealedArchives;

/// <summary>How large, how often and where.</summary>
internal sealed record Settings(int Mebibytes, int Rounds, string Folder)
{
    public static Settings From(string[] args)
    {
        var (mebibytes, rounds, folder) = (256, 9, Path.GetTempPath());
        for (var at = 1; at + 1 < args.Length; at += 2)
        {
            switch (args[at])
            {
                case "--mib":
                    mebibytes = int.Parse(args[at + 1], CultureInfo.InvariantCulture);
                    break;
                case "--rounds":
                    rounds = int.Parse(args[at + 1], CultureInfo.InvariantCulture);
                    break;
                case "--folder":
                    folder = args[at + 1];
                    break;
                default:
                    Environment.Exit(Explain());
                    break;
            }
        }

        return new Settings(mebibytes, rounds, folder);
    }

    public static int Explain()
    {
        Console.Error.WriteLine("compare [--mib 256] [--rounds 9] [--folder DIR]: seals and opens one file with ours and with 7zz, in turns");
        return 2;
    }
}
