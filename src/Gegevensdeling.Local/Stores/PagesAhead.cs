using System.Runtime.CompilerServices;

namespace Gegevensdeling.Local.Stores;

/// <summary>Long answers page by page, each read while the one before is used: all rows at once would be copied by the collector again and again.</summary>
internal static class PagesAhead
{
    /// <param name="read">Reads the page after this row; null asks for the first.</param>
    /// <param name="size">A page that is shorter is the last.</param>
    /// <param name="cancellation">Stops between two pages.</param>
    public static async IAsyncEnumerable<T> InOrderAsync<T>(
        Func<T?, Task<IReadOnlyList<T>>> read, int size, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        var next = Task.Run(() => read(null), cancellation);
        try
        {
            for (var more = true; more;)
            {
                var page = await next;
                more = page.Count == size;
                if (more)
                    next = Task.Run(() => read(page[^1]), cancellation);
                foreach (var row in page)
                    yield return row;
            }
        }
        finally
        {
            await Task.WhenAny(next); // whoever stops early leaves nothing that still reads
        }
    }
}
