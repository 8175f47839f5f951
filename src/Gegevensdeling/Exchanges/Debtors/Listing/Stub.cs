using Gegevensdeling.Protocols;
namespace Gegevensdeling.Exchanges.Debtors.Listing;
public sealed record ListHistory { public static ListHistory Of(object state) => new(); }
public static class DebtorExport { public static Task WriteAsync(DebtorList l, ListHistory h, Protocol p, Stream s, CancellationToken c) => Task.CompletedTask; }
