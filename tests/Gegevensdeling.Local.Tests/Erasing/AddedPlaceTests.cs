using System.Collections.Concurrent;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Retention;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Erasing;

/// <summary>A store that somebody adds cannot be forgotten: the certificate demands it, and what cannot be looked at keeps the erasure open.</summary>
public sealed class AddedPlaceTests
{
    [Fact]
    [Requirement("F2")]
    public async Task A_place_that_a_host_adds_is_erased_at_and_stands_in_the_certificate()
    {
        var place = new Added();
        await using var rig = await Rig.StartAsync(between: ports => ports with { MorePlaces = [place] });
        var exchange = await EndAsync(rig, place);
        Assert.True(await rig.IsErasedAsync(exchange));
        Assert.Empty(place.Held);
        var looked = await CertificateAsync(rig, exchange);
        Assert.Contains(place.Name, looked, StringComparison.Ordinal);
        Assert.All(CopyPlaces.InOrderOfErasure, name => Assert.Contains(name, looked, StringComparison.Ordinal));
    }

    [Fact]
    [Requirement("F2")]
    public async Task What_is_still_there_or_cannot_be_looked_at_keeps_the_erasure_open_with_an_alarm()
    {
        var place = new Added { Stubborn = true };
        await using var rig = await Rig.StartAsync(between: ports => ports with { MorePlaces = [place] });
        var exchange = await EndAsync(rig, place);
        Assert.False(await rig.IsErasedAsync(exchange));
        Assert.Equal(1, (await rig.SweepAsync()).Open);

        place.Blind = true;
        Assert.Contains(nameof(IOException), (await rig.SweepAsync()).Failed);
        Assert.False(await rig.IsErasedAsync(exchange));
        Assert.Null(await rig.Host.Law.Ports.Evidence.FindAsync(exchange, Eraser.CertificateName(1), Rig.Cancelled));

        (place.Blind, place.Stubborn) = (false, false);
        await rig.SweepAsync();
        Assert.True(await rig.IsErasedAsync(exchange));
    }

    [Fact]
    [Requirement("F2")]
    public async Task A_dry_run_says_what_would_be_erased_and_touches_nothing()
    {
        var place = new Added();
        await using var rig = await Rig.StartAsync(between: ports => ports with { MorePlaces = [place] });
        var exchange = await rig.ReferAsync(Client.Of(31));
        place.Held.TryAdd(exchange, 1);
        for (var time = 0; time < 2; time++)
        {
            var found = await rig.Host.Law.Eraser.DryRunAsync(exchange, Rig.Cancelled);
            Assert.Equal([CopyPlaces.Key, CopyPlaces.Archives, CopyPlaces.Register, place.Name], found.Where(one => one.Found > 0).Select(one => one.Place).Except([CopyPlaces.Outbox]));
        }
    }

    [Fact]
    [Requirement("D13", "F2")]
    public async Task What_is_past_its_term_is_reported_place_by_place_and_stays()
    {
        var place = new Added { Stubborn = true };
        await using var rig = await Rig.StartAsync(between: ports => ports with { MorePlaces = [place] });
        var exchange = await EndAsync(rig, place);
        for (var time = 0; time < 2; time++)
        {
            var report = await rig.Host.Law.RestoreCheck.LookAsync([rig.Mechelen.Id], Rig.Cancelled);
            var due = Assert.Single(report.Due);
            Assert.Equal((exchange, RegisterStanding.Due, 1), (due.Exchange, due.Standing, due.Found));
            Assert.Equal([.. CopyPlaces.InOrderOfErasure.Select(name => (name, 0)), (place.Name, 1)], due.Places.Select(one => (one.Place, one.Found)));
        }
    }

    /// <summary>Each port has its place or its reason: a new one has neither, and the host does not start.</summary>
    [Fact]
    [Requirement("F2")]
    public async Task Every_port_has_a_place_or_a_reason()
    {
        await using var rig = await Rig.StartAsync();
        var law = rig.Host.Law;
        Assert.Equal(CopyPlaces.InOrderOfErasure.Order(StringComparer.Ordinal), RegisteredPlaces.Of(law.Ports, law.Ledger, law.Clock).Select(place => place.Name).Order(StringComparer.Ordinal));
        Assert.All(RegisteredPlaces.WithoutCopies, one => Assert.False(string.IsNullOrWhiteSpace(one.Value)));
    }

    private static async Task<ExchangeId> EndAsync(Rig rig, Added place)
    {
        var exchange = await rig.ReferAsync(Client.Of(30));
        place.Held.TryAdd(exchange, 1);
        await rig.OpenAsync(exchange);
        (await rig.DoAsync(rig.Worker, exchange, "intrekking", new { wijze = "telefoon" })).Is(204);
        return exchange;
    }

    private static async Task<string> CertificateAsync(Rig rig, ExchangeId exchange) =>
        (await rig.Host.Law.Ports.Evidence.FindAsync(exchange, Eraser.CertificateName(1), Rig.Cancelled)) is { } document
            ? System.Text.Json.JsonDocument.Parse(document).RootElement.GetProperty("inhoud").GetRawText()
            : throw new InvalidOperationException("No certificate");

    /// <summary>A store that nobody thought of before.</summary>
    private sealed class Added : ICopyPlace
    {
        public ConcurrentDictionary<ExchangeId, int> Held { get; } = [];

        /// <summary>Deletes nothing.</summary>
        public bool Stubborn { get; set; }

        /// <summary>Cannot be looked at.</summary>
        public bool Blind { get; set; }

        public string Name => "proefplaats";

        public string SoughtFor => "een kopie die niemand bedacht had";

        public Task EraseAsync(ExchangeId exchange, CancellationToken cancellation)
        {
            if (!Stubborn)
                Held.TryRemove(exchange, out _);
            return Task.CompletedTask;
        }

        public Task<int> CountAsync(ExchangeId exchange, CancellationToken cancellation) =>
            Blind ? throw new IOException("Unreachable") : Task.FromResult(Held.GetValueOrDefault(exchange));
    }
}
