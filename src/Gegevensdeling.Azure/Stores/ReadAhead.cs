namespace Gegevensdeling.Azure.Stores;

/// <summary>Reads many things at once and gives them in the order they were asked for, in memory for a window of them.</summary>
internal static class ReadAhead
{
    /// <summary>So many requests are under way at most: a table's partition serves 2,000 a second, and one host is not alone.</summary>
    private const int Width = 16;

    public static async IAsyncEnumerable<TOut> InOrder<TIn, TOut>(this IEnumerable<TIn> items, Func<TIn, Task<TOut>> read)
    {
        var window = new Queue<Task<TOut>>();
        foreach (var item in items)
        {
            window.Enqueue(read(item));
            if (window.Count == Width)
                yield return await window.Dequeue();
        }

        while (window.TryDequeue(out var next))
            yield return await next;
    }
}
