using Gegevensdeling.Exchanges;
using Gegevensdeling.Governance.Dossiers;
using Gegevensdeling.Local.Tests.Host;
using Gegevensdeling.Stores;
using Xunit;

namespace Gegevensdeling.Local.Tests.Governance;

/// <summary>Heads of the debtor exchange as the register has them: what stands around the exchanges reads nothing else of it.</summary>
internal sealed class MaldegemRegister(Rig rig)
{
    public static readonly ExchangeId List = new("DL-0000-0000-0001");

    public static readonly ExchangeId Month = new("DC-2026-0300-0001");

    public async Task<ExchangeId> AddAsync(string id, string kind)
    {
        var protocol = new MaldegemOffice(rig).Protocol;
        var (head, fact) = (
            new ExchangeHead(new(id), kind, protocol.Id, protocol.Version, protocol.Sender, protocol.Receiver, "loopt", rig.Clock.GetUtcNow(), null, null, null, [], null, [], 1),
            new DossierFact.Taken(References.NewFact(), rig.Clock.GetUtcNow(), SystemActor.Value, "begin"));
        Assert.True(await rig.Host.Law.Ledger.BeginAsync(head, fact, Rig.Cancelled));
        return head.Id;
    }

    public Task<ExchangeId> AddListAsync() => AddAsync(List.Value, "debiteurenlijst");

    public Task<ExchangeId> AddMonthAsync() => AddAsync(Month.Value, "debiteurencyclus");

    /// <summary>The list changes.</summary>
    public Task<ExchangeId> AddVersionAsync(int number) => AddAsync($"DV-0000-0000-{number:0000}", "debiteurenlijstversie");

    /// <summary>It is over and its data are gone.</summary>
    public async Task EndAsync(ExchangeId id)
    {
        var head = (await rig.Host.Law.Ports.Register.FindAsync(id, Rig.Cancelled))!;
        Assert.True(await rig.Host.Law.Ledger.AppendAsync(
            head with { State = "gewist", ErasedAt = rig.Clock.GetUtcNow(), Revision = head.Revision + 1 },
            new DossierFact.Taken(References.NewFact(), rig.Clock.GetUtcNow(), SystemActor.Value, "einde"), wakes: false, Rig.Cancelled));
    }
}
