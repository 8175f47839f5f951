using System.CommandLine;

namespace Gegevensdeling.Local.Commands;

/// <summary><c>sleutel vernieuwen</c>: a new signing key at once, when others may know the one that signs now (decision 5).</summary>
internal static class SigningKeyCommand
{
    public static Command Create()
    {
        var (data, protocols) = (StillHost.Data(), StillHost.Protocols());
        var renew = new Command("vernieuwen", """
            Neem meteen een nieuwe ondertekensleutel in gebruik: doe dit als iemand anders de huidige kan kennen. Elk jaar gebeurt het vanzelf.
            De vorige sleutels blijven gepubliceerd, zodat eerdere bewijzen na te kijken blijven. Stop de toepassing eerst.
            Uitkomst 0: vernieuwd; 2: de gegevens zijn niet te openen.
            """) { data, protocols };
        renew.SetAction((result, cancellation) => StillHost.RunAsync(result.GetValue(data)!, result.GetValue(protocols)!, result.InvocationConfiguration, async host =>
        {
            var (before, now) = await host.Law.KeyRenewal.RenewAsync(cancellation);
            await result.InvocationConfiguration.Output.WriteLineAsync($"""
                Vanaf nu tekent:   {now}
                Niet meer:         {before}
                De vorige blijft gepubliceerd. Bewaar sleutels.jwks.json opnieuw, en zeg aan de partijen vanaf wanneer de vorige niet meer telt.
                """);
            return ExitCode.Good;
        }, cancellation));
        var command = new Command("sleutel", "De ondertekensleutel van dit systeem.") { renew };
        command.SetAction(result => DutchHelp.Write(command, result.InvocationConfiguration.Output, ExitCode.Unusable));
        return command;
    }
}
