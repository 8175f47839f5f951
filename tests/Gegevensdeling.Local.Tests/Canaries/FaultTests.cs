using Gegevensdeling.Audit;
using Gegevensdeling.Exchanges;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Stores;
using Gegevensdeling.TestKit;
using Xunit;

namespace Gegevensdeling.Local.Tests.Canaries;

/// <summary>F10: exceptions that name the person, forced at every call of every port. Nothing of them leaves: no answer, no log line, no history.</summary>
public sealed class FaultTests
{
    private static readonly Client Named = Client.Of(500);

    private static readonly (string Port, Type Contract)[] Ports =
    [
        ("Register", typeof(IRegister)), ("Blobs", typeof(IBlobStore)), ("Keys", typeof(IKeyStore)), ("SystemKeys", typeof(ISystemKeys)), ("Outbox", typeof(IOutbox)),
        ("Staff", typeof(IStaffDirectory)), ("Evidence", typeof(IEvidenceStore)), ("Audit", typeof(IAuditLog)), ("Idempotency", typeof(IIdempotencyStore)),
    ];

    public static TheoryData<string> Kinds => ["defect", "outage", "wrapped"];

    [Theory]
    [MemberData(nameof(Kinds))]
    [Requirement("F10")]
    public async Task What_an_exception_says_of_a_person_leaves_by_no_way(string kind)
    {
        var faults = new Faults(() => Failure(kind));
        await using var watched = await Watched.StartAsync(faults.Between);
        var rig = watched.Rig;
        var running = await rig.ReferAsync(Named);
        await rig.TakeAsync(running);
        var failed = 0;
        foreach (var (port, contract) in Ports)
        {
            foreach (var call in contract.GetMethods())
            {
                faults.FailAt($"{port}.{call.Name}");
                failed += await TryEverythingAsync(rig, running);
                faults.Heal();
            }
        }

        faults.FailAt("*");
        failed += await TryEverythingAsync(rig, running);
        faults.Heal();
        Assert.True(failed > 30 && faults.Hits > 60, "too few faults were met to show anything");
        Assert.Contains(kind == "outage" ? "IOException" : "InvalidOperationException", watched.Log, StringComparison.Ordinal); // the type's name, and no more
        watched.HoldsNothingOf([Named], kind);
    }

    /// <summary>The same watch catches a logger that writes what an exception says.</summary>
    [Fact]
    public async Task A_log_line_with_the_text_of_an_exception_would_be_caught()
    {
        await using var watched = await Watched.StartAsync();
        watched.HoldsNothingOf([Named], "before");
        watched.Write(Failure("defect"));
        Assert.ThrowsAny<Exception>(() => watched.HoldsNothingOf([Named], "after"));
    }

    private static Exception Failure(string kind)
    {
        var text = string.Join(" ", Named.Words);
        return kind switch
        {
            "outage" => new IOException(text) { Data = { ["naam"] = Named.Name } },
            "wrapped" => new InvalidOperationException(text, new AggregateException(text, new ArgumentException(text, Named.Name))),
            _ => new InvalidOperationException(text),
        };
    }

    private static async Task<int> TryEverythingAsync(Rig rig, ExchangeId running)
    {
        Answer[] answers =
        [
            await rig.CreateAsync(Referrals.Body(Named)),
            await rig.DoAsync(rig.Worker, running, "openen"),
            await rig.DoAsync(rig.Worker, running, "bestand"),
            await rig.DoAsync(rig.Worker, running, "sleutel/vraag"),
            await rig.SeeAsync(rig.Team, running, "aflevering"),
            await rig.SeeAsync(rig.Worker, running, "ontvangstbewijs"),
            await rig.GetAsync(rig.Worker, "/doorverwijzingen"),
            await rig.GetAsync(rig.Team, "/protocollen/mechelen-2024/evaluatie"),
        ];
        await rig.TurnAsync(TimeSpan.FromMinutes(1));
        return answers.Count(answer => answer.Status >= 500);
    }
}
