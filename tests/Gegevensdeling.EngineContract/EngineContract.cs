using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Gegevensdeling.Orchestrations;

namespace Gegevensdeling.EngineContract;

/// <summary>What the laws share: a message, a few activities that write what they do, and an engine made of them.</summary>
public abstract class EngineContract(IEngineFactory factory)
{
    protected static Activity<string, string> Note { get; } = new("Note", RetryPolicy.Once);

    protected static Activity<int, string> Fragile { get; } = new("Fragile", new(4, TimeSpan.FromMinutes(1), 2, TimeSpan.FromMinutes(3)));

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What the activities did, in order.</summary>
    protected ConcurrentQueue<string> Done { get; } = new();

    /// <summary>What <see cref="Fragile"/> does on its n-th attempt.</summary>
    protected Func<int, string> OnFragile { get; set; } = _ => "gelukt";

    protected Task<IEngineUnderTest> StartAsync(params IOrchestrationToken[] orchestrations) => factory.StartAsync(Catalog(orchestrations), Bindings());

    protected static OrchestrationCatalog Catalog(params IOrchestrationToken[] orchestrations) => new(orchestrations, [Note, Fragile]);

    private ActivityBindings Bindings()
    {
        var attempts = 0;
        return new ActivityBindings()
            .Bind(Note, (text, _) =>
            {
                Done.Enqueue(text);
                return Task.FromResult(text);
            })
            .Bind(Fragile, (_, _) =>
            {
                var attempt = Interlocked.Increment(ref attempts);
                Done.Enqueue($"poging {attempt}");
                return Task.FromResult(OnFragile(attempt));
            });
    }
}

[JsonPolymorphic]
[JsonDerivedType(typeof(Said), "said")]
public abstract record Mail(string Id) : OrchestrationMessage(Id)
{
    public sealed record Said(string Id, string Text) : Mail(Id);

    public static Mail Say(string text) => new Said(text, text);
}
