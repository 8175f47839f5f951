using Gegevensdeling.Local.Commands;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var root = CommandLine.Create(Console.In, ServeCommand.Create(), DemoCommand.Create(), RestoreCommand.Create(), SigningKeyCommand.Create());
return await CommandLine.RunAsync(root, args, Console.Out, Console.Error, stop.Token);
