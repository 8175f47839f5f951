using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Host;

namespace Gegevensdeling.Local.Demo;

/// <summary>Where a demo keeps things, and how it sees from outside what left and what stayed.</summary>
internal abstract class DemoStores
{
    public abstract Task<IHostPorts> OpenAsync(string root, TimeProvider clock, CancellationToken cancellation);

    /// <summary>The messages of an exchange as they arrived, each with an id of its own.</summary>
    public abstract IEnumerable<(string Id, SentMail Mail)> Mails(string root, ExchangeId exchange);

    /// <summary>The files in a body's own place on the SFTP server, as its user would fetch them.</summary>
    public abstract Task<IReadOnlyList<byte[]>> DroppedAsync(string root, PartyId party, CancellationToken cancellation);

    /// <summary>What is kept in no file.</summary>
    public abstract byte[] InMemory();
}

/// <summary>SQLite and folders.</summary>
internal sealed class LocalDemoStores : DemoStores
{
    public override Task<IHostPorts> OpenAsync(string root, TimeProvider clock, CancellationToken cancellation) => Task.FromResult<IHostPorts>(new LocalPorts(root, clock));

    public override IEnumerable<(string Id, SentMail Mail)> Mails(string root, ExchangeId exchange)
    {
        var folder = Path.Combine(root, "berichten", exchange.Value);
        return (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : []).Select(path => (path, SentMail.Read(path, exchange)));
    }

    public override async Task<IReadOnlyList<byte[]>> DroppedAsync(string root, PartyId party, CancellationToken cancellation) =>
        Directory.Exists(Path.Combine(root, "sftp", party.Value, "uit"))
            ? await Task.WhenAll(Directory.GetFiles(Path.Combine(root, "sftp", party.Value, "uit")).Select(path => File.ReadAllBytesAsync(path, cancellation)))
            : [];

    public override byte[] InMemory() => [];
}

/// <summary>The Azure adapters on Azurite and the stand-ins.</summary>
internal sealed class AzuriteDemoStores : DemoStores
{
    private AzuritePorts? ports;

    public override async Task<IHostPorts> OpenAsync(string root, TimeProvider clock, CancellationToken cancellation) => ports = await AzuritePorts.OpenAsync(root, clock, cancellation);

    public override IEnumerable<(string Id, SentMail Mail)> Mails(string root, ExchangeId exchange) =>
        ports!.Cloud.Graph.Sent.Index().Select(sent => (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{sent.Index}"), Mail: SentMail.Of(sent.Item, exchange)))
            .Where(mail => mail.Mail.Subject.Contains(exchange.Value, StringComparison.Ordinal));

    public override Task<IReadOnlyList<byte[]>> DroppedAsync(string root, PartyId party, CancellationToken cancellation) => ports!.DroppedAsync(party, cancellation);

    public override byte[] InMemory() => [.. ports!.Cloud.ExchangeVault.Everything.Concat(ports.Cloud.SystemVault.Everything).SelectMany(System.Text.Encoding.UTF8.GetBytes)];
}
